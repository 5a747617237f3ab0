import { Link } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Empty } from '#kernel/ui/loaded/loaded.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { PublicMatter } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { statusKind } from '../web/status-kind.ts'
import { placeLine } from './place-line.ts'
import { messages } from './report.messages.ts'
import './parts.css'

function OpenMatter({ matter }: { matter: PublicMatter }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  return (
    <li>
      <Link className="m-row m-row--link" href={`/m/${encodeURIComponent(matter.number)}`}>
        <span className="m-row__text">
          <span className="m-row__head">
            <strong>{matter.subject[language]}</strong>
            <Badge kind={statusKind(matter.status)}>{known.status[matter.status]}</Badge>
          </span>
          <span className="y-second">
            {[
              placeLine(matter.placeNames).near,
              words.since(dates.day(matter.receivedAt)),
              matter.reportCount > 1 && words.people(matter.reportCount),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <Icon name="next" />
      </Link>
    </li>
  )
}

/** What neighbours already reported here; never who or in which words. `empty` is said where the page promises the list. */
export function OpenHere({ open, empty }: { open: readonly PublicMatter[]; empty?: string }) {
  const words = useMessages(messages)
  if (open.length === 0 && !empty) return null
  return (
    <section className="m-section" aria-label={words.openHere}>
      <h2>{words.openHere}</h2>
      {open.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <ul className="m-rows">
          {open.map((matter) => (
            <OpenMatter key={matter.number} matter={matter} />
          ))}
        </ul>
      )}
    </section>
  )
}
