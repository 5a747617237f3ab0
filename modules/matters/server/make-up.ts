import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { job } from '#kernel/server/job-kind.ts'
import { figuresAreCurrent, markFigures } from './figures-version.ts'
import { recountFigures } from './recount.ts'
import { keepSearchable } from './search-index.ts'
import { takePositions } from './sequence.ts'

/** After an update that counts more than before, the figures of what is there already are made once. */
const makeUp = job<object>({
  name: 'matters.make-up-figures',
  every: 60,
  async run(ctx) {
    if (!(await figuresAreCurrent(ctx))) await makeFigures(ctx)
  },
})
export const makeUpJobs = [makeUp]

/** @returns how many matters were counted */
export async function makeFigures(ctx: Context, say?: (counted: number) => void): Promise<number> {
  const counted = await recountFigures(ctx, say)
  await markFigures(ctx)
  return counted
}

const portionSize = 500

const notSearchable = statement<{ matter_id: string }>(
  'matters.not-searchable',
  `select id as matter_id from matters m where district_id = $1 and id > $2 and not exists (
     select 1 from matter_search s where s.district_id = m.district_id and s.matter_id = m.id)
   order by id limit ${portionSize}`,
)

/**
 * Lets a portion of what cannot be found yet be found.
 * @param after the matter reached so far
 * @returns how many, and how far it came; absent when that was all
 */
export async function makeSearchable(
  ctx: Context,
  after: string | undefined,
): Promise<{ made: number; reached?: string }> {
  const rows = await ctx.db.rows(notSearchable, [ctx.district.id, after ?? first])
  await keepSearchable(
    ctx,
    rows.map((row) => ({ ...row, kind: 'received' })),
  )
  const reached = rows.length === portionSize ? rows.at(-1)?.matter_id : undefined
  return { made: rows.length, ...(reached && { reached }) }
}
const first = '00000000-0000-0000-0000-000000000000'

const lockFeed = statement(
  'matters.lock-feed',
  'lock table matter_changes, matter_feed in share row exclusive mode',
)
const missingEvents = `matter_events e where e.district_id = $1
     and not exists (select 1 from matter_feed f
       where f.district_id = e.district_id and f.matter_id = e.matter_id and f.seq = e.seq)
     and not exists (select 1 from matter_changes c
       where c.district_id = e.district_id and c.matter_id = e.matter_id and c.seq = e.seq)`
const countMissing = statement<{ n: number }>(
  'matters.count-missing-events',
  `select count(*) as n from ${missingEvents}`,
)
const feedMissing = statement(
  'matters.feed-missing-events',
  `insert into matter_feed (district_id, position, matter_id, seq, kind, at, hash)
   select $1, $2 + row_number() over (order by e.at, e.matter_id, e.seq), e.matter_id, e.seq, e.kind, e.at, e.hash
   from ${missingEvents}`,
)

/**
 * Gives a place in the feed to events that have none, behind what is there. Acts wait meanwhile: it is for the command line.
 * @returns how many
 */
export async function makeFeed(ctx: Context): Promise<number> {
  await ctx.db.rows(lockFeed, [])
  const missing = (await ctx.db.row(countMissing, [ctx.district.id]))?.n ?? 0
  if (missing === 0) return 0
  const taken = await ctx.db.row(takePositions, [ctx.district.id, missing])
  if (!taken) throw new Error('the feed gave no position')
  await ctx.db.rows(feedMissing, [ctx.district.id, taken.last - missing])
  return missing
}
