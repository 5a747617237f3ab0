import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, systemActor } from '#kernel/server/context.ts'
import type * as contract from '../contract.ts'
import {
  type Channel,
  moveRefused,
  notAnswered,
  type Receipt,
  receiptNotFound,
  reopenTooLate,
} from '../contract.ts'
import { append } from './act.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { loopRules } from './loop-rules.ts'
import { mayWithdraw, reopenUntil } from './matter-states.ts'
import { promiseFor } from './promise.ts'
import * as queries from './queries.ts'
import { plainCode } from './receive.ts'
import { receiptOf } from './receipt.ts'

async function reportWith(ctx: Context, code: string): Promise<queries.ReportRow> {
  const report = await ctx.db.row(queries.findReportByCode, [ctx.district.id, plainCode(code)])
  if (!report) throw receiptNotFound()
  return report
}

export async function locked(ctx: Context, code: string) {
  const report = await reportWith(ctx, code)
  const matter = await ctx.db.row(queries.lockMatter, [ctx.district.id, report.matter_id])
  if (!matter) throw receiptNotFound()
  return { report, matter }
}

export async function readReceipt(ctx: Context, code: string): Promise<Receipt> {
  const report = await reportWith(ctx, code)
  const matter = await ctx.db.row(queries.findMatter, [ctx.district.id, report.matter_id])
  if (!matter) throw receiptNotFound()
  return receiptOf(ctx, report, matter)
}

const good = 3

/**
 * The reporter's own word. Satisfied with an answer counts as the follow-up, and the matter is closed with it once every
 * neighbour who reported the same is satisfied too; when dissatisfied nothing closes, and reopening is offered.
 */
export async function rateReport(
  ctx: Context,
  code: string,
  body: BodyOf<typeof contract.rateReport>,
  channel?: Channel,
): Promise<Receipt> {
  const { report, matter } = await locked(ctx, code)
  if (matter.status !== 'answered' && matter.status !== 'closed') throw notAnswered()

  const words = body.words?.trim() ?? ''
  await ctx.db.rows(queries.rateReport, [
    ctx.district.id,
    report.id,
    body.rating,
    body.reasons,
    words,
    ctx.now,
  ])
  let next = append(ctx, matter, 'rated', {
    report_id: report.id,
    rating: body.rating,
    ...(report.rating && { before: report.rating }),
    ...(channel && { channel }),
  })
  if (next.status === 'answered' && body.rating >= good && (await allContent(ctx, next, report.id))) {
    next = append(ctx, next, 'followed_up', { result: 'satisfied', words: '' })
    next = append({ ...ctx, actor: systemActor }, next, 'closed', {})
  }
  const rated = {
    ...report,
    rating: body.rating,
    rating_reasons: body.reasons,
    rating_words: words,
    rated_at: ctx.now,
  }
  return receiptOf(ctx, rated, next)
}

async function allContent(ctx: Context, matter: queries.MatterRow, except: string): Promise<boolean> {
  const values = [ctx.district.id, matter.id, except, matter.answered_at, good]
  return (await ctx.db.row(queries.countUncontent, values))?.n === 0
}

export async function reopenReport(
  ctx: Context,
  code: string,
  body: { words: string },
  channel?: Channel,
): Promise<Receipt> {
  const { report, matter } = await locked(ctx, code)
  const { reopenDays } = await readSetting(ctx, loopRules)
  const until = reopenUntil(matter, reopenDays)
  if (!until) throw moveRefused({ status: matter.status })
  if (ctx.now > until) throw reopenTooLate({ days: reopenDays })

  const promise = await promiseFor(ctx, matter.level, ctx.now)
  const next = append(ctx, matter, 'reopened', {
    words: body.words.trim(),
    promise,
    by: 'reporter',
    report_id: report.id,
    ...(channel && { channel }),
  })
  return receiptOf(ctx, report, next)
}

export async function withdrawReport(ctx: Context, code: string): Promise<Receipt> {
  const { report, matter } = await locked(ctx, code)
  if (!mayWithdraw(matter)) throw moveRefused({ status: matter.status })

  await ctx.db.rows(queries.withdrawReport, [ctx.district.id, report.id, ctx.now])
  const next = append(ctx, matter, 'withdrawn', { report_id: report.id })
  return receiptOf(ctx, { ...report, withdrawn_at: ctx.now }, next)
}
