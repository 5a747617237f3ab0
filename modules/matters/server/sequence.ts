import { job } from '#kernel/server/job-kind.ts'
import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type Change, metrics } from './figures.ts'
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
const takePositions = statement<{ last: number }>(
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
const columns = metrics.join(', ')
export const addToRollups = statement(
  'matters.add-to-rollups',
  `insert into matter_rollups as r (district_id, area_id, grain, start, subject, ${columns})
   select $1, area_id, grain, start, subject, ${metrics.map((each) => `coalesce(${each}, 0)`).join(', ')}
   from jsonb_to_recordset($2::jsonb) as f (area_id int, grain text, start date, subject text,
     ${metrics.map((each) => `${each} bigint`).join(', ')})
   order by area_id, grain, start, subject
   on conflict (district_id, area_id, grain, start, subject) do update set
     ${metrics.map((each) => `${each} = r.${each} + excluded.${each}`).join(', ')}`,
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
  const sums = summed(changes.flatMap((each) => each.delta))
  if (sums.length > 0) await ctx.db.rows(addToRollups, [ctx.district.id, JSON.stringify(sums)])
  await keepSearchable(ctx, changes)
  return changes.length === portionSize ? 'more' : undefined
}

type Sum = { area_id: number; grain: string; start: string; subject: string } & Record<
  string,
  number | string
>

/** One line for each area, day and month (and subject of the month) that the changes touch. */
export function summed(changes: readonly Change[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const { day, subject, areas, figures } of changes) {
    const month = `${day.slice(0, 7)}-01`
    for (const area_id of areas) {
      for (const key of [
        { area_id, grain: 'all', start: '2000-01-01', subject: '' },
        { area_id, grain: 'day', start: day, subject: '' },
        { area_id, grain: 'month', start: month, subject: '' },
        { area_id, grain: 'month', start: month, subject },
      ]) {
        const name = Object.values(key).join(' ')
        const sum: Sum = sums.get(name) ?? { ...key }
        for (const [metric, value] of Object.entries(figures)) sum[metric] = Number(sum[metric] ?? 0) + value
        sums.set(name, sum)
      }
    }
  }
  return [...sums.values()]
}
