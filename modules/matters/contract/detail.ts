import { Type, type Static } from 'typebox'
import { Id, Instant, oneOf } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { Photo, Voice } from '#modules/files/contract.ts'
import * as problems from './problems.ts'
import {
  Channel,
  FollowUpResult,
  Level,
  LimitUnit,
  MatterSummary,
  Outcome,
  Person,
  Promised,
  TimelineEntry,
} from './shapes.ts'

export const actions = [
  'accept',
  'assign',
  'transfer',
  'hand_up',
  'return',
  'note',
  'answer',
  'follow_up',
  'close',
  'ask',
  'extend',
  'instruct',
  'dispute',
  'decide',
  'change_subject',
  'merge',
  'split',
  'hide',
  'show',
  'assess',
  'look_at_contact',
] as const
export const Action = oneOf(actions)
export type Action = Static<typeof Action>

const BothLanguages = Type.Object({ zh: Type.String(), en: Type.String() })

/** What a reporter said later, to a question or of their own accord. */
const Addition = Type.Object({
  id: Id,
  at: Instant,
  words: Type.String(),
  photos: Type.Array(Photo),
  voice: Type.Optional(Voice),
})

export const ReportDetail = Type.Object({
  id: Id,
  words: Type.String(),
  photos: Type.Array(Photo),
  voice: Type.Optional(Voice),
  /** Answers to the subject's questions, in the order of the questions. */
  answers: Type.Array(Type.Object({ question: BothLanguages, answer: BothLanguages })),
  additions: Type.Array(Addition),
  channel: Channel,
  receivedAt: Type.String(),
  /** 138****1234; the whole number only by a recorded look. */
  maskedPhone: Type.Optional(Type.String()),
  maskedName: Type.Optional(Type.String()),
  maskedEmail: Type.Optional(Type.String()),
  rating: Type.Optional(Type.Integer()),
  ratingReasons: Type.Array(Type.String()),
  ratingWords: Type.Optional(Type.String()),
  isPrivate: Type.Boolean(),
  byGuardian: Type.Boolean(),
  /** How they want to be told: by message, a call, somebody at the door, or not. */
  noticeWay: Type.String(),
  /** Who of the office received the person. */
  receivedBy: Type.Optional(Type.String()),
  /** The reporter took it back. */
  isWithdrawn: Type.Boolean(),
  /** The words and the contact were erased at the reporter's wish or when the time was over. */
  isErased: Type.Boolean(),
})

const Instruction = Type.Object({ at: Instant, words: Type.String(), by: Type.Optional(Person) })

/** What stands on a matter beside its state: what is waited for, supervised, disputed, and what it belongs together with. */
const Standing = {
  /** The clock stands still since then, at the latest until then. */
  pause: Type.Optional(Type.Object({ since: Instant, until: Instant })),
  /** What was asked last and nobody has answered. */
  question: Type.Optional(Instruction),
  dispute: Type.Optional(
    Type.Object({
      at: Instant,
      words: Type.String(),
      by: Type.Optional(Person),
      /** Whose whoever disputes it thinks it is. */
      suggests: Type.Optional(Type.String()),
    }),
  ),
  supervision: Type.Optional(
    Type.Object({
      lateAt: Type.Optional(Instant),
      raisedAt: Type.Optional(Instant),
      byName: Type.Optional(Type.String()),
      supervisor: Type.Optional(Person),
      /** When it rises a level further. */
      risesAt: Type.Optional(Instant),
      instructions: Type.Array(Instruction),
    }),
  ),
  links: Type.Array(
    Type.Object({
      kind: oneOf(['merged_into', 'merged_from', 'split_into', 'split_from']),
      id: Id,
      number: Type.String(),
    }),
  ),
} as const

export const MatterDetail = Type.Object({
  matter: MatterSummary,
  promise: Promised,
  /** Why it went where it went, as a sentence can be made of it. */
  route: Type.Object({
    rule: Type.Optional(Type.String()),
    level: Level,
    areaName: Type.String(),
    /** Levels passed over because nobody held the post there. */
    passed: Type.Array(Level),
  }),
  outcome: Type.Optional(Outcome),
  /** What everybody may read of the answer. */
  publicWords: Type.Optional(Type.String()),
  followUp: Type.Optional(FollowUpResult),
  needsPhoto: Type.Boolean(),
  hasEvidence: Type.Boolean(),
  /** Whether it may be shown to everybody: neither the reporter nor the subject is against it. */
  isPublic: Type.Boolean(),
  /** A level above found that it lies beyond what the unit answers for. */
  isBeyond: Type.Boolean(),
  reports: Type.Array(ReportDetail),
  timeline: Type.Array(TimelineEntry),
  /** Recordings that the history speaks of. */
  voices: Type.Array(Voice),
  ...Standing,
  /** What an act would come to: until when a question would be waited for, and the due time for each amount of more time. */
  foreseen: Type.Object({
    askUntil: Type.Optional(Instant),
    extension: Type.Optional(Type.Object({ unit: LimitUnit, dues: Type.Array(Instant) })),
  }),
  /** What the reader may do now. */
  actions: Type.Array(Action),
})
export type MatterDetail = Static<typeof MatterDetail>

const matterParams = Type.Object({ matterId: Id })

export const readMatter = route({
  method: 'GET',
  path: '/matters/:matterId',
  summary: 'One matter with its reports and its whole history',
  permission: 'matters.read',
  scope: 'area',
  params: matterParams,
  returns: MatterDetail,
  problems: [problems.matterNotFound],
})

export const listAlikeMatters = route({
  method: 'GET',
  path: '/matters/:matterId/alike',
  summary: 'Open matters close by that may be the same thing, those on the same subject first',
  permission: 'matters.moderate',
  scope: 'area',
  params: matterParams,
  returns: Type.Object({ items: Type.Array(MatterSummary) }),
  problems: [problems.matterNotFound],
})
