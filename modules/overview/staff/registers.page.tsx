import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Indicator, readIndicators as ReadIndicators } from '#modules/indicators/contract.ts'
import { listIndicators, readIndicators } from '#modules/indicators/web/door.ts'
import { countWords, valueWords } from './figure-words.ts'
import { useAsked } from './overview-address.ts'
import { messages as overviewMessages } from './overview.messages.ts'
import { messages } from './registers.messages.ts'
import './overview.css'
import './rows.css'
import './registers.css'

type Read = ReturnsOf<typeof ReadIndicators>
type Item = Read['items'][number]

const sections = ['places', 'bodies', 'posts', 'work'] as const

/** What there is in an area: areas, organisations, posts and work, each number opening to its rows. */
export function RegistersPage() {
  const words = useMessages(messages)
  const { asked } = useAsked()
  const declared = (useStaffRoute(listIndicators, {}).data?.items ?? []).filter((each) => each.section)
  const keys = declared.map(({ key }) => key).join(',')
  const found = useStaffRoute(
    readIndicators,
    { query: { ...asked, keys } },
    { enabled: keys !== '', keepLast: true },
  )
  const read = found.data
  return (
    <div className="v-page">
      <h1>{words.title(read?.areaName ?? '')}</h1>
      <p className="v-hint">{words.what}</p>
      <Span period={read?.period} />
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {!read && !found.error && (
        <p className="v-hint" role="status">
          {words.waiting}
        </p>
      )}
      {read &&
        sections.map((section) => (
          <Section
            key={section}
            title={words.sections[section]}
            indicators={declared.filter((each) => each.section === section)}
            read={read}
          />
        ))}
    </div>
  )
}

const dayMs = 24 * 3600_000
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** A month, quarter or year, and its last day for what stands. */
function Span({ period }: { period: Read['period'] | undefined }) {
  const words = useMessages(overviewMessages)
  const { asked, change } = useAsked()
  return (
    <div className="v-bar-line">
      <Segmented
        aria-label={words.period}
        value={asked.period}
        options={(['month', 'quarter', 'year'] as const).map((value) => ({
          value,
          label: words.periods[value],
        }))}
        onChange={(kind: string) => change({ period: kind, on: undefined, from: undefined, to: undefined })}
      />
      {period && (
        <span className="v-steps">
          <Button
            type="text"
            aria-label={words.earlier}
            icon={<Icon name="back" size={1} />}
            onClick={() => change({ on: shifted(period.from, -1) })}
          />
          <span className="v-days">{words.days(period.from, period.to)}</span>
          <Button
            type="text"
            aria-label={words.later}
            icon={<Icon name="next" size={1} />}
            disabled={period.isRunning}
            onClick={() => change({ on: shifted(period.to, 1) })}
          />
        </span>
      )}
    </div>
  )
}

function Section(props: { title: string; indicators: readonly Indicator[]; read: Read }) {
  const { title, indicators, read } = props
  const items = new Map(read.items.map((item) => [item.key, item]))
  return (
    <section className="v-block" aria-label={title}>
      <h2>{title}</h2>
      <dl className="b-figures">
        {indicators.map((indicator) => {
          const item = items.get(indicator.key)
          return item && <Figure key={indicator.key} indicator={indicator} item={item} read={read} />
        })}
      </dl>
    </section>
  )
}

function Figure({ indicator, item, read }: { indicator: Indicator; item: Item; read: Read }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { key, unit, counted, denominator, name, numerator } = indicator
  const { now, previous } = item
  const value = valueWords(now, unit, language) ?? words.none
  const before = valueWords(previous, unit, language)
  const { from, to } = read.period
  const search = { indicator: key, area: String(read.areaId), from, to }
  const parts = denominator && now.denominator !== undefined
  return (
    <div>
      <dt title={numerator[language]}>{name[language]}</dt>
      <dd>
        {now.numerator > 0 ? (
          <Link to="/registers/rows" search={() => search}>
            {value}
          </Link>
        ) : (
          value
        )}
        {unit === 'count' && <small>{counted[language]}</small>}
      </dd>
      <dd className="b-more">
        {[
          parts && words.of(countWords(now.numerator), countWords(now.denominator ?? 0)),
          before !== undefined && before !== value && words.before(before),
        ]
          .filter(Boolean)
          .join(' · ')}
      </dd>
    </div>
  )
}
