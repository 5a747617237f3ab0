import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { photosOf, pick } from '#modules/files/server/door.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import { findArea } from '#modules/places/server/door.ts'
import type { Receipt, SubjectName } from '../contract.ts'
import { houseRules } from './house-rules.ts'
import { isOpen, mayWithdraw, reopenUntil } from './matter-states.ts'
import { namesOf } from './people-names.ts'
import type { MatterRow, ReportRow } from './queries.ts'
import { reporterTimeline } from './timeline.ts'

/** A subject as it is named today; one that was removed keeps its key as name. */
export async function subjectName(ctx: Context, key: string): Promise<SubjectName> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const { icon, zh, en } = rules.subjects.get(key) ?? { icon: 'other', zh: key, en: key }
  return { key, icon, zh, en }
}

/** Everything the holder of a query code may see. */
export async function receiptOf(ctx: Context, report: ReportRow, matter: MatterRow): Promise<Receipt> {
  const place = await ctx.db.row(findArea, [ctx.district.id, matter.place_id])
  const photos = await photosOf(ctx, report.photo_ids)
  const handler = matter.handler_id
    ? (await namesOf(ctx, [matter.handler_id])).get(matter.handler_id)
    : undefined
  const until = reopenUntil(matter)
  return {
    number: matter.number,
    code: report.query_code,
    status: matter.status,
    subject: await subjectName(ctx, report.subject),
    placeNames: place?.path_names ?? [],
    words: report.words,
    photos: pick(photos, report.photo_ids),
    receivedAt: report.received_at.toISOString(),
    promise: matter.promise,
    isOverdue: isOpen(matter.status) && matter.status !== 'answered' && ctx.now > matter.due_at,
    holderName: await holderName(ctx, matter),
    reportCount: matter.report_count,
    timeline: await reporterTimeline(ctx, matter.id, report.id),
    mayRate: matter.status === 'answered' || matter.status === 'closed',
    mayReopen: until !== undefined && ctx.now <= until,
    mayWithdraw: mayWithdraw(matter),
    fingerprint: report.fingerprint.toString('hex'),
    ...(report.door_token && { doorToken: report.door_token }),
    ...(handler && { handler }),
    ...(matter.outcome && { outcome: matter.outcome }),
    ...(report.rating && { rating: report.rating }),
    ...(until && { reopenUntil: until.toISOString() }),
  }
}

async function holderName(ctx: Context, matter: MatterRow): Promise<string> {
  if (!matter.organisation_id) return matter.route.areaName
  const organisation = await ctx.db.row(findOrganisation(ctx.district.id, matter.organisation_id))
  return organisation?.name ?? matter.route.areaName
}
