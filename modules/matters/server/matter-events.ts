import { createHash } from 'node:crypto'
import type { Channel, EventKind, FollowUpResult, Level, Outcome, Promised, Status } from '../contract.ts'

/** Why a matter went where it went. */
export type Route = {
  /** The note of the rule that matched; absent when the place alone decided. */
  rule?: string
  level: Level
  areaId: number
  areaName: string
  /** Levels passed over because nobody held the post there. */
  passed: Level[]
  /** The post on duty, if one is held. */
  postId?: string
}

export type Target = {
  level: Level
  area_id: number
  area_path: number[]
  street_id: number | null
  community_id: number | null
  grid_id: number | null
  organisation_id: string | null
  handler_id: string | null
  route: Route
}

/** How it came, where a colleague recorded it for the reporter. */
type Spoken = { channel?: Channel }

/** What each kind of event carries. Never personal data: the history outlives the right to be forgotten. */
export type EventData = {
  received: Target & {
    number: string
    type: string
    subject: string
    place_id: number
    promise: Promised
    is_public: boolean
    report_id: string
    fingerprint: string
    channel?: Channel
    /** The matter it was split from. */
    split_from?: string
  }
  /** `from` is the matter it was merged out of; the earlier promise of the two is kept. */
  joined: { report_id: string; fingerprint: string; from?: string; promise?: Promised }
  accepted: { handler_id: string | null }
  assigned: { handler_id: string; words: string }
  transferred: Target & { reason: string; promise: Promised }
  handed_up: { level: Level; handler_id: string | null; route: Route; reason: string; promise: Promised }
  noted: { words: string; photo_ids: string[]; is_public: boolean }
  /** After `follow_up_by` the system closes what nobody said anything about; absent where a person always asks. */
  answered: {
    words: string
    public_words?: string
    outcome: Outcome
    photo_ids: string[]
    follow_up_by?: string
  }
  followed_up: { result: FollowUpResult; words: string }
  closed: Record<string, never>
  reopened: { words: string; promise: Promised; by: 'reporter' | 'follow_up'; report_id?: string } & Spoken
  returned: { reason: string; right_channel: string }
  /** `before` is what the same reporter said of the same matter earlier. */
  rated: { report_id: string; rating: number; before?: number } & Spoken
  withdrawn: { report_id: string }
  urged: { report_id: string } & Spoken
  /** With `until` and `promise` the clock stands still at most so long; without, it was late already and runs on. */
  asked: { words: string; until?: string; promise?: Promised }
  replied: { report_id: string; addition_id: string; fingerprint: string; promise?: Promised } & Spoken
  resumed: { promise: Promised }
  /** Nobody took it up within the time for that. */
  unaccepted: Record<string, never>
  warned: Record<string, never>
  /** `rise_at`: when it is raised to the level above; null where there is none. */
  late: { rise_at: string | null }
  raised: {
    to: Level
    area_name: string
    supervisor_id: string | null
    rise_at: string | null
    /** Nobody had it in hand: the level above takes it over. */
    taken_over?: { handler_id: string | null; route: Route }
  }
  instructed: { words: string }
  extended: { reason: string; amount: number; promise: Promised }
  disputed: { reason: string; organisation_id?: string; area_id?: number }
  /** Absent target: it stays where it is. */
  decided: { reason: string; target?: Target; promise?: Promised }
  subject_changed: { subject: string; from: string; reason: string }
  merged: { into: string; number: string; reason: string; report_ids: string[] }
  /** `report_ids`: what went over to the new matter; empty when a part of one report became a report of its own. */
  split: { into: string; number: string; reason: string; report_ids: string[] }
  hidden: { reason: string }
  shown: { reason: string }
  erased: { report_id: string; why: 'asked' | 'expired' }
  /** Whether it lies beyond what the unit that had it answers for, found by a level above. */
  assessed: { is_beyond: boolean; reason: string }
  /** Its place lies in another grid now. The path grows by it; the grid it came to stays. */
  regrouped: { area_path: number[]; area_name: string }
}

export type MatterEvent = {
  [Kind in EventKind]: {
    seq: number
    kind: Kind
    at: Date
    actor_kind: 'visitor' | 'person' | 'system'
    actor_id: string | null
    actor_role: string | null
    data: EventData[Kind]
  }
}[EventKind]

/** The matter as its events make it; the row in the table is this and nothing else. */
export type MatterState = {
  number: string
  type: string
  subject: string
  status: Status
  level: Level
  place_id: number
  area_id: number
  area_path: number[]
  street_id: number | null
  community_id: number | null
  grid_id: number | null
  organisation_id: string | null
  handler_id: string | null
  route: Route
  promise: Promised
  due_at: Date
  received_at: Date
  accepted_at: Date | null
  answered_at: Date | null
  answered_by: string | null
  followed_up_at: Date | null
  follow_up: FollowUpResult | null
  closed_at: Date | null
  outcome: Outcome | null
  status_at: Date
  reopened: number
  rerouted: number
  has_evidence: boolean
  report_count: number
  satisfaction: number | null
  is_public: boolean
  yellow_at: Date
  accept_by: Date
  alarm_at: Date | null
  accept_late_at: Date | null
  warned_at: Date | null
  late_at: Date | null
  rise_at: Date | null
  raised_to: Level | null
  supervisor_id: string | null
  paused_at: Date | null
  pause_until: Date | null
  extended: number
  urged: number
  disputed_at: Date | null
  is_decided: boolean
  is_hidden: boolean
  merged_into: string | null
  follow_up_by: Date | null
  rated: number
  satisfied: number
  channel: Channel | null
  is_beyond: boolean
  version: number
}

/** JSON with sorted keys: the same content gives the same text, also after a trip through jsonb. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const parts = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
  return `{${parts.join(',')}}`
}

export const firstHash = Buffer.alloc(32)

/** Each event's hash covers the one before it, the matter it belongs to and all it says. */
export const hashOf = (prev: Buffer, district: number, matterId: string, event: MatterEvent): Buffer =>
  createHash('sha256')
    .update(prev)
    .update(canonical(saidOf(district, matterId, event)))
    .digest()

/** All that an event says, as it is hashed. */
export function saidOf(district: number, matterId: string, event: MatterEvent): object {
  const { seq, kind, at, actor_kind, actor_id, actor_role, data } = event
  return { district, matterId, seq, kind, at: at.toISOString(), actor_kind, actor_id, actor_role, data }
}
