import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type ListQuery, narrowed, narrowingValues, shaped } from './list-filter.ts'
import type { Reach } from './list-reach.ts'
import { recentYears } from './search-matters.ts'

type NumberRow = { id: string; number: string }

const listCounters = statement<{ year: string; value: number }>(
  'matters.list-counters',
  `select right(name, 4) as year, value from counters where district_id = $1 and name = any ($2) order by name desc`,
)
const byNumbers = shaped<NumberRow>(
  'matters.by-numbers',
  (shape) => `select id, number from matters where district_id = $1 and number = any ($2)
     and ($3::uuid is null or organisation_id = $3) ${narrowed(5, shape)}
   order by left(number, 4) desc, length(number) desc, number desc limit $4`,
)

/** How many numbers with the same ending are tried at once, the newest first. */
const portions = [300, 3000, 20_000]

/**
 * Matters whose number ends with these digits, the newest first. The numbers of a year have no gap, so those with an ending
 * are counted out, not searched for: it costs the same among five million.
 */
export async function findByTail(
  ctx: Context,
  reach: Reach,
  digits: string,
  size: number,
): Promise<string[]> {
  const names = recentYears(ctx).map((year) => `matters ${year}`)
  const counters = await ctx.db.rows(listCounters, [ctx.district.id, names])
  const found: string[] = []
  for (const { year, value } of counters) {
    const candidates = endingWith(digits, value)
    for (const portion of portions) {
      const numbers = take(candidates, portion).map((each) => `${year}-${String(each).padStart(6, '0')}`)
      if (numbers.length === 0) break
      const rows = await withNumbers(ctx, reach, { numbers, size: size - found.length })
      found.push(...rows)
      if (found.length >= size) return found
    }
  }
  return found
}

/** The numbers up to `most` that end with the digits, from above. */
export function* endingWith(digits: string, most: number): Generator<number> {
  const step = 10 ** digits.length
  const ending = Number(digits)
  for (let number = Math.floor((most - ending) / step) * step + ending; number > 0; number -= step)
    yield number
}

function take(from: Generator<number>, count: number): number[] {
  const taken: number[] = []
  while (taken.length < count) {
    const next = from.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

/** Matters with one of these numbers, within reach: other filters do not count when somebody reads out a number. */
export async function withNumbers(
  ctx: Context,
  reach: Reach,
  { numbers, size }: { numbers: readonly string[]; size: number },
): Promise<string[]> {
  const within = reach.area && reach.column !== 'district_id' ? reach.area.id : reach.within
  const none: ListQuery = {}
  const narrowing = narrowingValues(ctx, { ...reach, within }, none)
  const values = [
    ctx.district.id,
    numbers,
    reach.column === 'organisation_id' ? String(reach.value) : null,
    size,
    ...narrowing,
  ]
  return (await ctx.db.rows(byNumbers(narrowing), values)).map(({ id }) => id)
}
