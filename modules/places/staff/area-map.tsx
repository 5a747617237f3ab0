import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area } from '../contract.ts'
import { readShapes } from '../web/routes.generated.ts'
import { AreaDrawing } from './area-drawing.tsx'
import { messages } from './area-drawing.messages.ts'

/** The area's boundary and those of what lies directly below it, today or as of a day. */
export function AreaMap(props: { area: Area; on: string | undefined; onChoose: (areaId: number) => void }) {
  const words = useMessages(messages)
  const { area, on } = props
  const shapes = useStaffRoute(readShapes, { params: { areaId: area.id }, query: { ...(on && { on }) } })
  if (shapes.error) return <ProblemNote problem={shapes.error} again={() => void shapes.refetch()} />
  if (!shapes.data) return <p className="p-hint">{words.waiting}</p>
  const { own, below } = shapes.data
  return (
    <div className="p-drawing">
      {!own && below.length === 0 && <p className="p-hint">{words.none}</p>}
      <AreaDrawing
        title={words.title(area.name)}
        own={own}
        shapes={below}
        width={860}
        height={520}
        onOpen={props.onChoose}
      />
    </div>
  )
}
