import { useQueries } from '@tanstack/react-query'
import { call } from '#kernel/web/call.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area, Boundary } from '../contract.ts'
import { listAreas, readArea } from '../web/routes.generated.ts'
import { AreaDrawing } from './area-drawing.tsx'
import { messages } from './area-drawing.messages.ts'

type Found = { area: Area; boundary?: Boundary }

/** A boundary is its own request; more shapes than this could not be told apart in the frame either. */
const drawnAtMost = 100

/** The boundaries of what lies directly below, each asked for by itself. */
function useShapes(areaId: number) {
  const language = useLanguage()
  const below = useStaffRoute(listAreas, { query: { parent: areaId } })
  const items = below.data?.items ?? []
  const answers = useQueries({
    queries: items.slice(0, drawnAtMost).map(({ id }) => ({
      queryKey: [readArea.path, { params: { areaId: id } }, language],
      queryFn: (): Promise<Found> => call(readArea, { params: { areaId: id } }),
    })),
  })
  const failed = answers.filter(({ error }) => error)
  return {
    isWaiting: below.isPending || answers.some(({ isPending }) => isPending),
    problem: below.error ?? problemOf(failed[0]?.error),
    again: () => {
      void below.refetch()
      for (const answer of failed) void answer.refetch()
    },
    isCut: items.length > drawnAtMost,
    shapes: answers.flatMap(({ data }) =>
      data?.boundary ? [{ id: data.area.id, name: data.area.name, boundary: data.boundary }] : [],
    ),
  }
}

const problemOf = (error: unknown): Problem | undefined => (error instanceof Problem ? error : undefined)

/** The area's boundary and those of what lies directly below it. */
export function AreaMap(props: {
  area: Area
  boundary: Boundary | undefined
  onChoose: (areaId: number) => void
}) {
  const words = useMessages(messages)
  const { isWaiting, problem, again, isCut, shapes } = useShapes(props.area.id)
  if (isWaiting) return <p className="p-hint">{words.waiting}</p>
  const isEmpty = !props.boundary && shapes.length === 0 && !problem
  return (
    <div className="p-drawing">
      <ProblemNote problem={problem} again={again} />
      {isEmpty && <p className="p-hint">{words.none}</p>}
      <AreaDrawing
        title={words.title(props.area.name)}
        own={props.boundary}
        shapes={shapes}
        width={860}
        height={520}
        onOpen={props.onChoose}
      />
      {isCut && <p className="p-hint">{words.onlyFirst(drawnAtMost)}</p>}
    </div>
  )
}
