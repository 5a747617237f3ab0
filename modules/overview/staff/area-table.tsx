import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Indicator } from '#modules/indicators/contract.ts'
import type { Overview, OverviewRow } from '../contract.ts'
import { FigureLink } from './figure-link.tsx'
import { valueWords } from './figure-words.ts'
import { useAsked } from './overview-address.ts'
import { messages } from './overview.messages.ts'
import { Bar } from './rates-block.tsx'

const columnKeys = [
  'received',
  'overdue_now',
  'on_time_rate',
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'median_hours',
  'raised',
  'reopened',
] as const

type Values = Overview['now']
type Line = {
  readonly id: number
  readonly values: Values
  readonly name: string
  readonly row?: OverviewRow
}

function useSorted(rows: readonly OverviewRow[]) {
  const { search, change } = useAsked()
  const key = search['sort']
  const isUp = search['up'] === '1'
  const lines: Line[] = rows.map((row) => ({ id: row.areaId, values: row.values, name: row.name, row }))
  const valueOf = (line: Line): number => line.values[key ?? '']?.value ?? (isUp ? Infinity : -Infinity)
  const sorted = key ? lines.toSorted((a, b) => (valueOf(a) - valueOf(b)) * (isUp ? 1 : -1)) : lines
  const sortBy = (next: string): void => {
    const turn = key === next
    change({ sort: turn && isUp ? undefined : next, up: turn && !isUp ? '1' : undefined }, { replace: true })
  }
  return { sorted, key, isUp, sortBy }
}

/** The areas of the next level: each number opens to its rows, each name to the area. Small bars, no wall of charts. */
export function AreaTable(props: {
  indicators: ReadonlyMap<string, Indicator>
  overview: Overview
  withoutBeyond: boolean
}) {
  const words = useMessages(messages)
  const { overview, indicators, withoutBeyond } = props
  const { sorted, key, isUp, sortBy } = useSorted(overview.rows)
  const columns = columnKeys.flatMap((each) => indicators.get(each) ?? [])
  if (overview.rows.length === 0) return <p className="v-hint">{words.areaNone}</p>
  const lines: Line[] = [
    ...sorted,
    ...(overview.direct ? [{ id: 0, values: overview.direct, name: words.direct }] : []),
  ]
  return (
    <table className="v-table" aria-label={words.areas}>
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          {columns.map((column) => (
            <Head
              key={column.key}
              indicator={column}
              sorted={column.key === key ? (isUp ? 'ascending' : 'descending') : undefined}
              onSort={() => sortBy(column.key)}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} {...{ line, columns, overview, withoutBeyond }} />
        ))}
      </tbody>
      <tfoot>
        <Row
          line={{ id: overview.areaId, values: overview.now, name: words.whole }}
          {...{ columns, overview, withoutBeyond }}
        />
      </tfoot>
    </table>
  )
}

function Head(props: {
  indicator: Indicator
  sorted: 'ascending' | 'descending' | undefined
  onSort: () => void
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { indicator, sorted, onSort } = props
  const name = indicator.name[language]
  return (
    <th scope="col" aria-sort={sorted}>
      <button type="button" onClick={onSort} title={indicator.source[language]}>
        {name}
        <span aria-hidden="true">{sorted && (sorted === 'ascending' ? ' ↑' : ' ↓')}</span>
        <span className="s-unseen">{words.sort(name)}</span>
      </button>
    </th>
  )
}

type RowProps = {
  readonly line: Line
  readonly columns: readonly Indicator[]
  readonly overview: Overview
  readonly withoutBeyond: boolean
}

function Row({ line, columns, overview, withoutBeyond }: RowProps) {
  const { from, to } = overview.period
  return (
    <tr>
      <th scope="row">
        <AreaName line={line} />
      </th>
      {columns.map((indicator) => (
        <td key={indicator.key} className={`is-${indicator.unit}`}>
          <Cell
            indicator={indicator}
            value={line.values[indicator.key]}
            of={line.id === 0 ? undefined : { key: indicator.key, area: line.id, from, to, withoutBeyond }}
          />
        </td>
      ))}
    </tr>
  )
}

function AreaName({ line }: { line: Line }) {
  const words = useMessages(messages)
  const { change } = useAsked()
  const { row, name } = line
  if (!row) return name
  if (row.isEnded)
    return (
      <>
        {name} <small>{words.ended}</small>
      </>
    )
  return (
    <button
      type="button"
      className="v-area"
      title={words.openArea(name)}
      onClick={() => change({ area: String(row.areaId) })}
    >
      {name}
    </button>
  )
}

function Cell(props: {
  indicator: Indicator
  value: Values[string] | undefined
  of: Parameters<typeof FigureLink>[0]['of'] | undefined
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { indicator, value, of } = props
  const shown = valueWords(value, indicator.unit, language)
  if (shown === undefined)
    return (
      <span className="v-none" title={words.none[indicator.key]} aria-label={words.none[indicator.key]}>
        —
      </span>
    )
  const isLate = indicator.key === 'overdue_now' && (value?.numerator ?? 0) > 0
  return (
    <>
      {indicator.unit === 'share' && <Bar share={value?.value ?? 0} />}
      {of ? (
        <FigureLink
          {...(isLate && { className: 'is-late' })}
          of={of}
          isEmpty={value?.numerator === 0}
          label={words.opens(indicator.name[language], shown)}
        >
          {shown}
        </FigureLink>
      ) : (
        shown
      )}
    </>
  )
}
