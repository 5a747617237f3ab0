import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'

/** One event in the order of the district. `position` counts from one without a gap. */
export type FeedEntry = {
  position: number
  matter_id: string
  seq: number
  kind: string
  at: Date
  hash: Buffer
}

const feedAfter = statement<FeedEntry>(
  'matters.feed-after',
  `select position, matter_id, seq, kind, at, hash from matter_feed
   where district_id = $1 and position > $2 order by position limit $3`,
)
const feedEnd = statement<{ last: number }>(
  'matters.feed-end',
  'select coalesce(max(position), 0) as last from matter_feed where district_id = $1',
)
const readCursor = statement<{ position: number }>(
  'matters.read-cursor',
  'select position from feed_cursors where district_id = $1 and name = $2 for update',
)
const writeCursor = statement(
  'matters.write-cursor',
  `insert into feed_cursors (district_id, name, position) values ($1, $2, $3)
   on conflict (district_id, name) do update set position = excluded.position`,
)

export const readFeed = (ctx: Context, after: number, limit: number): Promise<FeedEntry[]> =>
  ctx.db.rows(feedAfter, [ctx.district.id, after, limit])

export const endOfFeed = async (ctx: Context): Promise<number> =>
  (await ctx.db.row(feedEnd, [ctx.district.id]))?.last ?? 0

/**
 * Hands over what happened since last time, in order, and remembers how far it came, all in the caller's transaction: each
 * entry is handled once. `from` is where a name that never followed before begins.
 */
export async function followFeed(
  ctx: Context,
  name: string,
  how: { limit: number; from: 'beginning' | 'now' },
  handle: (entries: readonly FeedEntry[]) => Promise<void>,
): Promise<void | 'more'> {
  const known = await ctx.db.row(readCursor, [ctx.district.id, name])
  const start = known?.position ?? (how.from === 'now' ? await endOfFeed(ctx) : 0)
  const entries = await readFeed(ctx, start, how.limit)
  if (entries.length > 0) await handle(entries)
  const reached = entries.at(-1)?.position ?? start
  if (reached !== known?.position) await ctx.db.rows(writeCursor, [ctx.district.id, name, reached])
  return entries.length === how.limit ? 'more' : undefined
}
