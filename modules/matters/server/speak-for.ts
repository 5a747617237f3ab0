import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import type * as contract from '../contract.ts'
import { type CounterReport, spokenByHandler, statementMissing } from '../contract.ts'
import { counterReport } from './counter-lookup.ts'
import { rateReport, reopenReport } from './reporter.ts'
import { isHandledBy, seenReport } from './slip.ts'
import { replyToMatter, urgeReport } from './waiting.ts'

type Said = BodyOf<typeof contract.speakFor>

/**
 * Does for a reporter what they would do with their own phone, by the same rules. That a clerk recorded it, and how it came,
 * stands in the history; who handled it does not record what is thought of it.
 */
export async function speakFor(
  ctx: Context,
  at: { matterId: string; reportId: string },
  said: Said,
): Promise<CounterReport> {
  const { matter, report } = await seenReport(ctx, at)
  if (said.move === 'rate' && isHandledBy(ctx, matter)) throw spokenByHandler()
  await record(ctx, report.query_code, said)
  return counterReport(ctx, await seenReport(ctx, at))
}

function record(ctx: Context, code: string, { move, channel, words = '', rating, reasons = [] }: Said) {
  if (move === 'urge') return urgeReport(ctx, code, channel)
  if (move === 'rate') {
    if (!rating) throw statementMissing()
    return rateReport(ctx, code, { rating, reasons, words }, channel)
  }
  if (!words.trim()) throw statementMissing()
  if (move === 'reopen') return reopenReport(ctx, code, { words }, channel)
  return replyToMatter(ctx, code, { words, photoIds: [] }, channel)
}
