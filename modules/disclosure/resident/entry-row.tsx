import { Link } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { matterWords, statusKind } from '#modules/matters/web/door.ts'
import type { Entry } from '../contract.ts'
import { messages } from './ledger.messages.ts'
import './disclosure.css'

/** One line of the public ledger; the whole of it leads to its page. */
export function EntryRow({ entry }: { entry: Entry }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { subject, status, outcome, placeNames, receivedAt, isOnTime, reportCount } = entry
  return (
    <li>
      <Link className="o-entry" href={`/m/${entry.number}`}>
        <span className="o-entry__head">
          <strong>{subject[language]}</strong>
          <Badge kind={outcome ? 'good' : statusKind(status)}>
            {outcome ? known.outcome[outcome] : known.status[status]}
          </Badge>
          {!isOnTime && <Badge kind="late">{words.late}</Badge>}
        </span>
        <span className="y-second">{placeNames.slice(-2).join(' ')}</span>
        <span className="y-second">
          {dates.day(receivedAt)} · {entry.number}
          {reportCount > 1 && ` · ${words.people(reportCount)}`}
        </span>
      </Link>
    </li>
  )
}
