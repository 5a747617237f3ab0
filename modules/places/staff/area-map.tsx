import { useQueries } from '@tanstack/react-query'
import { call } from '#kernel/web/call.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area, Boundary } from '../contract.ts'
import { listAreas, readArea } from '../web/routes.generated.ts'
import { AreaDrawing } from './area-drawing.tsx'
import { messages } from './area-drawing.messages.ts'

type Found = { area: Area; boundary?: Boundary }

/** A boundary is its own request; more shapes than this could not be told apart in the frame either. */
const drawnAtMost = 100

/** The area's boundary and those of what lies directly below it. */
export function AreaMap(props: {
  area: Area
  boundary: Boundary | undefined
  onChoose: (areaId: number) => void
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const below = useStaffRoute(listAreas, { query: { parent: props.area.id } })
  const drawn = below.data?.items.slice(0, drawnAtMost) ?? []
  const answers = useQueries({
    queries: drawn.map(({ id }) => ({
      queryKey: [readArea.path, { params: { areaId: id } }, language],
      queryFn: (): Promise<Found> => call(readArea, { params: { areaId: id } }),
    })),
  })
  const problem = (below.error ?? answers.find(({ error }) => error)?.error) as Problem | null | undefined
  if (below.isPending || answers.some(({ isPending }) => isPending))
    return <p className="p-hint">{words.waiting}</p>
  const shapes = answers.flatMap(({ data }) =>
    data?.boundary ? [{ id: data.area.id, name: data.area.name, boundary: data.boundary }] : [],
  )
  const again = (): void => {
    void below.refetch()
    for (const answer of answers) if (answer.error) void answer.refetch()
  }
  return (
    <div className="p-drawing">
      <ProblemNote problem={problem} again={again} />
      {!props.boundary && shapes.length === 0 && !problem && <p className="p-hint">{words.none}</p>}
      <AreaDrawing
        title={words.title(props.area.name)}
        own={props.boundary}
        shapes={shapes}
        width={860}
        height={520}
        onOpen={props.onChoose}
      />
      {(below.data?.items.length ?? 0) > drawnAtMost && (
        <p className="p-hint">{words.onlyFirst(drawnAtMost)}</p>
      )}
    </div>
  )
}
