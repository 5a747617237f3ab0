import type { Context } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { matterNotFound, moveRefused } from '../contract.ts'
import { append } from './act.ts'
import { isOpen } from './matter-states.ts'
import { lockMatter, type MatterRow, type ReportRow } from './queries.ts'
import { fingerprintOf, holdFiles, keepReport, type Said } from './receive.ts'

/** A neighbour says the same: their report joins the open matter, with words, code and rating of its own. */
export async function join(
  ctx: Context,
  matterId: string,
  said: Said,
): Promise<{ matter: MatterRow; report: ReportRow; code: string }> {
  const matter = await ctx.db.row(lockMatter, [ctx.district.id, matterId])
  if (!matter) throw matterNotFound()
  if (!isOpen(matter.status)) throw moveRefused({ status: matter.status })

  const reportId = ctx.caller.key ?? uuidv7(ctx.now)
  await holdFiles(ctx, reportId, said)
  const fingerprint = fingerprintOf(reportId, said)
  const report = keepReport(ctx, { said, reportId, matterId, fingerprint })
  const joined = append(ctx, matter, 'joined', {
    report_id: reportId,
    fingerprint: fingerprint.toString('hex'),
  })
  return { matter: joined, report, code: report.query_code }
}
