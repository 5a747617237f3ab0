import { createHash } from 'node:crypto'
import type { EventKind, FollowUpResult, Level, Outcome, Promised, Status } from '../contract.ts'

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
  }
  joined: { report_id: string; fingerprint: string }
  accepted: { handler_id: string | null }
  assigned: { handler_id: string; words: string }
  transferred: Target & { reason: string; promise: Promised }
  handed_up: { level: Level; handler_id: string | null; route: Route; reason: string; promise: Promised }
  noted: { words: string; photo_ids: string[]; is_public: boolean }
  answered: { words: string; outcome: Outcome; photo_ids: string[] }
  followed_up: { result: FollowUpResult; words: string }
  closed: Record<string, never>
  reopened: { words: string; promise: Promised; by: 'reporter' | 'follow_up'; report_id?: string }
  returned: { reason: string; right_channel: string }
  rated: { report_id: string; rating: number }
  withdrawn: { report_id: string }
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
export function hashOf(prev: Buffer, district: number, matterId: string, event: MatterEvent): Buffer {
  const { seq, kind, at, actor_kind, actor_id, actor_role, data } = event
  const said = { district, matterId, seq, kind, at: at.toISOString(), actor_kind, actor_id, actor_role, data }
  return createHash('sha256').update(prev).update(canonical(said)).digest()
}
