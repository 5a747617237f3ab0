import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Indicator } from '#modules/indicators/contract.ts'
import { listIndicators } from '#modules/indicators/web/door.ts'
import type { Overview } from '../contract.ts'
import { readOverview } from '../web/routes.generated.ts'
import { AreaTable } from './area-table.tsx'
import { FigureCard } from './figure-card.tsx'
import { LateBlock } from './late-block.tsx'
import { useAsked } from './overview-address.ts'
import { messages } from './overview.messages.ts'
import './overview.css'
import { PeriodBar } from './period-bar.tsx'
import { RatesBlock } from './rates-block.tsx'

const five = ['received', 'on_time_rate', 'overdue_now', 'resolution_rate', 'satisfaction_rate'] as const

/** What a leader looks at first: five numbers, what is late by whom, and the areas below. */
export function OverviewPage() {
  const words = useMessages(messages)
  const { asked } = useAsked()
  const found = useStaffRoute(readOverview, { query: asked }, { keepLast: true, every: 60_000 })
  const declared = useStaffRoute(listIndicators, {}).data?.items ?? []
  const indicators = new Map(declared.map((each) => [each.key, each]))
  const overview = found.data
  return (
    <div className={`v-page${found.isPlaceholderData ? ' is-stale' : ''}`}>
      <h1>{words.title(overview?.areaName ?? '')}</h1>
      <PeriodBar overview={overview} />
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {overview && indicators.size > 0 ? (
        <Inside overview={overview} indicators={indicators} withoutBeyond={asked.withoutBeyond === true} />
      ) : (
        !found.error && (
          <p className="v-hint" role="status">
            {words.waiting}
          </p>
        )
      )}
    </div>
  )
}

type InsideProps = {
  readonly overview: Overview
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly withoutBeyond: boolean
}

function Inside({ overview, indicators, withoutBeyond }: InsideProps) {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  const { since, behindSince } = overview
  if (!since) return <p className="v-empty">{words.young}</p>
  const nameOf = (key: string): string => indicators.get(key)?.name[language] ?? ''
  return (
    <>
      {behindSince && <p className="v-hint">{words.behind(dates.whole(behindSince))}</p>}
      {overview.now['received']?.numerator === 0 && <p className="v-hint">{words.quiet(since)}</p>}
      <ul className="v-cards" aria-label={words.five}>
        {five.map((key) => {
          const indicator = indicators.get(key)
          return (
            indicator && (
              <FigureCard
                key={key}
                indicator={indicator}
                trendName={nameOf(key === 'overdue_now' ? 'late' : key)}
                overview={overview}
                withoutBeyond={withoutBeyond}
              />
            )
          )
        })}
      </ul>
      <div className="v-two">
        <LateBlock overview={overview} />
        <RatesBlock overview={overview} indicators={indicators} withoutBeyond={withoutBeyond} />
      </div>
      <section className="v-block" aria-label={words.areas}>
        <h2>{words.areas}</h2>
        <AreaTable overview={overview} indicators={indicators} withoutBeyond={withoutBeyond} />
      </section>
    </>
  )
}
