import type { QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import type * as contract from '../contract.ts'
import { type Message, messageNotFound, stateRefused } from '../contract.ts'
import { dropAt } from './gather.ts'
import * as queries from './queries.ts'

const shape = (row: queries.MessageRow): Message => ({
  id: row.id,
  webhookId: row.webhook_id,
  kind: row.kind,
  state: row.state,
  madeAt: row.made_at.toISOString(),
  tries: row.tries,
  ...(row.number && { number: row.number }),
  ...(row.state === 'waiting' && { nextAt: row.next_at.toISOString() }),
  ...(row.done_at && { doneAt: row.done_at.toISOString() }),
  ...(row.last_status !== null && { lastStatus: row.last_status }),
  ...(row.last_outcome && { lastOutcome: row.last_outcome }),
})

const usualPage = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function listMessages(ctx: Context, query: QueryOf<typeof contract.listMessages>) {
  const limit = query.limit ?? usualPage
  const after = query.after && uuid.test(query.after) ? query.after : null
  const number = query.number?.trim() || null
  const wanted = [ctx.district.id, query.webhook ?? null, query.state ?? null, number, after, limit + 1]
  const rows = await ctx.db.rows(queries.listMessages, wanted)
  const items = rows.slice(0, limit).map(shape)
  const next = rows.length > limit ? items.at(-1)?.id : undefined
  return { items, ...(next && { next }) }
}

export async function readMessage(ctx: Context, id: string): Promise<ReturnsOf<typeof contract.readMessage>> {
  const row = await ctx.db.row(queries.findMessage, [ctx.district.id, id])
  if (!row) throw messageNotFound()
  const tries = await ctx.db.rows(queries.listTries, [ctx.district.id, id])
  return {
    message: shape(row),
    body: row.body,
    tries: tries.map((each) => ({
      n: each.n,
      at: each.at.toISOString(),
      outcome: each.outcome,
      tookMs: each.took_ms,
      answer: each.answer,
      ...(each.status !== null && { status: each.status }),
    })),
  }
}

/** Sends it again with the same id: a receiver that had it already knows it. */
export async function sendAgain(ctx: Context, id: string): Promise<Record<string, never>> {
  const row = await ctx.db.row(queries.lockMessage, [ctx.district.id, id])
  if (!row) throw messageNotFound()
  if (row.webhook_state === 'ended') throw stateRefused()
  await ctx.db.rows(queries.sendAgain, [ctx.district.id, id, ctx.now, dropAt(ctx.now)])
  ctx.audit('webhooks.sent-again', id)
  return {}
}
