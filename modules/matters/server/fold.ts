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
})

/** What each event does to the matter. Adding a kind without saying so here does not compile. */
const steps: { [Kind in Exclude<EventKind, 'received'>]: Step<Kind> } = {
  joined: (state) => ({ report_count: state.report_count + 1 }),
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
    ...promised(data),
    status: 'received',
    status_at: at,
    rerouted: state.rerouted + 1,
  }),
  handed_up: (_state, { at, data }) => ({
    ...promised(data),
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
  }),
  followed_up: (_state, { at, data }) => ({ followed_up_at: at, follow_up: data.result }),
  closed: (_state, { at }) => ({ status: 'closed', status_at: at, closed_at: at }),
  reopened: (state, { at, data }) => ({
    ...promised(data),
    status: 'in_progress',
    status_at: at,
    closed_at: null,
    reopened: state.reopened + 1,
    has_evidence: false,
  }),
  returned: (_state, { at }) => ({ status: 'returned', status_at: at }),
  rated: (_state, { data }) => ({ satisfaction: data.rating }),
  withdrawn: (_state, { at }) => ({ status: 'withdrawn', status_at: at }),
}

function begin({ at, data }: Event<'received'>): MatterState {
  const { number, type, subject, place_id, is_public } = data
  return {
    ...(directed(data) as Target),
    ...(promised(data) as Pick<MatterState, 'promise' | 'due_at'>),
    number,
    type,
    subject,
    place_id,
    is_public,
    status: 'received',
    status_at: at,
    received_at: at,
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
    version: 1,
  }
}

/** The matter after one more event. @throws Error when the first event is not its receipt, or comes twice. */
export function after(state: MatterState | undefined, event: MatterEvent): MatterState {
  if (event.kind === 'received') {
    if (state) throw new Error('a matter is received once')
    return begin(event)
  }
  if (!state) throw new Error(`a matter begins with its receipt, not with ${event.kind}`)
  const step = steps[event.kind] as Step<EventKind>
  return { ...state, ...step(state, event), version: event.seq }
}

export const fold = (events: readonly MatterEvent[]): MatterState | undefined =>
  events.reduce<MatterState | undefined>((state, event) => after(state, event), undefined)
