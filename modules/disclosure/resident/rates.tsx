import { useMessages } from '#kernel/web/messages.ts'
import type { Rates } from '../contract.ts'
import { messages } from './ledger.messages.ts'

const names = ['response', 'resolution', 'satisfaction', 'onTime'] as const

/** Rounded down, so that nobody is called better than they are; 100 % only when it is all of them. */
const percent = (share: number): string => `${Math.floor(share * 100)}%`

export function RateFigures({ rates }: { rates: Rates }) {
  const words = useMessages(messages)
  return (
    <dl className="o-rates">
      {names.map((name) => {
        const share = rates[name]
        return (
          <div key={name} className="o-rate">
            <dt>{words.rateNames[name]}</dt>
            <dd className="o-rate__number">{share === undefined ? words.none : percent(share)}</dd>
            <dd className="y-second">{words.rateHints[name]}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The areas one step down, each with what it received and its on-time rate; a tap goes into it. */
export function RatesByArea({
  parts,
  onChoose,
}: {
  parts: readonly Rates[]
  onChoose: (area: number) => void
}) {
  const words = useMessages(messages)
  const busy = parts.filter((part) => part.received > 0)
  if (busy.length === 0) return null
  return (
    <section aria-label={words.byArea}>
      <h2>{words.byArea}</h2>
      <ul className="o-areas">
        {busy.map((part) => (
          <li key={part.areaId}>
            <button type="button" className="o-area" onClick={() => onChoose(part.areaId)}>
              <strong>{part.name}</strong>
              <span className="y-second">{words.received(part.received)}</span>
              <span>
                {words.rateNames.onTime} {part.onTime === undefined ? words.none : percent(part.onTime)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
