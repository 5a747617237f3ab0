import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, systemActor } from '#kernel/server/context.ts'
import type * as contract from '../contract.ts'
import { moveRefused, notAnswered, type Receipt, receiptNotFound, reopenTooLate } from '../contract.ts'
import { append } from './act.ts'
import { isOpen, reopenable, reopenDays } from './matter-states.ts'
import { promiseFor } from './promise.ts'
import * as queries from './queries.ts'
import { plainCode } from './receive.ts'
import { receiptOf } from './receipt.ts'

const dayMs = 24 * 3600_000

/** Until when the reporter may reopen; undefined before there is an answer. */
export function reopenUntil(matter: queries.MatterRow): Date | undefined {
  if (!reopenable.includes(matter.status)) return undefined
  const from = matter.closed_at ?? matter.answered_at ?? matter.status_at
  return new Date(from.getTime() + reopenDays * dayMs)
}

async function reportWith(ctx: Context, code: string): Promise<queries.ReportRow> {
  const report = await ctx.db.row(queries.findReportByCode, [ctx.district.id, plainCode(code)])
  if (!report) throw receiptNotFound()
  return report
}

async function locked(ctx: Context, code: string) {
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
 * The reporter's own word. Satisfied with an answer counts as the follow-up, and the matter is closed with it; when
 * dissatisfied nothing closes, and reopening is offered.
 */
export async function rateReport(
  ctx: Context,
  code: string,
  body: BodyOf<typeof contract.rateReport>,
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
  let next = await append(ctx, matter, 'rated', { report_id: report.id, rating: body.rating })
  if (next.status === 'answered' && body.rating >= good) {
    next = await append(ctx, next, 'followed_up', { result: 'satisfied', words: '' })
    next = await append({ ...ctx, actor: systemActor }, next, 'closed', {})
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

export async function reopenReport(ctx: Context, code: string, body: { words: string }): Promise<Receipt> {
  const { report, matter } = await locked(ctx, code)
  const until = reopenUntil(matter)
  if (!until) throw moveRefused({ status: matter.status })
  if (ctx.now > until) throw reopenTooLate({ days: reopenDays })

  const promise = await promiseFor(ctx, matter.level, ctx.now)
  const next = await append(ctx, matter, 'reopened', { words: body.words.trim(), promise, by: 'reporter' })
  return receiptOf(ctx, report, next)
}

/** Only while nothing was answered, and only when nobody else reported the same. */
export const mayWithdraw = (matter: queries.MatterRow): boolean =>
  isOpen(matter.status) && matter.status !== 'answered' && matter.report_count === 1

export async function withdrawReport(ctx: Context, code: string): Promise<Receipt> {
  const { report, matter } = await locked(ctx, code)
  if (!mayWithdraw(matter)) throw moveRefused({ status: matter.status })

  await ctx.db.rows(queries.withdrawReport, [ctx.district.id, report.id, ctx.now])
  const next = await append(ctx, matter, 'withdrawn', { report_id: report.id })
  return receiptOf(ctx, { ...report, withdrawn_at: ctx.now }, next)
}
