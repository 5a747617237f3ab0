import type { Context } from '#kernel/server/context.ts'
import { readSetting, writeSetting } from '#kernel/server/settings.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { findArea } from '#modules/places/server/door.ts'
import {
  addressRefused,
  stateRefused,
  type Wanted,
  type Webhook,
  webhookNotFound,
  type WebhookRules,
} from '../contract.ts'
import { isAllowable, soundUrl } from './addresses.ts'
import { dropAt } from './gather.ts'
import { pingBody } from './payload.ts'
import * as queries from './queries.ts'
import { webhookRules } from './settings.ts'
import { newSecret } from './signing.ts'

export const secretField = 'webhooks.secret'
const dayMs = 24 * 3600_000

async function checkWanted(ctx: Context, wanted: Wanted): Promise<void> {
  const { allowedHosts } = await readSetting(ctx, webhookRules)
  if (!soundUrl(wanted.url, allowedHosts)) throw addressRefused()
  if (wanted.areaId && !(await ctx.db.row(findArea, [ctx.district.id, wanted.areaId]))) throw areaNotFound()
}

/** @throws webhookNotFound, stateRefused when it has ended */
async function locked(ctx: Context, id: string): Promise<queries.WebhookRow> {
  const row = await ctx.db.row(queries.lockWebhook, [ctx.district.id, id])
  if (!row) throw webhookNotFound()
  if (row.state === 'ended') throw stateRefused()
  return row
}

const sealed = (ctx: Context, secret: string): Buffer =>
  ctx.personalData.seal(ctx.district.id, secretField, secret)

/** The address without what stands in its query, which may be a secret of the receiver. */
const told = ({ name, url, kinds, areaId }: Wanted) => {
  const { origin, pathname } = new URL(url)
  return { name, url: `${origin}${pathname}`, kinds, ...(areaId && { areaId }) }
}

export async function makeWebhook(ctx: Context, wanted: Wanted): Promise<{ id: string; secret: string }> {
  await checkWanted(ctx, wanted)
  const id = ctx.caller.key ?? uuidv7(ctx.now)
  const secret = newSecret()
  await ctx.db.rows(queries.insertWebhook, [
    ctx.district.id,
    id,
    wanted.name.trim(),
    wanted.url,
    [...new Set(wanted.kinds)],
    wanted.areaId ?? null,
    ctx.now,
    sealed(ctx, secret),
    ctx.caller.base,
    ctx.actor.id ?? null,
  ])
  ctx.audit('webhooks.made', id, told(wanted))
  return { id, secret }
}

export async function changeWebhook(
  ctx: Context,
  id: string,
  wanted: Wanted,
): Promise<Record<string, never>> {
  await locked(ctx, id)
  await checkWanted(ctx, wanted)
  const kinds = [...new Set(wanted.kinds)]
  const row = [ctx.district.id, id, wanted.name.trim(), wanted.url, kinds, wanted.areaId ?? null]
  await ctx.db.rows(queries.changeWebhook, row)
  ctx.audit('webhooks.changed', id, told(wanted))
  return {}
}

/** Pauses, or lets go on what was paused, failed or gone. */
export async function turnWebhook(ctx: Context, id: string, state: 'active' | 'paused') {
  const { state: before } = await locked(ctx, id)
  await ctx.db.rows(queries.setState, [ctx.district.id, id, state, ctx.now])
  ctx.audit('webhooks.turned', id, { from: before, to: state })
  return {}
}

export async function renewSecret(ctx: Context, id: string): Promise<{ secret: string; oldUntil: string }> {
  await locked(ctx, id)
  const secret = newSecret()
  const until = new Date(ctx.now.getTime() + dayMs)
  await ctx.db.rows(queries.renewSecret, [ctx.district.id, id, sealed(ctx, secret), until])
  ctx.audit('webhooks.secret-renewed', id)
  return { secret, oldUntil: until.toISOString() }
}

export async function endWebhook(ctx: Context, id: string): Promise<Record<string, never>> {
  await locked(ctx, id)
  await ctx.db.rows(queries.setState, [ctx.district.id, id, 'ended', ctx.now])
  await ctx.db.rows(queries.dropWaiting, [ctx.district.id, id, ctx.now])
  ctx.audit('webhooks.ended', id)
  return {}
}

export async function pingWebhook(ctx: Context, id: string): Promise<{ messageId: string }> {
  await locked(ctx, id)
  const messageId = ctx.caller.key ?? uuidv7(ctx.now)
  const [at, until] = [ctx.now, dropAt(ctx.now)]
  const row = [ctx.district.id, id, messageId, null, null, 'ping', null, pingBody(ctx), at, until]
  await ctx.db.rows(queries.insertMessage, row)
  ctx.audit('webhooks.pinged', id)
  return { messageId }
}

export async function changeRules(ctx: Context, rules: WebhookRules): Promise<WebhookRules> {
  if (!rules.allowedHosts.every(isAllowable)) throw addressRefused()
  await writeSetting(ctx, webhookRules, rules)
  return rules
}

const weekMs = 7 * dayMs

export async function listWebhooks(ctx: Context): Promise<{ items: Webhook[]; rules: WebhookRules }> {
  const since = new Date(ctx.now.getTime() - weekMs)
  const rows = await ctx.db.rows(queries.listWebhooks, [ctx.district.id, since])
  const items = rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    kinds: row.kinds,
    state: row.state,
    stateAt: row.state_at.toISOString(),
    madeAt: row.made_at.toISOString(),
    waiting: row.waiting,
    delivered: row.delivered,
    dropped: row.dropped,
    ...(row.area_id && { areaId: row.area_id }),
    ...(row.area_name && { areaName: row.area_name }),
    ...(row.failing_since && { failingSince: row.failing_since.toISOString() }),
    ...(row.old_secret_until &&
      row.old_secret_until > ctx.now && { oldSecretUntil: row.old_secret_until.toISOString() }),
  }))
  return { items, rules: await readSetting(ctx, webhookRules) }
}
