import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { forgetAnswers } from '#kernel/server/idempotency.ts'
import { releaseFiles } from '#modules/files/server/door.ts'
import { append } from './act.ts'
import type { MatterRow, ReportRow } from './queries.ts'

const eraseSaid = statement(
  'matters.erase-report',
  `update reports set words = '', photo_ids = '{}', voice_id = null, answers = '{}', lon = null, lat = null,
     contact_name_sealed = null, contact_phone_sealed = null, contact_phone_index = null, contact_tail_index = null,
     contact_email_sealed = null,
     rating_words = '', notice_way = 'none', erased_at = $3
   where district_id = $1 and id = $2`,
)
/** Gives back the files that hung on it: what is returned is as it was before. */
const eraseAdditions = statement<{ photo_ids: string[]; voice_id: string | null }>(
  'matters.erase-additions',
  `with before as (select id, photo_ids, voice_id from report_additions where district_id = $1 and report_id = $2)
   update report_additions a set words = '', photo_ids = '{}', voice_id = null, erased_at = $3
   from before b where a.district_id = $1 and a.id = b.id returning b.photo_ids, b.voice_id`,
)
const eraseContact = statement(
  'matters.erase-contact',
  `update reports set contact_name_sealed = null, contact_phone_sealed = null, contact_phone_index = null, contact_tail_index = null,
     contact_email_sealed = null, notice_way = 'none'
   where district_id = $1 and id = $2`,
)

/**
 * Takes away what somebody said and who said it, at their wish. Number, history and fingerprint stay: that it was received
 * can still be proved. `matter` is locked. Photos and recording go with the next round of the files' own job.
 */
export async function eraseReport(ctx: Context, matter: MatterRow, report: ReportRow): Promise<MatterRow> {
  const values = [ctx.district.id, report.id, ctx.now]
  const additions = await ctx.db.rows(eraseAdditions, values)
  await ctx.db.rows(eraseSaid, values)
  const files = [report, ...additions].flatMap((each) => [...each.photo_ids, ...voiceIn(each)])
  await releaseFiles(ctx, files, `report:${report.id}`)
  // The answers kept for phones that send again hold the words as well.
  await forgetAnswers(ctx, 'code', report.query_code)
  return append(ctx, matter, 'erased', { report_id: report.id, why: 'asked' })
}

const voiceIn = ({ voice_id: id }: { voice_id: string | null }): string[] => (id ? [id] : [])

/** The time for keeping name and number is over; what was said stays. `matter` is locked. */
export async function expireContact(ctx: Context, matter: MatterRow, reportId: string): Promise<MatterRow> {
  await ctx.db.rows(eraseContact, [ctx.district.id, reportId])
  return append(ctx, matter, 'erased', { report_id: reportId, why: 'expired' })
}
