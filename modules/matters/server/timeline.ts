import type { Context } from '#kernel/server/context.ts'
import { photosOf, pick } from '#modules/files/server/door.ts'
import type { Photo } from '#modules/files/contract.ts'
import type { Person, TimelineEntry } from '../contract.ts'
import { namesOf } from './people-names.ts'
import type { MatterEvent } from './matter-events.ts'
import { listEvents } from './queries.ts'

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
}

const carried = (event: MatterEvent): Carried => event.data as Carried

export type Told = { photos: ReadonlyMap<string, Photo>; names: ReadonlyMap<string, Person> }

/** What a colleague reads: the whole history. */
export async function staffTimeline(ctx: Context, matterId: string): Promise<TimelineEntry[]> {
  const events = await ctx.db.rows(listEvents, [ctx.district.id, matterId])
  return timeline(events, await toldIn(ctx, events))
}

/** Pictures and names that a history speaks of. */
export async function toldIn(ctx: Context, events: readonly MatterEvent[]): Promise<Told> {
  const photos = await photosOf(
    ctx,
    events.flatMap((event) => carried(event).photo_ids ?? []),
  )
  const ids = events.flatMap((event) => [event.actor_id, carried(event).handler_id ?? null])
  return { photos, names: await namesOf(ctx, ids) }
}

// What a neighbour or a call-back said is not for the others. Why colleagues passed it on is theirs; that it moved, and to whom, is the reporter's.
const inner = new Set(['transferred', 'handed_up', 'assigned', 'followed_up'])

/** What the reporter reads: notes meant for colleagues and the ratings of neighbours are left out. */
export function reporterTimeline(
  events: readonly MatterEvent[],
  reportId: string,
  told: Told,
): TimelineEntry[] {
  const shown = events.filter((event) => {
    if (event.kind === 'noted') return event.data.is_public
    if (event.kind === 'rated' || event.kind === 'withdrawn') return event.data.report_id === reportId
    return event.kind !== 'joined'
  })
  const theirs = new Set(
    shown.flatMap((event) =>
      event.kind === 'reopened' && event.data.report_id !== reportId ? [event.seq] : [],
    ),
  )
  return timeline(shown, told).map((entry) => {
    if (!inner.has(entry.kind) && !theirs.has(entry.seq)) return entry
    const { words: _words, ...rest } = entry
    return rest
  })
}

function timeline(events: readonly MatterEvent[], { photos, names }: Told): TimelineEntry[] {
  return events.map((event) => {
    const data = carried(event)
    const said = [data.words ?? data.reason, data.right_channel].filter(Boolean).join('\n')
    return {
      seq: event.seq,
      kind: event.kind,
      at: event.at.toISOString(),
      bySystem: event.actor_kind === 'system',
      photos: pick(photos, data.photo_ids ?? []),
      ...by(event, names),
      ...(said && { words: said }),
      ...target(data, names),
      ...(data.level && { level: data.level }),
      ...(data.outcome && { outcome: data.outcome }),
      ...(data.result && { result: data.result }),
      ...(data.rating && { rating: data.rating }),
      ...(data.promise && { dueAt: data.promise.dueAt }),
    }
  })
}

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
  const to = [data.route?.areaName, handler].filter(Boolean).join(' ')
  return to ? { to } : {}
}
