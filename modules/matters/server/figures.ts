import { dayIn } from '#kernel/server/day.ts'
import type { Channel, Level } from '../contract.ts'
import type { MatterState } from './matter-events.ts'

/** Spans in which answers are counted by the time they took, for the median: up to so many hours, and more than the one before. */
export const answerSpans = {
  took_4h: 4,
  took_8h: 8,
  took_1d: 24,
  took_2d: 48,
  took_3d: 72,
  took_5d: 120,
  took_7d: 168,
  took_10d: 240,
  took_15d: 360,
  took_30d: 720,
} as const
type AnswerSpan = keyof typeof answerSpans
const spanNames = Object.keys(answerSpans) as AnswerSpan[]

/**
 * What one matter counts for in the figures of the day it was received. Every figure of a screen is a sum of these, so a
 * recount over all matters gives the same as what was added up event by event.
 */
export const metrics = [
  'received',
  'reports',
  'accepted',
  'accepted_on_time',
  'accept_late',
  'replied',
  'answered',
  'answered_on_time',
  'open_late',
  'closed',
  'solved',
  'explained',
  'planned',
  'referred',
  'returned',
  'withdrawn',
  'merged',
  'reopened',
  'warned',
  'late',
  'raised',
  'urged',
  'extended',
  'rated',
  'satisfied',
  'answer_minutes',
  ...spanNames,
  // Where it stands now.
  'todo',
  'doing',
  'yellow',
  'waiting',
  'supervised',
  'disputed',
  'to_follow_up',
  'to_close',
] as const
/** Those that say how many stand in each work list now. */
export const standingMetrics = [
  'todo',
  'doing',
  'yellow',
  'open_late',
  'waiting',
  'supervised',
  'disputed',
  'to_follow_up',
  'to_close',
] as const
export type Metric = (typeof metrics)[number]
export type Figures = Record<Metric, number>

const one = (holds: boolean): number => (holds ? 1 : 0)
const minutes = (from: Date, until: Date): number => Math.round((until.getTime() - from.getTime()) / 60_000)

/**
 * A merged or withdrawn matter counts as that and no more: its reports count where they went. An answer stands until the
 * matter is opened again. Late counts what was ever seen red under its present promise.
 */
export function worthOf(state: MatterState): Figures {
  const gone = state.status === 'merged' || state.status === 'withdrawn'
  const counts = one(!gone)
  const answered = state.status === 'answered' || state.status === 'closed'
  const running = ['received', 'accepted', 'in_progress'].includes(state.status)
  const outcome = (which: MatterState['outcome']) => one(answered && state.outcome === which)
  const answeredAt = answered ? state.answered_at : null
  return {
    received: counts,
    reports: gone ? 0 : state.report_count,
    accepted: counts * one(state.accepted_at !== null),
    accepted_on_time: counts * one(state.accepted_at !== null && state.accepted_at <= state.accept_by),
    // Not taken up yet, and the time for it is over.
    accept_late: one(state.status === 'received' && !state.accepted_at && state.accept_late_at !== null),
    replied: counts * one(state.accepted_at !== null && isReplied(state)),
    answered: one(answered),
    answered_on_time: one(answeredAt !== null && answeredAt <= state.due_at),
    open_late: one(running && state.late_at !== null),
    closed: one(state.status === 'closed'),
    solved: outcome('solved'),
    explained: outcome('explained'),
    planned: outcome('planned'),
    referred: outcome('referred'),
    returned: one(state.status === 'returned'),
    withdrawn: one(state.status === 'withdrawn'),
    merged: one(state.status === 'merged'),
    reopened: counts * state.reopened,
    warned: counts * one(state.warned_at !== null),
    late: counts * one(state.late_at !== null),
    raised: counts * one(state.raised_to !== null),
    urged: counts * state.urged,
    extended: counts * state.extended,
    rated: counts * state.rated,
    satisfied: counts * state.satisfied,
    answer_minutes: answeredAt ? minutes(state.received_at, answeredAt) : 0,
    ...tookOf(answeredAt ? minutes(state.received_at, answeredAt) : undefined),
    ...standing(state, running),
  }
}

function standing(state: MatterState, running: boolean): Pick<Figures, StandingOnly> {
  const isAnswered = state.status === 'answered'
  return {
    todo: one(state.status === 'received'),
    doing: one(state.status === 'accepted' || state.status === 'in_progress'),
    yellow: one(running && state.warned_at !== null && state.late_at === null && state.paused_at === null),
    waiting: one(running && state.paused_at !== null),
    supervised: one(running && state.raised_to !== null),
    disputed: one(running && state.disputed_at !== null),
    to_follow_up: one(isAnswered && state.followed_up_at === null),
    to_close: one(isAnswered && state.followed_up_at !== null),
  }
}
type StandingOnly = Exclude<(typeof standingMetrics)[number], 'open_late'>

/** Something was said to the reporters: an answer, also one that did not hold, or why it is not ours. */
const isReplied = (state: MatterState): boolean => state.answered_at !== null || state.status === 'returned'

function tookOf(taken: number | undefined): Record<AnswerSpan, number> {
  const holding = taken === undefined ? undefined : spanNames.find((name) => taken <= answerSpans[name] * 60)
  return Object.fromEntries(spanNames.map((name) => [name, one(name === holding)])) as Record<
    AnswerSpan,
    number
  >
}

/**
 * Marked names beside the subjects, under which the same sums stand a second time: how it came, the level and the organisation
 * that have it, and what lies beyond the unit.
 */
export const sliceOf = {
  channel: (channel: Channel): string => `@${channel}`,
  level: (level: Level): string => `=${level}`,
  organisation: (id: string): string => `#${id}`,
  beyond: '!beyond',
} as const

/** Not ours, led to the right channel, or found to lie beyond the unit by a level above: it can be left out of an assessment. */
export function isBeyond(state: MatterState): boolean {
  const answered = state.status === 'answered' || state.status === 'closed'
  return state.status === 'returned' || (answered && state.outcome === 'referred') || state.is_beyond
}

function slicesOf(state: MatterState): string[] {
  return [
    ...(state.channel ? [sliceOf.channel(state.channel)] : []),
    sliceOf.level(state.level),
    ...(state.organisation_id ? [sliceOf.organisation(state.organisation_id)] : []),
    ...(isBeyond(state) ? [sliceOf.beyond] : []),
  ]
}

/** Which sums a matter belongs to: the day it was received on, its subject and slices, and the areas that answer for it. */
type Place = { day: string; subject: string; slices: string[]; areas: number[] }
type Placed = Place & { figures: Partial<Figures> }
/** What somebody has in hand more or less of in these areas; the same matters counted a second time. */
export type Held = { holder: string; areas: number[]; figures: Partial<Figures> }
export type Change = Placed | Held

function placeOf(timeZone: string, state: MatterState): Place {
  const { area_path, street_id, community_id, grid_id } = state
  const levels = [area_path[0] ?? null, street_id, community_id, grid_id].filter((id) => id !== null)
  return {
    day: dayIn(timeZone, state.received_at),
    subject: state.subject,
    slices: slicesOf(state),
    areas: [...new Set(levels)],
  }
}

/** What an event changed in the figures: nothing, a few numbers, or all of them when it moved to another place. */
export const deltaOf = (timeZone: string, before: MatterState | undefined, after: MatterState): Change[] => [
  ...placedDelta(timeZone, before, after),
  ...heldDelta(timeZone, before, after),
]

function placedDelta(timeZone: string, before: MatterState | undefined, after: MatterState): Placed[] {
  const to = placeOf(timeZone, after)
  const worth = worthOf(after)
  if (!before) return [{ ...to, figures: withoutZeros(worth) }]
  const from = placeOf(timeZone, before)
  const was = worthOf(before)
  if (same(from, to)) {
    const figures = withoutZeros(minus(worth, was))
    return Object.keys(figures).length === 0 ? [] : [{ ...to, figures }]
  }
  return [
    { ...from, figures: withoutZeros(minus(nothing, was)) },
    { ...to, figures: withoutZeros(worth) },
  ]
}

const nothing = Object.fromEntries(metrics.map((metric) => [metric, 0])) as Figures

const same = (a: Place, b: Place): boolean =>
  a.day === b.day &&
  a.subject === b.subject &&
  a.slices.join() === b.slices.join() &&
  a.areas.join() === b.areas.join()

const minus = (a: Figures, b: Figures): Figures =>
  Object.fromEntries(metrics.map((metric) => [metric, a[metric] - b[metric]])) as Figures

const withoutZeros = (figures: Figures): Partial<Figures> =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== 0))

/** Who has it in hand: a person, an organisation with nobody of it, or nobody at an area. */
const holderOf = ({ handler_id, organisation_id, area_id }: MatterState): string => {
  if (handler_id) return `${heldBy.person}${handler_id}`
  return organisation_id ? `${heldBy.organisation}${organisation_id}` : `${heldBy.nobody}${area_id}`
}
/** How the names of those who hold something begin, beside subjects and slices. */
export const heldBy = { person: '~p', organisation: '~o', nobody: '~a' } as const

/** What of a matter counts for whoever has it in hand: only while it is to be done. */
export const heldMetrics = ['todo', 'doing', 'open_late'] as const

function heldDelta(timeZone: string, before: MatterState | undefined, after: MatterState): Held[] {
  const to = heldOf(timeZone, after, 1)
  const from = before ? heldOf(timeZone, before, -1) : []
  return JSON.stringify(to.map(unsigned)) === JSON.stringify(from.map(unsigned)) ? [] : [...from, ...to]
}

const unsigned = ({ figures, ...rest }: Held) => ({ ...rest, metrics: Object.keys(figures) })

function heldOf(timeZone: string, state: MatterState, sign: 1 | -1): Held[] {
  const worth = worthOf(state)
  const figures = Object.fromEntries(
    heldMetrics.filter((metric) => worth[metric] !== 0).map((metric) => [metric, sign * worth[metric]]),
  )
  if (Object.keys(figures).length === 0) return []
  return [{ holder: holderOf(state), areas: placeOf(timeZone, state).areas, figures }]
}
