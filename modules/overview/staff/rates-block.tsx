import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Indicator } from '#modules/indicators/contract.ts'
import type { Overview } from '../contract.ts'
import { FigureLink } from './figure-link.tsx'
import { countWords, valueWords } from './figure-words.ts'
import { messages } from './overview.messages.ts'

export const rateKeys = ['response_rate', 'resolution_rate', 'satisfaction_rate', 'on_time_rate'] as const

/** The rates both ways, side by side: with everything, and without what lies beyond the unit. */
export function RatesBlock(props: {
  indicators: ReadonlyMap<string, Indicator>
  overview: Overview
  withoutBeyond: boolean
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { indicators, overview, withoutBeyond } = props
  const [all, without] = withoutBeyond ? [overview.otherWay, overview.now] : [overview.now, overview.otherWay]
  const { areaId: area, beyond } = overview
  const { from, to } = overview.period
  return (
    <section className="v-block" aria-label={words.rates}>
      <h2>{words.rates}</h2>
      <table className="v-rates">
        <thead>
          <tr>
            <th>{words.rate}</th>
            <th>{words.withBeyond}</th>
            <th>{words.withoutBeyond}</th>
          </tr>
        </thead>
        <tbody>
          {rateKeys.map((key) => {
            const indicator = indicators.get(key)
            if (!indicator) return null
            return (
              <tr key={key}>
                <th scope="row" title={indicator.source[language]}>
                  {indicator.name[language]}
                  <small>
                    {indicator.numerator[language]} / {indicator.denominator?.[language]}
                  </small>
                </th>
                {[all, without].map((values, at) => (
                  <td key={at}>
                    <Rate
                      indicator={indicator}
                      value={values[key]}
                      of={{ key, area, from, to, withoutBeyond: at === 1 }}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="v-hint">
        {beyond === 0 ? (
          words.beyondNone
        ) : (
          <FigureLink
            of={{ key: 'beyond', area, from, to }}
            isEmpty={false}
            label={words.opens(words.beyond(beyond), '')}
          >
            {words.beyond(beyond)}
          </FigureLink>
        )}
      </p>
    </section>
  )
}

function Rate(props: {
  indicator: Indicator
  value: Overview['now'][string] | undefined
  of: Parameters<typeof FigureLink>[0]['of']
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { indicator, value, of } = props
  const shown = valueWords(value, indicator.unit, language)
  if (!value || shown === undefined) return <span className="v-none">{words.none[indicator.key]}</span>
  const name = indicator.name[language]
  return (
    <>
      <Bar share={value.value ?? 0} />
      <FigureLink of={of} isEmpty={value.numerator === 0} label={words.opens(name, shown)}>
        {shown}
      </FigureLink>
      <FigureLink
        className="v-of"
        of={{ ...of, part: 'denominator' }}
        isEmpty={(value.denominator ?? 0) === 0}
        label={words.opens(indicator.denominator?.[language] ?? name, countWords(value.denominator ?? 0))}
      >
        {words.of(countWords(value.numerator), countWords(value.denominator ?? 0))}
      </FigureLink>
    </>
  )
}

/** A share as a small bar: the number beside it says the same. */
export const Bar = ({ share }: { share: number }) => (
  <svg className="v-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect className="v-bar-all" width={100} height={6} />
    <rect width={Math.round(share * 1000) / 10} height={6} />
  </svg>
)
