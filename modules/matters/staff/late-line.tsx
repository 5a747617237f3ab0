import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { personName } from '../web/person-name.ts'
import { listHolders } from '../web/routes.generated.ts'
import type { Desk } from './desk-address.ts'
import { messages } from './desk.messages.ts'

const NAMES = 6

/** Who has late ones in hand, in one line above the table: what a leader looks for first. One name shows theirs. */
export function LateLine({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const holders = useStaffRoute(listHolders, { query: desk.within }, { keepLast: true, every: 60_000 }).data
    ?.items
  const late = holders?.filter(({ overdue }) => overdue > 0) ?? []
  if (late.length === 0) return null
  return (
    <p className="d-late">
      <Icon name="late" size={1} />
      <strong>{words.lateBy}</strong>
      {late.slice(0, NAMES).map((person) => (
        <button
          key={person.id}
          type="button"
          onClick={() => desk.change({ list: 'overdue', handler: person.id, q: undefined, m: undefined })}
        >
          {words.late(personName(person, language), person.overdue)}
        </button>
      ))}
      {late.length > NAMES && (
        <button
          type="button"
          onClick={() => desk.change({ list: 'overdue', handler: undefined, q: undefined, m: undefined })}
        >
          {words.lateMore(late.length - NAMES)}
        </button>
      )}
    </p>
  )
}
