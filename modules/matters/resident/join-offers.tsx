import { useId } from 'react'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Button } from '#kernel/ui/button/button.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import type { PublicMatter } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { listLikely } from '../web/routes.generated.ts'
import { statusKind } from '../web/status-kind.ts'
import { placeLine } from './place-line.ts'
import type { Where } from './report-draft.ts'
import { messages } from './report.messages.ts'

type OfferProps = {
  matter: PublicMatter
  chosen: boolean
  onChoose: (number: string) => void
}

/** What the neighbours' matter is, as far as everybody may see it, and the one tap. */
function Offer({ matter, chosen, onChoose }: OfferProps) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { number, subject, status, placeNames, receivedAt, dueAt, isOverdue, reportCount } = matter
  return (
    <li className={chosen ? 'm-offer m-offer--chosen' : 'm-offer'}>
      <div className="m-row__head">
        <strong>{subject[language]}</strong>
        <Badge kind={statusKind(status)}>{known.status[status]}</Badge>
      </div>
      <p>{placeLine(placeNames).near}</p>
      <p className="y-second">
        {[words.since(dates.day(receivedAt)), words.people(reportCount)].join(' · ')}
      </p>
      <p className="y-second">{(isOverdue ? words.offerLate : words.offerDue)(dates.due(dueAt))}</p>
      {chosen ? (
        <Button onPress={() => onChoose('')}>{words.notThis}</Button>
      ) : (
        <Button icon="neighbours" onPress={() => onChoose(number)}>
          {words.isThis}
        </Button>
      )}
    </li>
  )
}

type Props = { where: Where; subject: string; joins: string; onChoose: (number: string) => void }

/** "Is it one of these?" Before anything is written, so that nobody writes for nothing. */
export function JoinOffers({ where, subject, joins, onChoose }: Props) {
  const words = useMessages(messages)
  const heading = useId()
  const { data } = useKeptRoute(listLikely, { query: { ...where, subject } }, { enabled: subject !== '' })
  const items = subject ? (data?.items ?? []) : []
  if (items.length === 0) return null
  const shown = joins ? items.filter((matter) => matter.number === joins) : items
  return (
    <section className="m-offers" aria-labelledby={heading}>
      <h2 id={heading} className="m-offers__title" role="status">
        {joins ? words.joinsThis : words.likely(items.length)}
      </h2>
      {joins && <p className="y-second">{words.joinsHow}</p>}
      <ul className="m-offers__list">
        {(shown.length > 0 ? shown : items).map((matter) => (
          <Offer key={matter.number} matter={matter} chosen={matter.number === joins} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  )
}
