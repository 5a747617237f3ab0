import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listMatters } from '../web/routes.generated.ts'
import type { Desk } from './desk-address.ts'
import { messages } from './desk.messages.ts'
import { heldBy } from './held-by.ts'

const MOST = 100
const NAMES = 6

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
