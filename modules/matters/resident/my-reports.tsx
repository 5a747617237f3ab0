import { Link } from 'wouter'
import { Button } from '#kernel/ui/button/button.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { forgetReceipts, useKeptReceipts } from './kept-receipts.ts'
import { placeLine } from './place-line.ts'
import { messages } from './report.messages.ts'
import './parts.css'

const SHOWN = 5

/** What was reported from this phone: one tap to the progress, no code to type. */
export function MyReports() {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  const receipts = useKeptReceipts()
  if (receipts.length === 0) return null
  return (
    <section className="m-section" aria-label={words.myReports}>
      <h2>{words.myReports}</h2>
      <ul className="m-rows">
        {receipts.slice(0, SHOWN).map((receipt) => (
          <li key={receipt.code}>
            <Link className="m-row m-row--link" href={`/r/${encodeURIComponent(receipt.code)}`}>
              <span className="m-row__text">
                <strong>{receipt.subject[language]}</strong>
                <span className="y-second">
                  {placeLine(receipt.placeNames).near} · {dates.day(receipt.receivedAt)}
                </span>
              </span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onPress={forgetReceipts}>
        {words.forgetMine}
      </Button>
    </section>
  )
}
