import { Type, type Static } from 'typebox'
import { AreaId, Id, Instant, oneOf } from '#kernel/contract/fields.ts'
import { Photo } from '#modules/files/contract.ts'
import { Role } from '#modules/people/contract.ts'

export const statuses = [
  'received',
  'accepted',
  'in_progress',
  'answered',
  'closed',
  'returned',
  'merged',
  'withdrawn',
] as const
export const Status = oneOf(statuses)
export type Status = Static<typeof Status>

export const Level = oneOf(['grid', 'community', 'street', 'district'])
export type Level = Static<typeof Level>

/** How a matter ended: done, told why not, planned with a date, or led to the right channel. */
export const outcomes = ['solved', 'explained', 'planned', 'referred'] as const
export const Outcome = oneOf(outcomes)
export type Outcome = Static<typeof Outcome>

export const followUpResults = ['satisfied', 'dissatisfied', 'declined', 'not_reached'] as const
export const FollowUpResult = oneOf(followUpResults)
export type FollowUpResult = Static<typeof FollowUpResult>

export const channels = [
  'qr',
  'web',
  'phone',
  'counter',
  'visit',
  'reception',
  'petition',
  'worker',
  'api',
] as const
export const Channel = oneOf(channels)
export type Channel = Static<typeof Channel>

export const eventKinds = [
  'received',
  'joined',
  'accepted',
  'assigned',
  'transferred',
  'handed_up',
  'noted',
  'answered',
  'followed_up',
  'closed',
  'reopened',
  'returned',
  'rated',
  'withdrawn',
  'urged',
  'asked',
  'replied',
  'resumed',
  'unaccepted',
  'warned',
  'late',
  'raised',
  'instructed',
  'extended',
  'disputed',
  'decided',
  'subject_changed',
  'merged',
  'split',
  'hidden',
  'shown',
  'erased',
  'assessed',
  'regrouped',
] as const
export const EventKind = oneOf(eventKinds)
export type EventKind = Static<typeof EventKind>

export const LimitUnit = oneOf(['working_days', 'natural_days', 'hours', 'working_hours'])

/** How a matter stands after an act: what changed for the one who acted. */
export const Moved = Type.Object({
  id: Id,
  number: Type.String(),
  status: Status,
  level: Level,
  version: Type.Integer(),
  dueAt: Instant,
  statusAt: Instant,
  handlerId: Type.Optional(Id),
  reopened: Type.Integer(),
})
export type Moved = Static<typeof Moved>

/** What was promised, fixed when the clock started: it stays as it was though the rules change later. */
export const Promised = Type.Object({
  dueAt: Instant,
  /** When it turns yellow. */
  yellowAt: Instant,
  /** Until when somebody takes it up. */
  acceptBy: Instant,
  amount: Type.Integer(),
  unit: LimitUnit,
  /** The clock stands still since then; what the due time was before it stood still. */
  held: Type.Optional(Type.Object({ since: Instant, dueAt: Instant, yellowAt: Instant })),
  /** Which rule says so, as shown to the reporter. */
  source: Type.String(),
  policyId: Type.Integer(),
  policyVersion: Type.Integer(),
  calendarVersion: Type.String(),
})
export type Promised = Static<typeof Promised>

export const SubjectName = Type.Object({
  key: Type.String(),
  icon: Type.String(),
  zh: Type.String(),
  en: Type.String(),
})
export type SubjectName = Static<typeof SubjectName>

const BothLanguages = Type.Object({
  zh: Type.String({ maxLength: 200 }),
  en: Type.String({ maxLength: 200 }),
})

/** A question with what was answered, as both are read. */
export const ToldAnswer = Type.Object({
  question: Type.Object({ zh: Type.String(), en: Type.String() }),
  answer: Type.Object({ zh: Type.String(), en: Type.String() }),
})
export type ToldAnswer = Static<typeof ToldAnswer>

/** Something more that is asked about a subject. `note` only says something and takes no answer. */
export const Question = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
  kind: oneOf(['text', 'number', 'moment', 'one', 'many', 'note']),
  required: Type.Boolean(),
  ...BothLanguages.properties,
  choices: Type.Array(
    Type.Object({ key: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }), ...BothLanguages.properties }),
    { maxItems: 40 },
  ),
})
export type Question = Static<typeof Question>

/** Answers by the code of the question; several for `many`. */
export const Answers = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
  Type.Union([Type.String({ maxLength: 500 }), Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40 })]),
)

export const Subject = Type.Object({
  ...SubjectName.properties,
  evidence: oneOf(['none', 'photo']),
  level: Level,
  questions: Type.Array(Question),
  /** Whether matters about it may be shown to everybody at all. */
  mayBePublic: Type.Boolean(),
  description: BothLanguages,
})
export type Subject = Static<typeof Subject>
export const SubjectGroup = Type.Object({
  ...SubjectName.properties,
  /** Only the staff files under it: practical deeds, disputes. */
  isForOffices: Type.Boolean(),
  subjects: Type.Array(Subject),
})
export type SubjectGroup = Static<typeof SubjectGroup>

/** Somebody of the staff as residents and colleagues see them. */
export const Person = Type.Object({
  id: Id,
  name: Type.String(),
  role: Type.Optional(Role),
  workPhone: Type.Optional(Type.String()),
})
export type Person = Static<typeof Person>

export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  kind: EventKind,
  at: Instant,
  /** Who did it; absent for the reporter and the system. */
  by: Type.Optional(Person),
  bySystem: Type.Boolean(),
  /** What was said with it, if anything. */
  words: Type.Optional(Type.String()),
  photos: Type.Array(Photo),
  /** Only where the kind has it. */
  to: Type.Optional(Type.String()),
  level: Type.Optional(Level),
  outcome: Type.Optional(Outcome),
  result: Type.Optional(FollowUpResult),
  rating: Type.Optional(Type.Integer()),
  dueAt: Type.Optional(Instant),
  /** Until when the reporter's answer is waited for. */
  until: Type.Optional(Instant),
  voice: Type.Optional(Id),
  /** The other matter of a merging or splitting. */
  otherNumber: Type.Optional(Type.String()),
  subject: Type.Optional(SubjectName),
  /** Why something was erased. */
  why: Type.Optional(oneOf(['asked', 'expired'])),
  /** On a receipt: of the holder's own report, where an event is about one report among several. */
  isOwn: Type.Optional(Type.Boolean()),
  /** Found to lie beyond what the unit answers for, or not. */
  isBeyond: Type.Optional(Type.Boolean()),
  /** How the reporter's word came, where a colleague recorded it for them. */
  spoken: Type.Optional(Channel),
})
export type TimelineEntry = Static<typeof TimelineEntry>

export const MatterSummary = Type.Object({
  id: Id,
  number: Type.String(),
  status: Status,
  level: Level,
  subject: SubjectName,
  /** The beginning of what the first reporter said. */
  words: Type.String(),
  channel: Channel,
  placeId: AreaId,
  placeNames: Type.Array(Type.String()),
  /** Which area answers for it: a grid, or a community without grids. */
  areaName: Type.String(),
  organisationName: Type.Optional(Type.String()),
  handler: Type.Optional(Person),
  receivedAt: Instant,
  dueAt: Instant,
  /** When it came to its present status. */
  statusAt: Instant,
  isOverdue: Type.Boolean(),
  isDueSoon: Type.Boolean(),
  reportCount: Type.Integer(),
  reopened: Type.Integer(),
  satisfaction: Type.Optional(Type.Integer()),
  urged: Type.Integer(),
  isPaused: Type.Boolean(),
  isDisputed: Type.Boolean(),
  isHidden: Type.Boolean(),
  /** The level that supervises it since it was late. */
  raisedTo: Type.Optional(Level),
})
export type MatterSummary = Static<typeof MatterSummary>
