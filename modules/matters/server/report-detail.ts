import type { Static } from 'typebox'
import type { Context } from '#kernel/server/context.ts'
import { photosOf, pick, voicesOf } from '#modules/files/server/door.ts'
import type { ReportDetail } from '../contract.ts'
import { toldAnswers } from './answers.ts'
import { maskEmail, maskName, maskPhone, openedContact } from './contact.ts'
import { type AdditionRow, listAdditions, listReports, type ReportRow } from './queries.ts'

type Shown = Static<typeof ReportDetail>

/** What each person said about a matter, with what they added later; who they are is masked. */
export async function reportsOf(ctx: Context, matterId: string): Promise<Shown[]> {
  const reports = await ctx.db.rows(listReports, [ctx.district.id, matterId])
  const additions = await ctx.db.rows(listAdditions, [ctx.district.id, matterId])
  const said = [...reports, ...additions]
  const files = {
    photos: await photosOf(
      ctx,
      said.flatMap((each) => each.photo_ids),
    ),
    voices: await voicesOf(
      ctx,
      said.flatMap((each) => each.voice_id ?? []),
    ),
  }
  return Promise.all(
    reports.map(async (report) => ({
      ...told(ctx, report, files),
      answers: await toldAnswers(ctx, report),
      additions: additions
        .filter((each) => each.report_id === report.id)
        .map((each) => addition(each, files)),
    })),
  )
}

type Files = {
  photos: Awaited<ReturnType<typeof photosOf>>
  voices: Awaited<ReturnType<typeof voicesOf>>
}

function voiceOf({ voices }: Files, id: string | null): Pick<Shown, 'voice'> {
  const voice = id ? voices.get(id) : undefined
  return voice ? { voice } : {}
}

const addition = (row: AdditionRow, files: Files): Shown['additions'][number] => ({
  id: row.id,
  at: row.at.toISOString(),
  words: row.words,
  photos: pick(files.photos, row.photo_ids),
  ...voiceOf(files, row.voice_id),
})

function told(ctx: Context, report: ReportRow, files: Files): Omit<Shown, 'answers' | 'additions'> {
  const { name, phone, email } = openedContact(ctx, report)
  return {
    id: report.id,
    words: report.words,
    photos: pick(files.photos, report.photo_ids),
    channel: report.channel,
    receivedAt: report.received_at.toISOString(),
    ratingReasons: report.rating_reasons,
    isPrivate: report.is_private,
    byGuardian: report.by_guardian,
    noticeWay: report.notice_way,
    ...(report.received_by && { receivedBy: report.received_by }),
    isWithdrawn: report.withdrawn_at !== null,
    isErased: report.erased_at !== null,
    ...voiceOf(files, report.voice_id),
    ...(phone && { maskedPhone: maskPhone(phone) }),
    ...(name && { maskedName: maskName(name) }),
    ...(email && { maskedEmail: maskEmail(email) }),
    ...(report.rating && { rating: report.rating }),
    ...(report.rating_words && { ratingWords: report.rating_words }),
  }
}
