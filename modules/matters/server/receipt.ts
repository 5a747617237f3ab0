import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { photosOf, pick } from '#modules/files/server/door.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import { type AreaRow, findArea } from '#modules/places/server/door.ts'
import type { Receipt, SubjectName } from '../contract.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { houseRules } from './house-rules.ts'
import { loopRules } from './loop-rules.ts'
import { isOpen, mayWithdraw, reopenUntil } from './matter-states.ts'
import type { MatterEvent } from './matter-events.ts'
import { namesOf } from './people-names.ts'
import { listEvents, type MatterRow, type ReportRow } from './queries.ts'
import { reporterTimeline, type Told, toldIn } from './timeline.ts'

/** A subject as it is named today; one that was removed keeps its key as name. */
export async function subjectName(ctx: Context, key: string): Promise<SubjectName> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const { icon, zh, en } = rules.subjects.get(key) ?? { icon: 'other', zh: key, en: key }
  return { key, icon, zh, en }
}

/** What a receipt tells besides report and matter. */
export type Around = Told & { place: AreaRow | undefined; holderName: string; events: readonly MatterEvent[] }

/** Everything the holder of a query code may see. */
export async function receiptOf(ctx: Context, report: ReportRow, matter: MatterRow): Promise<Receipt> {
  const events = await ctx.db.rows(listEvents, [ctx.district.id, matter.id])
  const told = await toldIn(ctx, events, matter.id)
  const own = await photosOf(ctx, report.photo_ids)
  const handler = await namesOf(ctx, [matter.handler_id])
  return receiptFrom(ctx, report, matter, {
    events,
    photos: new Map([...told.photos, ...own]),
    names: new Map([...told.names, ...handler]),
    subjects: told.subjects,
    additions: told.additions,
    place: await ctx.db.row(findArea, [ctx.district.id, matter.place_id]),
    holderName: await holderName(ctx, matter),
  })
}

/** The receipt from what is known, asking nothing more of the database. */
export async function receiptFrom(
  ctx: Context,
  report: ReportRow,
  matter: MatterRow,
  around: Around,
): Promise<Receipt> {
  const handler = matter.handler_id ? around.names.get(matter.handler_id) : undefined
  const { reopenDays, urgeHours } = await readSetting(ctx, loopRules)
  const until = reopenUntil(matter, reopenDays)
  return {
    number: matter.number,
    code: report.query_code,
    status: matter.status,
    subject: await subjectName(ctx, report.subject),
    placeNames: around.place?.path_names ?? [],
    words: report.words,
    photos: pick(around.photos, report.photo_ids),
    receivedAt: report.received_at.toISOString(),
    promise: matter.promise,
    isOverdue: isOpen(matter.status) && matter.status !== 'answered' && ctx.now > matter.due_at,
    holderName: around.holderName,
    reportCount: matter.report_count,
    timeline: reporterTimeline(around.events, report.id, around),
    mayRate: matter.status === 'answered' || matter.status === 'closed',
    mayReopen: until !== undefined && ctx.now <= until,
    mayWithdraw: mayWithdraw(matter),
    mayUrge: mayUrge(ctx, report, matter, urgeHours),
    mayReply: isOpen(matter.status),
    isPrivate: report.is_private,
    answers: report.answers,
    ...(report.voice_id && { voice: report.voice_id }),
    ...questionIn(around.events, report.id, matter),
    fingerprint: report.fingerprint.toString('hex'),
    ...(report.door_token && { doorToken: report.door_token }),
    ...(handler && { handler }),
    ...(matter.outcome && { outcome: matter.outcome }),
    ...(report.rating && { rating: report.rating }),
    ...(until && { reopenUntil: until.toISOString() }),
  }
}

const hourMs = 3600_000

const mayUrge = (ctx: Context, report: ReportRow, matter: MatterRow, urgeHours: number): boolean =>
  isOpen(matter.status) &&
  matter.status !== 'answered' &&
  (report.urged_at === null || ctx.now.getTime() >= report.urged_at.getTime() + urgeHours * hourMs)

/** What was asked last, while this reporter has not said anything since and the matter is open. */
function questionIn(
  events: readonly MatterEvent[],
  reportId: string,
  matter: MatterRow,
): Pick<Receipt, 'question'> {
  if (!isOpen(matter.status) || matter.status === 'answered') return {}
  const last = events.findLast(
    (event) => event.kind === 'asked' || (event.kind === 'replied' && event.data.report_id === reportId),
  )
  if (last?.kind !== 'asked') return {}
  const until = matter.pause_until?.toISOString()
  return { question: { words: last.data.words, ...(until && { until }) } }
}

type Held = Pick<MatterRow, 'organisation_id' | 'route'>

export async function holderName(ctx: Context, matter: Held): Promise<string> {
  if (!matter.organisation_id) return matter.route.areaName
  const organisation = await ctx.db.row(findOrganisation(ctx.district.id, matter.organisation_id))
  return organisation?.name ?? matter.route.areaName
}
