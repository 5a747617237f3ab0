import { addDays } from './calendar.ts'
import { dayMark, monthMark } from './search-index.ts'
import { localTime } from './zone.ts'

/** A stretch of time in which matters came: from (inclusive, absent: the beginning) until (exclusive). */
export type Window = {
  from: Date | undefined
  until: Date
  /** Any of these stands on a matter of the window; absent: whatever stands on it. */
  marks: string[] | undefined
}

const dayMs = 24 * 3600_000
/** Days of each window, one behind the other: a frequent word fills a page in the first, a rare one costs little in any. */
const spans = [8, 54, 120, 548]
/** Up to so many days a window is told by its days, beyond by its months. */
const mostDays = 62

/**
 * From `until` back to `from`, ever wider. A word that half of all matters hold is never looked for in all of them at once,
 * and nothing large is sorted: the newest page is full before.
 */
export function* windowsBefore(until: Date, from: Date | undefined, zone: string): Generator<Window> {
  let end = until
  // Days that end before they begin, or begin tomorrow: nothing came in them.
  if (from && from >= until) return
  for (const span of spans) {
    const wanted = new Date(end.getTime() - span * dayMs)
    const start = from && from > wanted ? from : wanted
    yield { from: start, until: end, marks: marksBetween(start, end, zone) }
    if (from && start <= from) return
    end = start
  }
  yield { from, until: end, marks: from && marksBetween(from, end, zone) }
}

/** Every local day, or every month, that the stretch touches. */
export function marksBetween(from: Date, until: Date, zone: string): string[] {
  const first = localTime(from, zone).day
  const last = localTime(until, zone).day
  const isShort = until.getTime() - from.getTime() <= mostDays * dayMs
  const found = new Set<string>()
  for (let day = first; day <= last; day = addDays(day, 1)) {
    found.add(isShort ? dayMark(day) : monthMark(day.slice(0, 7)))
  }
  return [...found]
}
