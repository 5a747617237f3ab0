import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import { findArea } from '#modules/places/server/door.ts'
import type { MatterDetail, Person, TimelineEntry } from '../contract.ts'
import type { MatterEvent } from './matter-events.ts'
import { isOpen } from './matter-states.ts'
import { namesOf } from './people-names.ts'
import type { MatterRow } from './queries.ts'

type Notes = Pick<MatterDetail, 'pause' | 'question' | 'dispute' | 'supervision' | 'links' | 'publicWords'>

const listNumbers = statement<{ id: string; number: string }>(
  'matters.list-numbers',
  'select id, number from matters where district_id = $1 and id = any ($2)',
)

/** What stands on a matter beside its state, told from its history. */
export async function notesOf(
  ctx: Context,
  matter: MatterRow,
  { events, timeline }: { events: readonly MatterEvent[]; timeline: readonly TimelineEntry[] },
): Promise<Notes> {
  return {
    links: await linksOf(ctx, matter, events),
    ...pauseOf(matter),
    ...questionOf(matter, timeline),
    ...(await disputeOf(ctx, matter, events, timeline)),
    ...(await supervisionOf(ctx, matter, timeline)),
    ...publicWordsOf(events),
  }
}

function pauseOf({ paused_at, pause_until }: MatterRow): Pick<Notes, 'pause'> {
  if (!paused_at || !pause_until) return {}
  return { pause: { since: paused_at.toISOString(), until: pause_until.toISOString() } }
}

const said = ({ at, words, by }: TimelineEntry): { at: string; words: string; by?: Person } => ({
  at,
  words: words ?? '',
  ...(by && { by }),
})

/** What was asked last, while nobody has answered since and there is still something to answer. */
function questionOf(matter: MatterRow, timeline: readonly TimelineEntry[]): Pick<Notes, 'question'> {
  if (!isOpen(matter.status) || matter.status === 'answered') return {}
  const last = timeline.findLast(({ kind }) => kind === 'asked' || kind === 'replied')
  return last?.kind === 'asked' ? { question: said(last) } : {}
}

async function disputeOf(
  ctx: Context,
  matter: MatterRow,
  events: readonly MatterEvent[],
  timeline: readonly TimelineEntry[],
): Promise<Pick<Notes, 'dispute'>> {
  if (!matter.disputed_at) return {}
  const event = events.findLast((each) => each.kind === 'disputed')
  const entry = timeline.find(({ seq }) => seq === event?.seq)
  if (event?.kind !== 'disputed' || !entry) return {}
  const { organisation_id, area_id } = event.data
  const suggests = organisation_id
    ? (await ctx.db.row(findOrganisation(ctx.district.id, organisation_id)))?.name
    : area_id && (await ctx.db.row(findArea, [ctx.district.id, area_id]))?.name
  return { dispute: { ...said(entry), ...(suggests && { suggests }) } }
}

async function supervisionOf(
  ctx: Context,
  matter: MatterRow,
  timeline: readonly TimelineEntry[],
): Promise<Pick<Notes, 'supervision'>> {
  const instructions = timeline.filter(({ kind }) => kind === 'instructed').map(said)
  const { late_at, raised_to, rise_at, supervisor_id } = matter
  if (!late_at && !raised_to && instructions.length === 0) return {}
  const raised = raised_to ? timeline.findLast(({ kind }) => kind === 'raised') : undefined
  const supervisor = (await namesOf(ctx, [supervisor_id])).get(supervisor_id ?? '')
  return {
    supervision: {
      instructions,
      ...(late_at && { lateAt: late_at.toISOString() }),
      ...(raised && { raisedAt: raised.at }),
      ...(raised?.to && { byName: raised.to }),
      ...(supervisor && { supervisor }),
      ...(rise_at && isOpen(matter.status) && { risesAt: rise_at.toISOString() }),
    },
  }
}

async function linksOf(
  ctx: Context,
  matter: MatterRow,
  events: readonly MatterEvent[],
): Promise<Notes['links']> {
  const links: { kind: Notes['links'][number]['kind']; id: string }[] = []
  const origin = events.find((event) => event.kind === 'received')?.data.split_from
  if (origin) links.push({ kind: 'split_from', id: origin })
  for (const event of events) {
    if (event.kind === 'merged') links.push({ kind: 'merged_into', id: event.data.into })
    if (event.kind === 'split') links.push({ kind: 'split_into', id: event.data.into })
    const from = event.kind === 'joined' ? event.data.from : undefined
    if (from && from !== origin && links.every(({ id }) => id !== from)) {
      links.push({ kind: 'merged_from', id: from })
    }
  }
  if (links.length === 0) return []
  const rows = await ctx.db.rows(listNumbers, [ctx.district.id, links.map(({ id }) => id)])
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return links.map(({ kind, id }) => ({ kind, id, number: numbers.get(id) ?? '' }))
}

function publicWordsOf(events: readonly MatterEvent[]): Pick<Notes, 'publicWords'> {
  const answered = events.findLast((event) => event.kind === 'answered')
  const publicWords = answered?.kind === 'answered' ? answered.data.public_words : undefined
  return publicWords ? { publicWords } : {}
}
