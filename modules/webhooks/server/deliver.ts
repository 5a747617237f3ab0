import type { Context } from '#kernel/server/context.ts'
import type { Outside } from '#kernel/server/job-kind.ts'
import { readSetting } from '#kernel/server/settings.ts'
import type { WebhookRules } from '../contract.ts'
import * as queries from './queries.ts'
import { type Came, type Letter, send } from './send.ts'
import { webhookRules } from './settings.ts'
import { signed } from './signing.ts'
import { secretField } from './webhooks.ts'

/** Messages of one webhook on their way at once. */
const atOnce = 5
/** How long a worker has a message in hand beyond the time that sending may take; then another takes it up. */
const spareMs = 60_000
/** Seconds until the next try; the last one again and again until the message is given up. */
const waits = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 43_200]

type Claimed = { due: queries.Due; letter: Letter }

/** Takes what is due in hand, sends it while nothing of the database is held, and writes down what came of it. */
export async function deliver(ctx: Context): Promise<void | Outside> {
  const rules = await readSetting(ctx, webhookRules)
  await ctx.db.rows(queries.dropOld, [ctx.district.id, ctx.now])
  const until = new Date(ctx.now.getTime() + rules.timeoutSeconds * 1000 + spareMs)
  const rows = await ctx.db.rows(queries.claimDue, [ctx.district.id, ctx.now, until, atOnce])
  if (rows.length === 0) return undefined
  const claimed = rows.map((due) => ({ due, letter: letterOf(ctx, due) }))
  return () => sendAll(claimed, rules)
}

function letterOf(ctx: Context, due: queries.Due): Letter {
  const open = (sealed: Buffer) => ctx.personalData.open(ctx.district.id, secretField, sealed)
  const old =
    due.old_secret_sealed && due.old_secret_until && due.old_secret_until > ctx.now
      ? [open(due.old_secret_sealed)]
      : []
  const headers = signed(due, [open(due.secret_sealed), ...old], ctx.now)
  return { url: due.url, body: due.body, headers }
}

async function sendAll(claimed: readonly Claimed[], rules: WebhookRules) {
  const how = { allowed: rules.allowedHosts, timeoutSeconds: rules.timeoutSeconds }
  const done = await Promise.all(
    claimed.map(async ({ due, letter }) => ({ due, came: await send(letter, how) })),
  )
  return async (ctx: Context): Promise<'more'> => {
    for (const { due, came } of done) await record(ctx, { due, came, rules })
    return 'more'
  }
}

type Done = { due: queries.Due; came: Came; rules: WebhookRules }

async function record(ctx: Context, { due, came, rules }: Done): Promise<void> {
  const tries = due.tries + 1
  const { status = null, outcome } = came
  const id = [ctx.district.id, due.id] as const
  ctx.send(queries.insertTry, [...id, tries, ctx.now, status, outcome, came.tookMs, came.answer])
  if (outcome === 'delivered') {
    ctx.send(queries.markDelivered, [...id, ctx.now, tries, status, outcome])
    ctx.send(queries.markWorking, [ctx.district.id, due.webhook_id])
    return
  }
  ctx.send(queries.putOff, [...id, nextAt(ctx.now, due.put_off, came), tries, status, outcome])
  if (outcome === 'gone') return stop(ctx, due.webhook_id, 'gone')
  const failing = await ctx.db.row(queries.markFailing, [ctx.district.id, due.webhook_id, ctx.now])
  const since = failing?.failing_since ?? ctx.now
  if (ctx.now.getTime() - since.getTime() >= rules.failAfterDays * 24 * 3600_000)
    await stop(ctx, due.webhook_id, 'failed')
}

/** Waits grow, a little longer or shorter each time, so that what failed together does not come back together. */
function nextAt(now: Date, putOff: number, { retryAfterSeconds }: Came): Date {
  const wait = waits[Math.min(putOff, waits.length - 1)] ?? 5
  const spread = wait * (0.9 + Math.random() * 0.2)
  const asked = Math.min(retryAfterSeconds ?? 0, 24 * 3600)
  return new Date(now.getTime() + Math.max(spread, asked) * 1000)
}

/** The receiver said that it is gone, or nothing got through for days: a person lets it go on. */
async function stop(ctx: Context, webhookId: string, state: 'gone' | 'failed'): Promise<void> {
  await ctx.db.rows(queries.setState, [ctx.district.id, webhookId, state, ctx.now])
  ctx.audit('webhooks.stopped', webhookId, { state })
}
