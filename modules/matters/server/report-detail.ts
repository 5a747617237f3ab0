import type { Static } from 'typebox'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { photosOf, pick, voicesOf } from '#modules/files/server/door.ts'
import type { Question, ReportDetail } from '../contract.ts'
import { maskEmail, maskName, maskPhone, openedContact } from './contact.ts'
import { houseRules, type HouseRules } from './house-rules.ts'
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
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  return reports.map((report) => ({
    ...told(ctx, report, files),
    answers: answersOf(ctx, rules, report),
    additions: additions.filter((each) => each.report_id === report.id).map((each) => addition(each, files)),
  }))
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

type Answer = string | string[]

/** In the order in which they are asked today; what is no longer asked comes last under its code. */
function answersOf(ctx: Context, rules: HouseRules, { subject, answers }: ReportRow): Shown['answers'] {
  const asked = rules.subjects.get(subject)?.questions ?? []
  const known = asked.flatMap((question) => {
    const given = answers[question.code]
    if (given === undefined) return []
    return [{ question: { zh: question.zh, en: question.en }, answer: worded(ctx, question, given) }]
  })
  const codes = new Set(asked.map((question) => question.code))
  const others = Object.entries(answers).filter(([code]) => !codes.has(code))
  return [
    ...known,
    ...others.map(([code, given]) => ({ question: { zh: code, en: code }, answer: plain(given) })),
  ]
}

function plain(given: Answer): { zh: string; en: string } {
  const text = Array.isArray(given) ? given.join(' ') : given
  return { zh: text, en: text }
}

function worded(ctx: Context, { kind, choices }: Question, given: Answer): { zh: string; en: string } {
  if (kind === 'one' || kind === 'many') {
    const chosen = [given].flat().map((key) => choices.find((choice) => choice.key === key))
    const found = chosen.filter((choice) => choice !== undefined)
    return {
      zh: found.map((choice) => choice.zh).join('、'),
      en: found.map((choice) => choice.en).join(', '),
    }
  }
  return plain(kind === 'moment' ? momentIn(ctx.district.timeZone, given) : given)
}

function momentIn(timeZone: string, given: Answer): string {
  const moment = new Date(String(given))
  if (Number.isNaN(moment.getTime())) return String(given)
  const time = moment.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return `${dayIn(timeZone, moment)} ${time}`
}
