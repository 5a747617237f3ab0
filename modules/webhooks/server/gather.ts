import type { Context } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { type FeedEntry, followFeed, type MatterState, matterThen } from '#modules/matters/server/door.ts'
import { bodyOf } from './payload.ts'
import * as queries from './queries.ts'

const portion = 200
const keptMs = 3 * 24 * 3600_000

/** Until when it is tried to deliver something that is made now. */
export const dropAt = (now: Date): Date => new Date(now.getTime() + keptMs)

/**
 * Writes a message for every event that a webhook wants, in the transaction that moves on the place in the feed: none is left
 * out, none written twice, whatever dies when.
 */
export const gather = (ctx: Context): Promise<void | 'more'> =>
  followFeed(ctx, 'webhooks', { limit: portion, from: 'now' }, async (entries) => {
    const webhooks = await ctx.db.rows(queries.listFollowing, [ctx.district.id])
    for (const entry of entries) await tell(ctx, entry, webhooks)
  })

async function tell(ctx: Context, entry: FeedEntry, webhooks: readonly queries.WebhookRow[]): Promise<void> {
  const wanting = webhooks.filter(
    (webhook) => webhook.kinds.some((kind) => kind === entry.kind) && entry.at >= webhook.made_at,
  )
  if (wanting.length === 0) return
  const matter = await matterThen(ctx, entry.matter_id, entry.seq)
  if (!matter) return
  for (const webhook of wanting.filter((each) => lies(matter, each.area_id))) {
    const body = await bodyOf(ctx, { entry, matter, base: webhook.base })
    ctx.send(queries.insertMessage, [
      ctx.district.id,
      webhook.id,
      // Of the moment of the event, so that the list shows them as they happened.
      uuidv7(entry.at),
      entry.position,
      entry.matter_id,
      entry.kind,
      matter.number,
      body,
      ctx.now,
      dropAt(ctx.now),
    ])
  }
}

const lies = (matter: MatterState, areaId: number | null): boolean =>
  areaId === null || matter.area_path.includes(areaId)
