import { Type, type Static } from 'typebox'
import { Id, Instant, oneOf, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { Photo, photoMissing, Voice } from '#modules/files/contract.ts'
import * as problems from './problems.ts'
import { Outcome, Person, Promised, Status, SubjectName, TimelineEntry, ToldAnswer } from './shapes.ts'

const code = Type.String({ minLength: 4, maxLength: 20, pattern: '^[0-9a-zA-Z -]+$' })

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
  /** Since when it may be urged again, after it was urged. */
  urgeAgainAt: Type.Optional(Instant),
  mayReply: Type.Boolean(),
  /** What the reporter is asked and has not answered, and until when the clock stands still for it. */
  question: Type.Optional(Type.Object({ words: Type.String(), until: Type.Optional(Instant) })),
  isPrivate: Type.Boolean(),
  /** Everybody may see that the matter is there, under its number. */
  isPublic: Type.Boolean(),
  voice: Type.Optional(Voice),
  /** To the subject's questions, in their order. */
  answers: Type.Array(ToldAnswer),
  /** What was said was erased then, at the reporter's wish. */
  erasedAt: Type.Optional(Instant),
  /** Proof of receipt: SHA-256 of what was said, held in the matter's chain. */
  fingerprint: Type.String(),
})
export type Receipt = Static<typeof Receipt>

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

export const RatingReason = oneOf([
  'quick',
  'polite',
  'fixed',
  'told',
  'slow',
  'rude',
  'not_fixed',
  'came_back',
  'not_told',
])

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
    reasons: Type.Array(RatingReason, { maxItems: 5 }),
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
