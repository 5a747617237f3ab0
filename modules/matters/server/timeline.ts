import type { Context } from '#kernel/server/context.ts'
import { photosOf, pick } from '#modules/files/server/door.ts'
import type { Photo } from '#modules/files/contract.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { Person, SubjectName, TimelineEntry } from '../contract.ts'
import { houseRules } from './house-rules.ts'
import { namesOf } from './people-names.ts'
import type { MatterEvent } from './matter-events.ts'
import { type AdditionRow, listAdditions } from './queries.ts'

/** Everything an event may carry, read leniently: the kinds differ in what they have. */
type Carried = {
  words?: string
  reason?: string
  right_channel?: string
  photo_ids?: string[]
  handler_id?: string | null
  is_public?: boolean
  level?: TimelineEntry['level']
  outcome?: TimelineEntry['outcome']
  result?: TimelineEntry['result']
  rating?: number
  route?: { areaName: string }
  promise?: { dueAt: string }
  until?: string
  to?: TimelineEntry['level']
  area_name?: string
  number?: string
  subject?: string
  addition_id?: string
  channel?: TimelineEntry['spoken']
  target?: { route: { areaName: string }; handler_id: string | null }
}

const carried = (event: MatterEvent): Carried => event.data as Carried

export type Told = {
  photos: ReadonlyMap<string, Photo>
  names: ReadonlyMap<string, Person>
  subjects: ReadonlyMap<string, SubjectName>
  additions: ReadonlyMap<string, AdditionRow>
}

/** What a colleague reads: the whole history. */
export async function staffTimeline(
  ctx: Context,
  matterId: string,
  events: readonly MatterEvent[],
): Promise<TimelineEntry[]> {
  return timeline(events, await toldIn(ctx, events, matterId))
}

/** Pictures and names that a history speaks of. */
export async function toldIn(ctx: Context, events: readonly MatterEvent[], matterId: string): Promise<Told> {
  const added = events.some((event) => event.kind === 'replied')
  const rows = added ? await ctx.db.rows(listAdditions, [ctx.district.id, matterId]) : []
  const photos = await photosOf(ctx, [
    ...events.flatMap((event) => carried(event).photo_ids ?? []),
    ...rows.flatMap((row) => row.photo_ids),
  ])
  const ids = events.flatMap((event) => {
    const { handler_id, target: decided } = carried(event)
    return [event.actor_id, handler_id ?? decided?.handler_id ?? null]
  })
  const { subjects } = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  return {
    photos,
    names: await namesOf(ctx, ids),
    subjects,
    additions: new Map(rows.map((row) => [row.id, row])),
  }
}

// What a neighbour or a call-back said is not for the others. Why colleagues passed it on is theirs; that it moved, and to whom, is the reporter's.
const inner = new Set([
  'transferred',
  'handed_up',
  'assigned',
  'followed_up',
  'decided',
  'merged',
  'split',
  'extended',
])
// What colleagues say among themselves about whose it is, and what is shown to everybody, is not the reporter's.
const staffOnly = new Set([
  'disputed',
  'instructed',
  'unaccepted',
  'warned',
  'hidden',
  'shown',
  'subject_changed',
  'assessed',
])
const ofOneReporter = new Set(['joined', 'rated', 'withdrawn', 'urged', 'replied', 'erased'])
const reportOf = (event: MatterEvent): string | undefined => (event.data as { report_id?: string }).report_id

/** What the reporter reads: notes meant for colleagues and the ratings of neighbours are left out. */
export function reporterTimeline(
  events: readonly MatterEvent[],
  reportId: string,
  told: Told,
): TimelineEntry[] {
  const shown = events.filter((event) => {
    if (event.kind === 'noted') return event.data.is_public
    if (ofOneReporter.has(event.kind)) return reportOf(event) === reportId
    return !staffOnly.has(event.kind)
  })
  const own = new Set(shown.flatMap((event) => (reportOf(event) === reportId ? [event.seq] : [])))
  return timeline(shown, told).map((entry) => {
    if (own.has(entry.seq)) return { ...entry, isOwn: true }
    if (!inner.has(entry.kind) && entry.kind !== 'reopened') return entry
    const { words: _words, ...rest } = entry
    return rest
  })
}

function timeline(events: readonly MatterEvent[], told: Told): TimelineEntry[] {
  return events.map((event) => {
    const data = carried(event)
    const added = data.addition_id ? told.additions.get(data.addition_id) : undefined
    const words = added?.words ?? data.words ?? data.reason
    const said = [words, data.right_channel].filter(Boolean).join('\n')
    return {
      seq: event.seq,
      kind: event.kind,
      at: event.at.toISOString(),
      bySystem: event.actor_kind === 'system',
      photos: pick(told.photos, added?.photo_ids ?? data.photo_ids ?? []),
      ...by(event, told.names),
      ...(said && { words: said }),
      ...(added?.voice_id && { voice: added.voice_id }),
      ...target(data, told.names),
      ...result(data),
      ...clocked(data),
      ...concerned(event, told),
    }
  })
}

function result({ outcome, result: found, rating }: Carried): Partial<TimelineEntry> {
  return { ...(outcome && { outcome }), ...(found && { result: found }), ...(rating && { rating }) }
}

function clocked({ level, to, promise, until }: Carried): Partial<TimelineEntry> {
  const reached = level ?? to
  return {
    ...(reached && { level: reached }),
    ...(promise && { dueAt: promise.dueAt }),
    ...(until && { until }),
  }
}

/** The other matter, or the other subject, that an event speaks of. */
function concerned(event: MatterEvent, { subjects }: Told): Partial<TimelineEntry> {
  if (event.kind === 'merged' || event.kind === 'split') return { otherNumber: event.data.number }
  if (event.kind === 'assessed') return { isBeyond: event.data.is_beyond }
  if (event.kind === 'erased') return { why: event.data.why }
  if (spoken.has(event.kind)) return spokenAs(carried(event))
  const subject = event.kind === 'subject_changed' ? subjects.get(event.data.subject) : undefined
  return subject ? { subject: nameOnly(subject) } : {}
}

// A report has its own channel; here it is how a reporter's later word came, where a colleague recorded it.
const spoken = new Set(['urged', 'replied', 'rated', 'reopened'])
const spokenAs = ({ channel }: Carried): Partial<TimelineEntry> => (channel ? { spoken: channel } : {})

const nameOnly = ({ key, icon, zh, en }: SubjectName): SubjectName => ({ key, icon, zh, en })

/** Who did it, in the role held then. */
function by(event: MatterEvent, names: ReadonlyMap<string, Person>): { by?: Person } {
  const known = event.actor_id ? names.get(event.actor_id) : undefined
  if (!known) return {}
  return {
    by: { ...known, ...(event.actor_role && { role: event.actor_role as NonNullable<Person['role']> }) },
  }
}

function target(data: Carried, names: ReadonlyMap<string, Person>): { to?: string } {
  const handler = data.handler_id ? names.get(data.handler_id)?.name : undefined
  const decided = data.target?.handler_id ? names.get(data.target.handler_id)?.name : undefined
  const to = [data.route?.areaName ?? data.target?.route.areaName ?? data.area_name, handler ?? decided]
    .filter(Boolean)
    .join(' ')
  return to ? { to } : {}
}
