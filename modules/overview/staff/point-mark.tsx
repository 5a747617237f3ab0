import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { SubjectName } from '#modules/matters/contract.ts'
import { messages } from './map.messages.ts'

export type OpenPoint = {
  readonly matterId: string
  readonly number: string
  readonly subject: SubjectName
  readonly lon: number
  readonly lat: number
  readonly state: 'open' | 'yellow' | 'red' | 'supervised'
}

/** A shape of its own for each state: circle, triangle, square, diamond. */
const shapes: Record<OpenPoint['state'], string> = {
  open: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  yellow: 'M0 -6L5.5 4.5L-5.5 4.5Z',
  red: 'M-4.5 -4.5H4.5V4.5H-4.5Z',
  supervised: 'M0 -7L7 0L0 7L-7 0Z',
}

/** Where an open matter is. */
export function PointMark(props: {
  point: OpenPoint
  at: readonly [x: number, y: number]
  onOpen?: () => void
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { point, at, onOpen } = props
  const label = words.point(point.number, point.subject[language])
  return (
    <g
      className={`g-point is-${point.state}`}
      transform={`translate(${Math.round(at[0])} ${Math.round(at[1])})`}
      {...(onOpen && {
        onClick: (event: React.MouseEvent) => {
          event.stopPropagation()
          onOpen()
        },
      })}
    >
      <path d={shapes[point.state]}>
        <title>{label}</title>
      </path>
    </g>
  )
}
