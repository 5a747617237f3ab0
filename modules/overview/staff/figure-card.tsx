import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Indicator } from '#modules/indicators/contract.ts'
import type { Overview } from '../contract.ts'
import { FigureLink } from './figure-link.tsx'
import { type Change, changeOf, countWords, valueWords } from './figure-words.ts'
import { messages } from './overview.messages.ts'
import { Sparkline } from './sparkline.tsx'

/** Which trend stands beside a number: how it stands now has none of its own. */
const trendOf: Record<string, string> = { overdue_now: 'late' }

/** One of the five numbers: its value, what it was, how it moved; the whole card opens to the rows. */
export function FigureCard(props: {
  indicator: Indicator
  trendName: string
  overview: Overview
  withoutBeyond: boolean
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { indicator, overview, withoutBeyond } = props
  const { key, unit, name } = indicator
  const now = overview.now[key]
  const shown = valueWords(now, unit, language)
  const isNow = indicator.tense === 'now'
  const trendKey = trendOf[key] ?? key
  const { from, to } = overview.period
  return (
    <li className={`v-card${isNow && (now?.numerator ?? 0) > 0 ? ' is-late' : ''}`}>
      <FigureLink
        className="v-card-in"
        of={{ key, area: overview.areaId, from, to, withoutBeyond }}
        isEmpty={!now || now.numerator === 0}
        label={words.opens(name[language], shown ?? '')}
      >
        <span className="v-name">{name[language]}</span>
        {shown === undefined ? (
          <span className="v-none">{words.none[key] ?? words.nothing}</span>
        ) : (
          <strong className="v-value">{shown}</strong>
        )}
        {now?.denominator !== undefined && now.denominator > 0 && (
          <small className="v-of">{words.of(countWords(now.numerator), countWords(now.denominator))}</small>
        )}
      </FigureLink>
      {!isNow && <Changes indicator={indicator} overview={overview} />}
      <Sparkline
        values={overview.trend.map(({ values }) => values[trendKey]?.value)}
        isShare={unit === 'share'}
        label={words.trendOf(props.trendName, overview.trend.length)}
      />
    </li>
  )
}

function Changes({ indicator, overview }: { indicator: Indicator; overview: Overview }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const now = overview.now[indicator.key]
  const { previous, lastYear } = overview
  const before = previous?.[indicator.key]
  const yearAgo = lastYear?.[indicator.key]
  const changed = changeOf({ now, before }, indicator, language)
  if (!previous) return <p className="v-changes">{words.noPrevious}</p>
  if (!changed) return <p className="v-changes" />
  return (
    <dl className="v-changes">
      <ChangeLine title={words.previous} change={changed} />
      {lastYear && (
        <ChangeLine title={words.lastYear} change={changeOf({ now, before: yearAgo }, indicator, language)} />
      )}
    </dl>
  )
}

function ChangeLine({ title, change }: { title: string; change: Change | undefined }) {
  const words = useMessages(messages)
  if (!change) return null
  const { way, isGood } = change
  const tone = isGood === undefined ? '' : isGood ? ' is-good' : ' is-bad'
  return (
    <div>
      <dt>{title}</dt>
      <dd className={`v-change${tone}`}>
        {way === 0 ? words.same : `${way > 0 ? '▲' : '▼'} ${change.words}`}
      </dd>
    </div>
  )
}
