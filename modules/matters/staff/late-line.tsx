import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { MatterSummary } from '../contract.ts'
import { listMatters } from '../web/routes.generated.ts'
import type { Desk } from './desk-address.ts'
import { messages } from './desk.messages.ts'

const MOST = 100
const NAMES = 6

/** Who holds how many of these, the most first: a person, or the unit where nobody took it yet. */
export function heldBy(matters: readonly MatterSummary[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { handler, organisationName, areaName } of matters) {
    const unit = organisationName ?? areaName
    const name = handler ? `${unit} ${handler.name}` : unit
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)
}

/** What is late and who has it, in one line above the table: what a leader looks for first. */
export function LateLine({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const late = useStaffRoute(
    listMatters,
    { query: { ...desk.within, list: 'overdue', limit: MOST } },
    { keepLast: true, every: 60_000 },
  ).data
  if (!late || late.items.length === 0) return null
  return (
    <button
      type="button"
      className="d-late"
      onClick={() => desk.change({ list: 'overdue', number: undefined, m: undefined })}
    >
      <Icon name="late" size={1} />
      <strong>{words.lateBy}</strong>
      <span>
        {heldBy(late.items)
          .slice(0, NAMES)
          .map(([name, count]) => (
            <span key={name}>{words.late(name, count)}</span>
          ))}
        {late.next && words.earliest}
      </span>
    </button>
  )
}
