import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { Voice } from '#modules/files/contract.ts'
import { photosOf, pick, voicesOf } from '#modules/files/server/door.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import { type AreaRow, findArea } from '#modules/places/server/door.ts'
import type { Receipt, SubjectName, TimelineEntry } from '../contract.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { toldAnswers } from './answers.ts'
import { houseRules } from './house-rules.ts'
import { loopRules } from './loop-rules.ts'
import { isOpen, mayWithdraw, reopenUntil } from './matter-states.ts'
import type { MatterEvent } from './matter-events.ts'
import { namesOf } from './people-names.ts'
import { findMatter, listEvents, type MatterRow, type ReportRow } from './queries.ts'
import { reporterTimeline, type Told, toldIn } from './timeline.ts'

/** A subject as it is named today; one that was removed keeps its key as name. */
export async function subjectName(ctx: Context, key: string): Promise<SubjectName> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const { icon, zh, en } = rules.subjects.get(key) ?? { icon: 'other', zh: key, en: key }
  return { key, icon, zh, en }
}

/** What a receipt tells besides report and matter. */
export type Around = Told & {
  place: AreaRow | undefined
  holderName: string
  voice: Voice | undefined
  events: readonly MatterEvent[]
  /** The number it had before it was merged, or of the matter it was split from. */
  earlierNumber?: string | undefined
}

/** A recording with its address, if there is one. */
export const voiceOf = async (ctx: Context, id: string | null | undefined): Promise<Voice | undefined> =>
  id ? (await voicesOf(ctx, [id])).get(id) : undefined

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
    voice: await voiceOf(ctx, report.voice_id),
    earlierNumber: await earlierNumber(ctx, events, report.id),
    // Who joined a neighbour's matter reads the place they spoke of, not the neighbour's staircase.
    place: await ctx.db.row(findArea, [ctx.district.id, report.place_id]),
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
    isOverdue: isWaitedFor(matter) && ctx.now > matter.due_at,
    holderName: around.holderName,
    reportCount: matter.report_count,
    timeline: timelineOf(report, around),
    ...(await movesOf(ctx, report, matter)),
    isPrivate: report.is_private,
    isPublic: matter.is_public && !matter.is_hidden,
    answers: await toldAnswers(ctx, report),
    ...(around.voice && { voice: around.voice }),
    ...questionIn(around.events, report.id, matter),
    fingerprint: report.fingerprint.toString('hex'),
    ...(report.door_token && { doorToken: report.door_token }),
    ...(handler && { handler }),
    ...(matter.outcome && { outcome: matter.outcome }),
    ...(report.rating && { rating: report.rating }),
    ...(report.erased_at && { erasedAt: report.erased_at.toISOString() }),
  }
}

type Moves = Pick<
  Receipt,
  'mayRate' | 'mayReopen' | 'reopenUntil' | 'mayWithdraw' | 'mayUrge' | 'urgeAgainAt' | 'mayReply'
>

/** What the reporter may do now. */
export async function movesOf(ctx: Context, report: ReportRow, matter: MatterRow): Promise<Moves> {
  const { reopenDays, urgeHours } = await readSetting(ctx, loopRules)
  const until = reopenUntil(matter, reopenDays)
  const again = urgeAgainAt(report, urgeHours)
  return {
    mayRate: matter.status === 'answered' || matter.status === 'closed',
    mayReopen: until !== undefined && ctx.now <= until,
    mayWithdraw: mayWithdraw(matter),
    mayUrge: isWaitedFor(matter) && (!again || again <= ctx.now),
    mayReply: isOpen(matter.status),
    ...(until && { reopenUntil: until.toISOString() }),
    ...(again && { urgeAgainAt: again.toISOString() }),
  }
}

/** The story of one report; how it came to this matter, where it began in another. */
function timelineOf(report: ReportRow, around: Around): TimelineEntry[] {
  const entries = reporterTimeline(around.events, report.id, around)
  const { earlierNumber: number } = around
  if (!number) return entries
  const came = (entry: TimelineEntry) => entry.isOwn && (entry.kind === 'joined' || entry.kind === 'received')
  return entries.map((entry) => (came(entry) ? { ...entry, otherNumber: number } : entry))
}

async function earlierNumber(
  ctx: Context,
  events: readonly MatterEvent[],
  reportId: string,
): Promise<string | undefined> {
  for (const { kind, data } of events) {
    if (kind !== 'joined' && kind !== 'received') continue
    if (data.report_id !== reportId) continue
    const from = kind === 'joined' ? data.from : data.split_from
    if (from) return (await ctx.db.row(findMatter, [ctx.district.id, from]))?.number
  }
  return undefined
}

const hourMs = 3600_000

/** Nobody has answered yet. */
const isWaitedFor = ({ status }: MatterRow): boolean => isOpen(status) && status !== 'answered'

const urgeAgainAt = ({ urged_at: at }: ReportRow, urgeHours: number): Date | undefined =>
  at ? new Date(at.getTime() + urgeHours * hourMs) : undefined

/** What was asked last, while this reporter has not said anything since and the matter is open. */
function questionIn(
  events: readonly MatterEvent[],
  reportId: string,
  matter: MatterRow,
): Pick<Receipt, 'question'> {
  if (!isWaitedFor(matter)) return {}
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
