import { createHash } from 'node:crypto'
import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { holdPhotos } from '#modules/files/server/door.ts'
import type * as contract from '../contract.ts'
import { alreadyAsked, type Channel, moveRefused, type Receipt, urgedAlready } from '../contract.ts'
import { append, lockFor } from './act.ts'
import { loopRules } from './loop-rules.ts'
import { canonical } from './matter-events.ts'
import { isOpen } from './matter-states.ts'
import { endOf, promiseAfterPause, promiseWhilePaused } from './promise.ts'
import { insertAddition, markUrged, type MatterRow } from './queries.ts'
import { receiptOf } from './receipt.ts'
import { locked } from './reporter.ts'

/**
 * Asks the reporters something the matter cannot go on without: the clock stands still until one of them answers, at the
 * latest for the days the office set. What is late already stays late: asking wins no time.
 */
export async function askReporter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.askReporter>,
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.handle', action: 'ask' })
  if (matter.paused_at) throw alreadyAsked()
  const words = body.words.trim()
  if (matter.due_at <= ctx.now) return append(ctx, matter, 'asked', { words })
  const { askDays } = await readSetting(ctx, loopRules)
  const until = await endOf(ctx, { amount: askDays, unit: 'natural_days' })
  const promise = await promiseWhilePaused(ctx, matter.promise, until)
  return append(ctx, matter, 'asked', { words, until: until.toISOString(), promise })
}

/** What a reporter adds: an answer to the question, which lets the clock go on, or more about the same. */
export async function replyToMatter(
  ctx: Context,
  code: string,
  body: BodyOf<typeof contract.replyToMatter>,
  channel?: Channel,
): Promise<Receipt> {
  const { report, matter } = await locked(ctx, code)
  if (!isOpen(matter.status)) throw moveRefused({ status: matter.status })
  const id = ctx.caller.key ?? uuidv7(ctx.now)
  await holdPhotos(ctx, body.photoIds, `report:${report.id}`)
  const words = body.words.trim()
  const fingerprint = createHash('sha256')
    .update(canonical({ id, report: report.id, words, photoIds: body.photoIds }))
    .digest()
  ctx.send(insertAddition, [
    ctx.district.id,
    id,
    report.id,
    matter.id,
    words,
    body.photoIds,
    null,
    ctx.now,
    fingerprint,
  ])
  const next = append(ctx, matter, 'replied', {
    report_id: report.id,
    addition_id: id,
    fingerprint: fingerprint.toString('hex'),
    ...(matter.paused_at && { promise: await promiseAfterPause(ctx, matter.promise, ctx.now) }),
    ...(channel && { channel }),
  })
  return receiptOf(ctx, report, next)
}

const hourMs = 3600_000

/** The reporter urges 催办: once in the hours the office set, while nothing is answered. */
export async function urgeReport(ctx: Context, code: string, channel?: Channel): Promise<Receipt> {
  const { report, matter } = await locked(ctx, code)
  if (!isOpen(matter.status) || matter.status === 'answered') throw moveRefused({ status: matter.status })
  const { urgeHours } = await readSetting(ctx, loopRules)
  const again = report.urged_at && new Date(report.urged_at.getTime() + urgeHours * hourMs)
  if (again && ctx.now < again) throw urgedAlready({ hours: urgeHours })

  await ctx.db.rows(markUrged, [ctx.district.id, report.id, ctx.now])
  const next = append(ctx, matter, 'urged', { report_id: report.id, ...(channel && { channel }) })
  return receiptOf(ctx, { ...report, urged_at: ctx.now }, next)
}
