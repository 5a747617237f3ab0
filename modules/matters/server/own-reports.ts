import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { checkCode, sendCode } from '#modules/notices/server/door.ts'
import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import {
  type Access,
  type listMyReports as listRoute,
  type openMyReports as openRoute,
  passOver,
  receiptNotFound,
} from '../contract.ts'
import { phoneField, plainPhone } from './contact.ts'
import { isOpen } from './matter-states.ts'
import { listOwn, type OwnRow, reportsOfPhone } from './own-queries.ts'
import { findReportByCode, type ReportRow } from './queries.ts'
import { plainCode } from './receive.ts'
import { subjectName } from './receipt.ts'

const purpose = 'matters.own-reports'
const holdsMs = 15 * 60_000

const indexOf = (ctx: Context, phone: string): Buffer =>
  ctx.personalData.blindIndex(ctx.district.id, phoneField, plainPhone(phone))

const isKnown = statement<{ known: boolean }>(
  'matters.phone-is-known',
  `select exists (select 1 from reports where district_id = $1 and contact_phone_index = $2) as known`,
)

/** A code goes out only to a number that reports were made with; the answer tells nobody which that is. */
export async function sendMyCode(ctx: Context, phone: string) {
  const row = await ctx.db.row(isKnown, [ctx.district.id, indexOf(ctx, phone)])
  return sendCode(ctx, { purpose, phone, known: row?.known ?? false })
}

/** What the pass says: whose reports, until when. Signed and carried by the browser; nothing of it is stored. */
const signed = (ctx: Context, index: string, until: string): string => `${ctx.district.id}.${index}.${until}`

export async function openMyReports(
  ctx: Context,
  { phone, code }: BodyOf<typeof openRoute>,
): Promise<ReturnsOf<typeof openRoute>> {
  await checkCode(ctx, { purpose, phone, code })
  const until = new Date(ctx.now.getTime() + holdsMs)
  const index = indexOf(ctx, phone).toString('base64url')
  const ends = until.getTime().toString(36)
  const signature = ctx.personalData.sign(purpose, signed(ctx, index, ends))
  return { pass: `${index}.${ends}.${signature}`, until: until.toISOString() }
}

/** @throws passOver when it ended or was not ours */
function readPass(ctx: Context, pass: string): { index: Buffer; until: Date } {
  const [index = '', ends = '', signature = ''] = pass.split('.')
  const until = new Date(Number.parseInt(ends, 36))
  const isOurs = ctx.personalData.verifySignature(purpose, signed(ctx, index, ends), signature)
  if (!isOurs || until <= ctx.now) throw passOver()
  return { index: Buffer.from(index, 'base64url'), until }
}

/** The caller's reports: those of the number they showed to be theirs, or those whose codes they hold; the newest first. */
export async function ownReports(ctx: Context, { pass, codes = [] }: Access): Promise<ReportRow[]> {
  if (pass) return ctx.db.rows(reportsOfPhone, [ctx.district.id, readPass(ctx, pass).index])
  const found = await Promise.all(
    [...new Set(codes.map(plainCode))].map((code) => ctx.db.row(findReportByCode, [ctx.district.id, code])),
  )
  const reports = found.filter((report) => report !== undefined)
  // A phone may remember receipts of another installation: those found will do.
  if (reports.length === 0) throw receiptNotFound()
  return reports
}

/** Where the matters of these reports stand, in the order of the reports. */
export async function standingOf(
  ctx: Context,
  reports: readonly ReportRow[],
): Promise<{ report: ReportRow; own: OwnRow }[]> {
  const rows = await ctx.db.rows(listOwn, [ctx.district.id, reports.map((report) => report.id)])
  const byId = new Map(rows.map((row) => [row.report_id, row]))
  return reports.flatMap((report) => {
    const own = byId.get(report.id)
    return own ? [{ report, own }] : []
  })
}

export async function listMyReports(ctx: Context, pass: string): Promise<ReturnsOf<typeof listRoute>> {
  const { until } = readPass(ctx, pass)
  const standing = await standingOf(ctx, await ownReports(ctx, { pass }))
  const items = standing.map(async ({ report, own }) => ({
    code: report.query_code,
    number: own.number,
    status: own.status,
    subject: await subjectName(ctx, report.subject),
    placeNames: own.place_names ?? [],
    receivedAt: report.received_at.toISOString(),
    statusAt: own.status_at.toISOString(),
    dueAt: own.due_at.toISOString(),
    isOverdue: isOpen(own.status) && own.status !== 'answered' && own.due_at < ctx.now,
    waitsForRating: own.status === 'answered' && report.rating === null,
  }))
  return { until: until.toISOString(), items: await Promise.all(items) }
}
