import { uuidv7 } from '#kernel/server/uuid.ts'

/** A month, or some days of it. */
export type Part = {
  period: string
  /** Any of these marks stands on a matter of the part; absent: the whole month. */
  days: string[] | undefined
}
/** A stretch of time in which matters came: from (inclusive) until (exclusive), in the months it touches. */
export type Step = { from: Date; until: Date; parts: Part[] }
export type Found = { found: number; wanted: number }

export const lowestId = '00000000-0000-0000-0000-000000000000'
export const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
/** Ids begin with the moment of receipt (UUIDv7): a stretch of time is a range of them. */
export const idAt = (moment: Date): string => `${uuidv7(moment).slice(0, 13)}-7000-8000-000000000000`
export const momentOf = (id: string): Date => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))

const monthOf = (moment: Date): number => (moment.getUTCFullYear() - 2000) * 12 + moment.getUTCMonth()
const beginning = (month: number): Date => new Date(Date.UTC(2000, month))
const named = (month: number): string => month.toString(36).padStart(2, '0')

/** The month of a moment in UTC, counted from the year 2000, in two characters; until the year 2107. */
export const periodOf = (moment: Date): string => named(monthOf(moment))

/** The day in UTC, within its month. */
export const dayMark = (moment: Date): string => `@d${moment.toISOString().slice(8, 10)}`

const dayMs = 24 * 3600_000
/** Days looked at first, and then: a word that every second matter holds fills a page there. */
const daySpans = [2, 6]
/** Months looked at next, before it is known how often something is found. */
const firstMonths = 2

/**
 * From `until` back to `from`: some days, some months, then as many months as should hold what is still wanted. Nothing is
 * looked at twice; what is often found fills the page before much is read, what is seldom found is asked for in few calls.
 * Each `next` is told how much was found so far and how much is still wanted.
 */
export function* stepsBefore(until: Date, from: Date): Generator<Step, void, Found> {
  let end = until
  let told: Found = { found: 0, wanted: 0 }
  for (const span of daySpans) {
    if (end <= from) return
    const midnight = Math.floor((end.getTime() - 1) / dayMs) * dayMs
    const low = new Date(Math.max(from.getTime(), midnight - (span - 1) * dayMs))
    told = yield { from: low, until: end, parts: daysBetween(low, end) }
    end = low
  }
  let looked = 0
  while (end > from) {
    const span = looked === 0 ? firstMonths : spanFor(told, looked)
    const last = monthOf(new Date(end.getTime() - 1))
    const first = Math.max(last - span + 1, monthOf(from))
    const low = new Date(Math.max(from.getTime(), beginning(first).getTime()))
    const months = Array.from({ length: last - first + 1 }, (_, back) => last - back)
    looked += months.length
    told = yield {
      from: low,
      until: end,
      parts: months.map((month) => ({ period: named(month), days: undefined })),
    }
    end = low
  }
}

/** Months that hold what is wanted if they hold as much as those looked at, and a third more; a guess from few goes not far. */
const spanFor = ({ found, wanted }: Found, looked: number): number =>
  Math.min(8 * looked, Math.max(firstMonths, Math.ceil((1.3 * wanted * looked) / Math.max(found, 0.3))))

function daysBetween(from: Date, until: Date): Part[] {
  const days = new Map<string, string[]>()
  const first = Math.floor(from.getTime() / dayMs)
  for (let day = Math.floor((until.getTime() - 1) / dayMs); day >= first; day -= 1) {
    const moment = new Date(day * dayMs)
    const period = periodOf(moment)
    days.set(period, [...(days.get(period) ?? []), dayMark(moment)])
  }
  return [...days].map(([period, marks]) => ({ period, days: marks }))
}
