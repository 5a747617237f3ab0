import { useAddress, type Search } from '#kernel/web/react/use-address.ts'
import type { Overview } from '../contract.ts'

type PeriodKind = Overview['period']['kind']

/** The contract's own list would bring the schema library along. */
export const periodKinds = [
  'week',
  'month',
  'quarter',
  'year',
  'days',
] as const satisfies readonly PeriodKind[]

/** As the calls take it. */
export type Asked = {
  readonly area?: number
  readonly period: PeriodKind
  readonly on?: string
  readonly from?: string
  readonly to?: string
  readonly withoutBeyond?: boolean
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Which area, days and way of counting the page shows: all of it stands in the address. */
export function useAsked(): {
  asked: Asked
  search: Search
  change: ReturnType<typeof useAddress>['change']
} {
  const { search, change } = useAddress()
  const area = Number(search['area'])
  const kind = periodKinds.find((each) => each === search['period'])
  const { from, to, on } = search
  const period = kind ?? (isDay(from) ? 'days' : 'month')
  const asked: Asked = {
    period,
    ...(area && { area }),
    ...(period === 'days' ? { ...(isDay(from) && { from }), ...(isDay(to) && { to }) } : isDay(on) && { on }),
    ...(search['without'] === '1' && { withoutBeyond: true }),
  }
  return { asked, search, change }
}

/** What the page of the rows needs to know to show the same number again. */
export type RowsOf = {
  readonly key: string
  readonly part?: 'numerator' | 'denominator'
  readonly area: number
  readonly from: string
  readonly to: string
  readonly withoutBeyond?: boolean | undefined
  readonly handler?: string | undefined
  readonly organisation?: string | undefined
  readonly unheldIn?: number | undefined
}

export const rowsSearch = (of: RowsOf): Record<string, string | undefined> => ({
  indicator: of.key,
  part: of.part === 'denominator' ? 'denominator' : undefined,
  area: String(of.area),
  from: of.from,
  to: of.to,
  without: of.withoutBeyond ? '1' : undefined,
  handler: of.handler,
  organisation: of.organisation,
  unheld: of.unheldIn === undefined ? undefined : String(of.unheldIn),
})
