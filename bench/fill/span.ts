import { dayIn } from '#kernel/server/day.ts'

/** `size` matters received evenly between two moments (milliseconds), with where each year's numbers begin. */
export type Span = { size: number; from: number; until: number; years: { year: string; first: number }[] }

const timeZone = 'Asia/Shanghai'
const day = 24 * 3600_000

/** A district of a thousand grids that is reported to all day long receives about so many in a year; more took more years. */
const mostInYear = 1_000_000

/** Everything within the last year, or the last years. */
export function spanBefore(now: Date, size: number): Span {
  const years = Math.max(1, size / mostInYear)
  const from = now.getTime() - years * 365 * day
  const span: Span = { size, from, until: now.getTime(), years: [] }
  const yearAt = (index: number): string => dayIn(timeZone, receivedAt(span, index)).slice(0, 4)
  for (let year = Number(yearAt(0)); year <= Number(yearAt(size - 1)); year += 1)
    span.years.push({ year: String(year), first: firstOf(String(year), size, yearAt) })
  return span
}

/** The first index of a year, by halving. */
function firstOf(year: string, size: number, yearAt: (index: number) => string): number {
  let low = 0
  let high = size - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (yearAt(middle) < year) low = middle + 1
    else high = middle
  }
  return low
}

export const receivedAt = (span: Span, index: number): Date =>
  new Date(span.from + Math.floor(((span.until - span.from) * index) / span.size))

/** Without a gap within each year, as the product numbers them. */
export function numberAt({ years }: Span, index: number): string {
  const year = years.findLast((each) => each.first <= index)
  return `${year?.year}-${String(index - (year?.first ?? 0) + 1).padStart(6, '0')}`
}

/** Of the last fifth of the last year three quarters are open, the rest is settled: 15 % of a year. */
export const isOpenAt = ({ size }: Span, index: number, chance: number): boolean =>
  index >= size - Math.min(size, mostInYear) * 0.2 && chance < 0.75

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
