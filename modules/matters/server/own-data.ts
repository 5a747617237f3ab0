import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { readSetting } from '#kernel/server/settings.ts'
import type { Photo, Voice } from '#modules/files/contract.ts'
import { photosOf, pick, voicesOf } from '#modules/files/server/door.ts'
import {
  type Access,
  type DataRequest,
  type eraseOwnData as eraseRoute,
  type KeptReport,
  type correctContact as correctRoute,
  type readOwnData as readRoute,
  stillOpen,
} from '../contract.ts'
import { toldAnswers } from './answers.ts'
import { maskEmail, maskPhone, nameField, openedContact, phoneField, plainPhone } from './contact.ts'
import { eraseReport } from './erase.ts'
import { isOpen, mayWithdraw } from './matter-states.ts'
import * as own from './own-queries.ts'
import { ownReports, standingOf } from './own-reports.ts'
import { type AdditionRow, lockMatter, type ReportRow, takeNumber } from './queries.ts'
import { subjectName } from './receipt.ts'
import { contactUntil, retention } from './retention.ts'

/** What is kept besides the rows themselves, read once for all reports. */
type Beside = {
  photos: ReadonlyMap<string, Photo>
  voices: ReadonlyMap<string, Voice>
  additions: readonly AdditionRow[]
  looks: readonly own.LookRow[]
  contactMonths: number
}

async function beside(ctx: Context, reports: readonly ReportRow[]): Promise<Beside> {
  const ids = reports.map((report) => report.id)
  const matters = reports.map((report) => report.matter_id)
  const additions = await ctx.db.rows(own.additionsOf, [ctx.district.id, matters, ids])
  return {
    photos: await photosOf(
      ctx,
      [...reports, ...additions].flatMap((each) => each.photo_ids),
    ),
    voices: await voicesOf(
      ctx,
      reports.flatMap((report) => report.voice_id ?? []),
    ),
    additions,
    looks: await ctx.db.rows(own.looksAt, [ctx.district.id, ids]),
    contactMonths: (await readSetting(ctx, retention)).contactMonths,
  }
}

type Shown = { report: ReportRow; own: own.OwnRow }

/** Everything about one report. */
async function shape(ctx: Context, shown: Shown, kept: Beside, whole: boolean): Promise<KeptReport> {
  const { report, own: row } = shown
  const voice = report.voice_id ? kept.voices.get(report.voice_id) : undefined
  return {
    code: report.query_code,
    number: row.number,
    status: row.status,
    subject: await subjectName(ctx, report.subject),
    placeNames: row.place_names ?? [],
    channel: report.channel,
    receivedAt: report.received_at.toISOString(),
    words: report.words,
    photos: pick(kept.photos, report.photo_ids),
    answers: await toldAnswers(ctx, report),
    ...addedAndSeen(report.id, kept),
    ...whoSaid(ctx, shown, kept.contactMonths, whole),
    ...ratedBy(report),
    isPrivate: report.is_private,
    byGuardian: report.by_guardian,
    isOpen: isOpen(row.status) && report.withdrawn_at === null,
    mayWithdraw: mayWithdraw(row),
    fingerprint: report.fingerprint.toString('hex'),
    ...(voice && { voice }),
    ...(report.lon !== null && report.lat !== null && { point: { lon: report.lon, lat: report.lat } }),
    ...(report.consent_version !== null && { consentVersion: report.consent_version }),
    ...(report.erased_at && { erasedAt: report.erased_at.toISOString() }),
  }
}

type Contact = Pick<
  KeptReport,
  'contactName' | 'contactPhone' | 'contactEmail' | 'contactUntil' | 'tellsBySms'
>

/** By a query code number and address show in part: whoever finds a slip must not learn them. */
function whoSaid(ctx: Context, { report, own: row }: Shown, months: number, whole: boolean): Contact {
  const { name, phone, email } = openedContact(ctx, report)
  const until = name || phone || email ? contactUntil(row, months) : undefined
  return {
    tellsBySms: report.notice_way === 'sms',
    ...(name && { contactName: name }),
    ...(phone && { contactPhone: whole ? phone : maskPhone(phone) }),
    ...(email && { contactEmail: whole ? email : maskEmail(email) }),
    ...(until && { contactUntil: until.toISOString() }),
  }
}

const ratedBy = (
  report: ReportRow,
): Pick<KeptReport, 'rating' | 'ratingReasons' | 'ratingWords' | 'ratedAt'> => ({
  ratingReasons: report.rating_reasons as KeptReport['ratingReasons'],
  ratingWords: report.rating_words,
  ...(report.rating && { rating: report.rating }),
  ...(report.rated_at && { ratedAt: report.rated_at.toISOString() }),
})

/** What was added later, and who looked at the contact: when, in which post, why. */
const addedAndSeen = (id: string, { additions, looks, photos }: Beside) => ({
  additions: additions
    .filter((each) => each.report_id === id && each.erased_at === null)
    .map(({ at, words, photo_ids }) => ({ at: at.toISOString(), words, photos: pick(photos, photo_ids) })),
  looks: looks
    .filter((each) => each.subject === id)
    .map(({ at, roles, reason }) => ({
      at: at.toISOString(),
      roles: roles.map(roleIn),
      reason: reason ?? '',
    })),
})

/** A post stands in the audit with its area: `grid_worker@6`. */
const roleIn = (post: string): string => post.split('@', 1)[0] ?? post

async function everything(ctx: Context, access: Access) {
  const reports = await ownReports(ctx, access)
  const kept = await beside(ctx, reports)
  const shown = await standingOf(ctx, reports)
  const whole = access.pass !== undefined
  const items = await Promise.all(shown.map((each) => shape(ctx, each, kept, whole)))
  return { reports, items, contactMonths: kept.contactMonths }
}

export async function readOwnData(ctx: Context, access: Access): Promise<ReturnsOf<typeof readRoute>> {
  const { reports, items, contactMonths } = await everything(ctx, access)
  const rows = await ctx.db.rows(own.listRequests, [ctx.district.id, reports.map((each) => each.id)])
  const requests = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  return { items, requests, contactMonths }
}

export async function copyOwnData(ctx: Context, access: Access) {
  const { reports, items } = await everything(ctx, access)
  return { request: await noted(ctx, 'copy', reports), items }
}

/** Gives the request its number; what was asked for is done with it. */
async function noted(
  ctx: Context,
  kind: DataRequest['kind'],
  reports: readonly ReportRow[],
): Promise<DataRequest> {
  const year = dayIn(ctx.district.timeZone, ctx.now).slice(0, 4)
  const ids = reports.map((report) => report.id)
  const numbers = (await standingOf(ctx, reports)).map(({ own: row }) => row.number)
  const taken = await ctx.db.row(takeNumber, [ctx.district.id, `own-data ${year}`])
  const number = `G${year}-${String(taken?.value ?? 0).padStart(6, '0')}`
  ctx.send(own.insertRequest, [ctx.district.id, ids, number, kind, ctx.now])
  for (const id of ids) ctx.audit(`matters.own-data-${kind}`, id, { number })
  return { number, kind, at: ctx.now.toISOString(), numbers: [...new Set(numbers)] }
}

export async function correctContact(
  ctx: Context,
  { contactName, contactPhone, tellBySms, ...access }: BodyOf<typeof correctRoute>,
): Promise<{ request: DataRequest }> {
  const reports = await ownReports(ctx, access)
  const { personalData, district } = ctx
  const name = contactName.trim()
  const phone = contactPhone ? plainPhone(contactPhone) : ''
  await ctx.db.rows(own.changeContact, [
    district.id,
    reports.map((report) => report.id),
    name ? personalData.seal(district.id, nameField, name) : null,
    phone ? personalData.seal(district.id, phoneField, phone) : null,
    phone ? personalData.blindIndex(district.id, phoneField, phone) : null,
    contactPhone !== undefined,
    tellBySms ? 'sms' : 'none',
  ])
  return { request: await noted(ctx, 'correct', reports) }
}

/**
 * Erases what the reporter wants gone. What is still open cannot go on without the words: that is said first, and done when
 * they insist. Locked in the order of the matters, so that two who erase do not wait for each other.
 */
export async function eraseOwnData(
  ctx: Context,
  { insist, ...access }: BodyOf<typeof eraseRoute>,
): Promise<{ request: DataRequest }> {
  const reports = (await ownReports(ctx, access)).filter((report) => report.erased_at === null)
  const standing = await standingOf(ctx, reports)
  const open = standing.filter(({ report, own: row }) => isOpen(row.status) && report.withdrawn_at === null)
  if (open.length > 0 && !insist) throw stillOpen({ numbers: open.map((each) => each.own.number) })

  const request = await noted(ctx, 'erase', reports)
  for (const report of reports.toSorted((a, b) => (a.matter_id < b.matter_id ? -1 : 1))) {
    const matter = await ctx.db.row(lockMatter, [ctx.district.id, report.matter_id])
    if (matter) await eraseReport(ctx, matter, report)
  }
  return { request }
}
