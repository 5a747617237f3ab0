import type { EventKind } from '../contract.ts'
import type { MatterEvent, MatterState, Target } from './matter-events.ts'

type Event<Kind extends EventKind> = Extract<MatterEvent, { kind: Kind }>
type Step<Kind extends EventKind> = (state: MatterState, event: Event<Kind>) => Partial<MatterState>

const directed = (data: Target): Partial<MatterState> => ({
  level: data.level,
  area_id: data.area_id,
  area_path: data.area_path,
  street_id: data.street_id,
  community_id: data.community_id,
  grid_id: data.grid_id,
  organisation_id: data.organisation_id,
  handler_id: data.handler_id,
  route: data.route,
})

const promised = (data: { promise: MatterState['promise'] }): Partial<MatterState> => ({
  promise: data.promise,
  due_at: new Date(data.promise.dueAt),
  yellow_at: new Date(data.promise.yellowAt),
})

/** A promise that reaches further starts its colours anew; one that is over already leaves them as they are. */
const promisedAnew = (at: Date, data: { promise: MatterState['promise'] }): Partial<MatterState> => ({
  ...promised(data),
  ...(new Date(data.promise.dueAt) > at && {
    warned_at: null,
    late_at: null,
    rise_at: null,
    raised_to: null,
    supervisor_id: null,
  }),
})

const running = { paused_at: null, pause_until: null }
const good = 3

/** What each event does to the matter. Adding a kind without saying so here does not compile. */
const steps: { [Kind in Exclude<EventKind, 'received'>]: Step<Kind> } = {
  joined: (state, { data: { promise } }) => ({
    report_count: state.report_count + 1,
    ...(promise && promised({ promise })),
  }),
  accepted: (_state, { at, data }) => ({
    status: 'accepted',
    status_at: at,
    accepted_at: at,
    handler_id: data.handler_id,
  }),
  assigned: (state, { at, data }) => ({
    status: 'in_progress',
    status_at: at,
    accepted_at: state.accepted_at ?? at,
    handler_id: data.handler_id,
  }),
  transferred: (state, { at, data }) => ({
    ...directed(data),
    ...promisedAnew(at, data),
    ...running,
    status: 'received',
    status_at: at,
    rerouted: state.rerouted + 1,
  }),
  handed_up: (_state, { at, data }) => ({
    ...promisedAnew(at, data),
    ...running,
    status: 'received',
    status_at: at,
    level: data.level,
    handler_id: data.handler_id,
    route: data.route,
  }),
  noted: (state, { at, data }) => ({
    ...(state.status === 'accepted' && { status: 'in_progress' as const, status_at: at }),
    has_evidence: state.has_evidence || data.photo_ids.length > 0,
  }),
  answered: (state, { at, actor_id, data }) => ({
    status: 'answered',
    status_at: at,
    answered_at: at,
    answered_by: actor_id,
    outcome: data.outcome,
    has_evidence: state.has_evidence || data.photo_ids.length > 0,
    followed_up_at: null,
    follow_up: null,
    follow_up_by: data.follow_up_by ? new Date(data.follow_up_by) : null,
    disputed_at: null,
    ...running,
  }),
  followed_up: (_state, { at, data }) => ({
    followed_up_at: at,
    follow_up: data.result,
    follow_up_by: null,
  }),
  closed: (_state, { at }) => ({ status: 'closed', status_at: at, closed_at: at }),
  reopened: (state, { at, data }) => ({
    ...promisedAnew(at, data),
    follow_up_by: null,
    status: 'in_progress',
    status_at: at,
    closed_at: null,
    reopened: state.reopened + 1,
    has_evidence: false,
    is_beyond: false,
  }),
  returned: (_state, { at }) => ({ status: 'returned', status_at: at, disputed_at: null, ...running }),
  rated: (state, { data: { rating, before } }) => ({
    satisfaction: rating,
    rated: state.rated + (before === undefined ? 1 : 0),
    satisfied: state.satisfied + worth(rating) - worth(before),
    // Somebody who is not content is asked by a person, never closed over by the system.
    ...(rating < good && { follow_up_by: null }),
  }),
  withdrawn: (_state, { at }) => ({ status: 'withdrawn', status_at: at, disputed_at: null, ...running }),
  urged: (state) => ({ urged: state.urged + 1 }),
  asked: (_state, { at, data: { until, promise } }) =>
    until && promise ? { ...promised({ promise }), paused_at: at, pause_until: new Date(until) } : {},
  replied: (_state, { data: { promise } }) => (promise ? { ...promised({ promise }), ...running } : {}),
  resumed: (_state, { data }) => ({ ...promised(data), ...running }),
  unaccepted: (_state, { at }) => ({ accept_late_at: at }),
  warned: (_state, { at }) => ({ warned_at: at }),
  late: (state, { at, data }) => ({
    late_at: at,
    warned_at: state.warned_at ?? at,
    rise_at: data.rise_at ? new Date(data.rise_at) : null,
  }),
  raised: (_state, { data: { to, supervisor_id, rise_at, taken_over } }) => ({
    raised_to: to,
    supervisor_id,
    rise_at: rise_at ? new Date(rise_at) : null,
    ...(taken_over && { level: to, handler_id: taken_over.handler_id, route: taken_over.route }),
  }),
  instructed: () => ({}),
  extended: (state, { at, data }) => ({ ...promisedAnew(at, data), extended: state.extended + 1 }),
  disputed: (_state, { at }) => ({ disputed_at: at }),
  decided: (_state, { at, data: { target: to, promise } }) => ({
    disputed_at: null,
    is_decided: true,
    ...(to && { ...directed(to), ...running, status: 'received' as const, status_at: at }),
    ...(promise && promisedAnew(at, { promise })),
  }),
  subject_changed: (_state, { data }) => ({ subject: data.subject }),
  merged: (_state, { at, data }) => ({
    status: 'merged',
    status_at: at,
    merged_into: data.into,
    disputed_at: null,
    ...running,
  }),
  split: (state, { data }) => ({ report_count: state.report_count - data.report_ids.length }),
  hidden: () => ({ is_hidden: true }),
  shown: () => ({ is_hidden: false }),
  erased: () => ({}),
  assessed: (_state, { data }) => ({ is_beyond: data.is_beyond }),
  regrouped: (_state, { data }) => ({ area_path: data.area_path }),
}

const worth = (rating: number | undefined): number => (rating !== undefined && rating >= good ? 1 : 0)

const handled: readonly MatterState['status'][] = ['received', 'accepted', 'in_progress']

/** When the clock has to look at it next; absent when nothing of it depends on time. */
function alarmOf(state: MatterState): Date | null {
  if (state.status === 'answered') return state.follow_up_by
  if (!handled.includes(state.status)) return null
  if (state.pause_until) return state.pause_until
  const next = nextColour(state)
  return isUnseen(state) && (!next || state.accept_by < next) ? state.accept_by : next
}

/** Nobody has taken it up, and the clock has not said so yet. */
export const isUnseen = (state: MatterState): boolean =>
  state.status === 'received' && !state.accepted_at && !state.accept_late_at

function nextColour(state: MatterState): Date | null {
  if (!state.warned_at) return state.yellow_at
  return state.late_at ? state.rise_at : state.due_at
}

/** What nothing has happened to yet. */
const untouched = {
  accepted_at: null,
  answered_at: null,
  answered_by: null,
  followed_up_at: null,
  follow_up: null,
  closed_at: null,
  outcome: null,
  reopened: 0,
  rerouted: 0,
  has_evidence: false,
  report_count: 1,
  satisfaction: null,
  accept_late_at: null,
  warned_at: null,
  late_at: null,
  rise_at: null,
  raised_to: null,
  supervisor_id: null,
  paused_at: null,
  pause_until: null,
  extended: 0,
  urged: 0,
  disputed_at: null,
  is_decided: false,
  is_hidden: false,
  merged_into: null,
  follow_up_by: null,
  rated: 0,
  satisfied: 0,
  is_beyond: false,
  version: 1,
} as const

function begin({ at, data }: Event<'received'>): MatterState {
  const { number, type, subject, place_id, is_public } = data
  const state: Omit<MatterState, 'alarm_at'> = {
    ...untouched,
    ...(directed(data) as Target),
    ...(promised(data) as Pick<MatterState, 'promise' | 'due_at' | 'yellow_at'>),
    number,
    type,
    subject,
    place_id,
    is_public,
    status: 'received',
    status_at: at,
    received_at: at,
    accept_by: new Date(data.promise.acceptBy),
    channel: data.channel ?? null,
  }
  return { ...state, alarm_at: alarmOf({ ...state, alarm_at: null }) }
}

/** The matter after one more event. @throws Error when the first event is not its receipt, or comes twice. */
export function after(state: MatterState | undefined, event: MatterEvent): MatterState {
  if (event.kind === 'received') {
    if (state) throw new Error('a matter is received once')
    return begin(event)
  }
  if (!state) throw new Error(`a matter begins with its receipt, not with ${event.kind}`)
  const step = steps[event.kind] as Step<EventKind>
  const next = { ...state, ...step(state, event), version: event.seq }
  return { ...next, alarm_at: alarmOf(next) }
}

export const fold = (events: readonly MatterEvent[]): MatterState | undefined =>
  events.reduce<MatterState | undefined>((state, event) => after(state, event), undefined)
