import { Type, type Static } from 'typebox'
import { AreaId, Id, Instant, oneOf, Point, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { Photo, photoMissing } from '#modules/files/contract.ts'
import { Contact } from '#modules/people/contract.ts'
import { areaNotFound, doorCodeNotFound } from '#modules/places/contract.ts'
import * as problems from './problems.ts'
import {
  Answers,
  Outcome,
  Person,
  Promised,
  Status,
  SubjectGroup,
  SubjectName,
  TimelineEntry,
} from './shapes.ts'

const token = Type.String({ minLength: 4, maxLength: 20 })
const code = Type.String({ minLength: 4, maxLength: 20, pattern: '^[0-9a-zA-Z -]+$' })
export const Phone = Type.String({ pattern: '^[0-9+() -]{5,24}$' })

/** A matter as everybody may see it: no words of the reporter, no person but the staff. */
export const PublicMatter = Type.Object({
  number: Type.String(),
  subject: SubjectName,
  status: Status,
  placeNames: Type.Array(Type.String()),
  receivedAt: Instant,
  statusAt: Instant,
  reportCount: Type.Integer(),
  outcome: Type.Optional(Outcome),
})
export type PublicMatter = Static<typeof PublicMatter>

export const readHome = route({
  method: 'GET',
  path: '/home',
  summary:
    'The first page of the district: what was settled lately, and in a demonstration some doors to try',
  permission: 'public',
  scope: 'none',
  returns: Type.Object({
    districtName: Type.String(),
    /** Of the last thirty days. */
    received: Type.Integer(),
    settled: Type.Integer(),
    settledOnTime: Type.Integer(),
    recent: Type.Array(PublicMatter),
    demoDoors: Type.Array(Type.Object({ token: Type.String(), pathNames: Type.Array(Type.String()) })),
  }),
})

export const openDoor = route({
  method: 'GET',
  path: '/doors/:token',
  summary:
    'What the code on a door opens: the place, the subjects, whom to ask, what is already being handled here',
  permission: 'public',
  scope: 'none',
  params: Type.Object({ token }),
  returns: Type.Object({
    districtName: Type.String(),
    place: Type.Object({
      areaId: AreaId,
      name: Type.String(),
      pathNames: Type.Array(Type.String()),
      facility: Type.String(),
    }),
    groups: Type.Array(SubjectGroup),
    contacts: Type.Array(Contact),
    open: Type.Array(PublicMatter),
  }),
  problems: [doorCodeNotFound],
})

export const Receipt = Type.Object({
  number: Type.String(),
  code: Type.String(),
  status: Status,
  subject: SubjectName,
  placeNames: Type.Array(Type.String()),
  /** Where the reporter may scan again. */
  doorToken: Type.Optional(Type.String()),
  words: Type.String(),
  photos: Type.Array(Photo),
  receivedAt: Instant,
  /** The promise that counts now. */
  promise: Promised,
  isOverdue: Type.Boolean(),
  /** Who answers for it now: a person, or the office that holds it. */
  handler: Type.Optional(Person),
  holderName: Type.String(),
  reportCount: Type.Integer(),
  outcome: Type.Optional(Outcome),
  /** In plain order of time; only what concerns the reporter. */
  timeline: Type.Array(TimelineEntry),
  rating: Type.Optional(Type.Integer()),
  mayRate: Type.Boolean(),
  mayReopen: Type.Boolean(),
  reopenUntil: Type.Optional(Instant),
  mayWithdraw: Type.Boolean(),
  mayUrge: Type.Boolean(),
  mayReply: Type.Boolean(),
  /** What the reporter is asked and has not answered, and until when the clock stands still for it. */
  question: Type.Optional(Type.Object({ words: Type.String(), until: Type.Optional(Instant) })),
  isPrivate: Type.Boolean(),
  voice: Type.Optional(Id),
  answers: Answers,
  /** Proof of receipt: SHA-256 of what was said, held in the matter's chain. */
  fingerprint: Type.String(),
})
export type Receipt = Static<typeof Receipt>

export const sendReport = route({
  method: 'POST',
  path: '/reports',
  summary: 'A resident says what is wrong; the Idempotency-Key becomes the report’s id',
  permission: 'public',
  scope: 'own',
  perMinute: 20,
  body: Type.Object({
    /** Where it is: a door code, or an area; with a point if the reporter gave one. */
    door: Type.Optional(token),
    areaId: Type.Optional(AreaId),
    point: Type.Optional(Point),
    subject: Type.String({ maxLength: 40 }),
    words: Type.String({ maxLength: 1000 }),
    photoIds: Type.Array(Id, { maxItems: 6 }),
    voiceId: Type.Optional(Id),
    /** Answers to the subject's questions. */
    answers: Type.Optional(Answers),
    /** The number of a neighbour's open matter that is the same thing. */
    joins: Type.Optional(Type.String({ minLength: 6, maxLength: 20 })),
    noticeWay: Type.Optional(Type.String({ maxLength: 20 })),
    consentVersion: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    byGuardian: Type.Optional(Type.Boolean()),
    contactName: Type.Optional(Type.String({ maxLength: 40 })),
    contactPhone: Type.Optional(Phone),
    /** Not shown among the public matters of the place. */
    isPrivate: Type.Optional(Type.Boolean()),
  }),
  returns: Receipt,
  problems: [
    doorCodeNotFound,
    areaNotFound,
    problems.placeMissing,
    problems.subjectUnknown,
    problems.answerMissing,
    problems.joinRefused,
    problems.saidElsewhere,
    photoMissing,
  ],
})

export const listLikely = route({
  method: 'GET',
  path: '/likely-matters',
  summary: 'Open public matters here and close by on the same subject, to join instead of starting again',
  permission: 'public',
  scope: 'none',
  query: Type.Object({
    door: Type.Optional(token),
    areaId: Type.Optional(AreaId),
    subject: Type.String({ maxLength: 40 }),
  }),
  returns: Type.Object({ items: Type.Array(PublicMatter) }),
  problems: [doorCodeNotFound, areaNotFound, problems.placeMissing],
})

const receiptParams = Type.Object({ code })

export const readReceipt = route({
  method: 'GET',
  path: '/receipts/:code',
  summary: 'How a report stands, by the code on its receipt',
  permission: 'public',
  scope: 'own',
  perMinute: 60,
  params: receiptParams,
  returns: Receipt,
  problems: [problems.receiptNotFound],
})

/** Five levels of the national good-or-bad rating: 5 very satisfied … 1 very dissatisfied; 1 and 2 are bad. */
export const rateReport = route({
  method: 'PUT',
  path: '/receipts/:code/rating',
  summary: 'The reporter says how satisfied they are',
  permission: 'public',
  scope: 'own',
  perMinute: 20,
  params: receiptParams,
  body: Type.Object({
    rating: Type.Integer({ minimum: 1, maximum: 5 }),
    reasons: Type.Array(
      oneOf(['quick', 'polite', 'fixed', 'told', 'slow', 'rude', 'not_fixed', 'came_back', 'not_told']),
      { maxItems: 5 },
    ),
    words: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  returns: Receipt,
  problems: [problems.receiptNotFound, problems.notAnswered],
})

export const replyToMatter = route({
  method: 'POST',
  path: '/receipts/:code/additions',
  summary: 'The reporter answers what was asked, or adds to what was said; a clock that stood still goes on',
  permission: 'public',
  scope: 'own',
  perMinute: 10,
  params: receiptParams,
  body: Type.Object({ words: Words({ max: 1000 }), photoIds: Type.Array(Id, { maxItems: 6 }) }),
  returns: Receipt,
  problems: [problems.receiptNotFound, problems.moveRefused, photoMissing],
})

export const urgeReport = route({
  method: 'POST',
  path: '/receipts/:code/urging',
  summary: 'The reporter urges it on, once a day',
  permission: 'public',
  scope: 'own',
  perMinute: 10,
  params: receiptParams,
  body: Type.Object({}),
  returns: Receipt,
  problems: [problems.receiptNotFound, problems.moveRefused, problems.urgedAlready],
})

export const reopenReport = route({
  method: 'POST',
  path: '/receipts/:code/reopening',
  summary: 'The reporter says it is not settled: a new clock starts and a person looks again',
  permission: 'public',
  scope: 'own',
  perMinute: 10,
  params: receiptParams,
  body: Type.Object({ words: Words({ max: 300 }) }),
  returns: Receipt,
  problems: [problems.receiptNotFound, problems.moveRefused, problems.reopenTooLate],
})

export const withdrawReport = route({
  method: 'POST',
  path: '/receipts/:code/withdrawal',
  summary: 'The reporter takes the report back',
  permission: 'public',
  scope: 'own',
  perMinute: 10,
  params: receiptParams,
  body: Type.Object({}),
  returns: Receipt,
  problems: [problems.receiptNotFound, problems.moveRefused],
})
