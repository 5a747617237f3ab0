import { job } from '#kernel/server/job-kind.ts'
import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type { Change } from './figures.ts'
import { addUp, keepSums, type Sum } from './keep-figures.ts'
import { keepSearchable } from './search-index.ts'

const portionSize = 1000

type ChangeRow = {
  matter_id: string
  seq: number
  kind: string
  at: Date
  hash: Buffer
  delta: Change[]
}

const takeChanges = statement<ChangeRow>(
  'matters.take-changes',
  `with taken as (
     delete from matter_changes where district_id = $1 and id in (
       select id from matter_changes where district_id = $1 order by id limit ${portionSize})
     returning id, matter_id, seq, kind, at, hash, delta)
   select matter_id, seq, kind, at, hash, delta from taken order by id`,
)
export const takePositions = statement<{ last: number }>(
  'matters.take-positions',
  `insert into counters (district_id, name, value) values ($1, 'matter feed', $2)
   on conflict (district_id, name) do update set value = counters.value + $2 returning value as last`,
)
const insertFeed = statement(
  'matters.insert-feed',
  `insert into matter_feed (district_id, position, matter_id, seq, kind, at, hash)
   select $1, $2 + entry.n, matter_id, seq, kind, at, hash
   from unnest($3::uuid[], $4::int[], $5::text[], $6::timestamptz[], $7::bytea[])
     with ordinality as entry (matter_id, seq, kind, at, hash, n)`,
)
/**
 * Puts what happened in one order without a gap, adds it to the figures, and keeps what can be searched. The events are
 * written first and taken from a queue here, so nothing is left out and nothing counted twice, whatever the order of commits.
 */
const order = job<object>({
  name: 'matters.order-events',
  every: 1,
  run: (ctx) => orderEvents(ctx),
})
export const sequenceJobs = [order]

export async function orderEvents(ctx: Context): Promise<void | 'more'> {
  const changes = await ctx.db.rows(takeChanges, [ctx.district.id])
  if (changes.length === 0) return undefined
  const taken = await ctx.db.row(takePositions, [ctx.district.id, changes.length])
  if (!taken) throw new Error('the feed gave no position')
  await ctx.db.rows(insertFeed, [
    ctx.district.id,
    taken.last - changes.length,
    changes.map((each) => each.matter_id),
    changes.map((each) => each.seq),
    changes.map((each) => each.kind),
    changes.map((each) => each.at),
    changes.map((each) => each.hash),
  ])
  const sums = new Map<string, Sum>()
  for (const { delta } of changes) addUp(sums, delta)
  await keepSums(ctx, [...sums.values()])
  await keepSearchable(ctx, changes)
  return changes.length === portionSize ? 'more' : undefined
}
