import { Type, type Static } from 'typebox'
import { Instant, oneOf, Point } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { Photo, Voice } from '#modules/files/contract.ts'
import { addressWrong, codesDown, codeTooMany, codeTooSoon, codeWrong } from '#modules/notices/contract.ts'
import * as problems from './problems.ts'
import { RatingReason } from './receipt.ts'
import { Phone } from './resident.ts'
import { Channel, Status, SubjectName, ToldAnswer } from './shapes.ts'

/** Shows for some minutes that a phone number is the caller's. Never in an address: it goes in the body. */
const Pass = Type.String({ minLength: 20, maxLength: 120, pattern: '^[A-Za-z0-9._-]+$' })
const Code = Type.String({ minLength: 4, maxLength: 20, pattern: '^[0-9a-zA-Z -]+$' })

export const sendMyCode = route({
  method: 'POST',
  path: '/my-reports/code',
  summary:
    'Sends a code by SMS to a number that reports were made with; the answer is the same for any number',
  permission: 'public',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ phone: Phone }),
  returns: Type.Object({ minutes: Type.Integer(), againAfterSeconds: Type.Integer() }),
  problems: [addressWrong, codeTooSoon, codeTooMany, codesDown],
})

export const openMyReports = route({
  method: 'POST',
  path: '/my-reports/pass',
  summary: 'Gives a pass of some minutes for the code that was sent',
  permission: 'public',
  scope: 'own',
  forgetful: true,
  perMinute: 20,
  body: Type.Object({ phone: Phone, code: Type.String({ pattern: '^[0-9]{6}$' }) }),
  returns: Type.Object({ pass: Pass, until: Instant }),
  problems: [codeWrong],
})

/** One report in the list of its reporter. */
export const MyReport = Type.Object({
  code: Type.String(),
  number: Type.String(),
  status: Status,
  subject: SubjectName,
  placeNames: Type.Array(Type.String()),
  receivedAt: Instant,
  statusAt: Instant,
  dueAt: Instant,
  isOverdue: Type.Boolean(),
  /** Answered and not rated yet. */
  waitsForRating: Type.Boolean(),
})
export type MyReport = Static<typeof MyReport>

export const listMyReports = route({
  method: 'POST',
  path: '/my-reports',
  summary: 'All reports made with the number of the pass, the newest first',
  permission: 'public',
  scope: 'own',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({ pass: Pass }),
  returns: Type.Object({ until: Instant, items: Type.Array(MyReport) }),
  problems: [problems.passOver],
})

/** By the pass of a number, or by the query codes that one holds. */
const Access = Type.Object({
  pass: Type.Optional(Pass),
  codes: Type.Optional(Type.Array(Code, { maxItems: 20 })),
})
export type Access = Static<typeof Access>

/** Everything that is kept of one report. */
export const KeptReport = Type.Object({
  code: Type.String(),
  number: Type.String(),
  status: Status,
  subject: SubjectName,
  placeNames: Type.Array(Type.String()),
  channel: Channel,
  receivedAt: Instant,
  words: Type.String(),
  photos: Type.Array(Photo),
  voice: Type.Optional(Voice),
  answers: Type.Array(ToldAnswer),
  point: Type.Optional(Point),
  additions: Type.Array(Type.Object({ at: Instant, words: Type.String(), photos: Type.Array(Photo) })),
  isPrivate: Type.Boolean(),
  byGuardian: Type.Boolean(),
  consentVersion: Type.Optional(Type.Integer()),
  contactName: Type.Optional(Type.String()),
  /** In part only, when asked by the query code: whoever finds a slip must not learn the number. */
  contactPhone: Type.Optional(Type.String()),
  contactEmail: Type.Optional(Type.String()),
  tellsBySms: Type.Boolean(),
  rating: Type.Optional(Type.Integer()),
  ratingReasons: Type.Array(RatingReason),
  ratingWords: Type.String(),
  ratedAt: Type.Optional(Instant),
  /** Who looked at the contact: when, in which post, and why. */
  looks: Type.Array(Type.Object({ at: Instant, roles: Type.Array(Type.String()), reason: Type.String() })),
  /** When the contact is erased by itself; absent while the matter is open. */
  contactUntil: Type.Optional(Instant),
  erasedAt: Type.Optional(Instant),
  /** Words are needed to handle it: it is open. */
  isOpen: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
  fingerprint: Type.String(),
})
export type KeptReport = Static<typeof KeptReport>

/** A request about one's own data, with how it was answered. */
export const DataRequest = Type.Object({
  number: Type.String(),
  kind: oneOf(['copy', 'correct', 'erase']),
  at: Instant,
  /** The numbers of the matters it was about. */
  numbers: Type.Array(Type.String()),
})
export type DataRequest = Static<typeof DataRequest>

export const readOwnData = route({
  method: 'POST',
  path: '/own-data',
  summary: 'All that is kept of the caller’s reports, with their earlier requests',
  permission: 'public',
  scope: 'own',
  forgetful: true,
  perMinute: 20,
  body: Access,
  returns: Type.Object({
    items: Type.Array(KeptReport),
    requests: Type.Array(DataRequest),
    contactMonths: Type.Integer(),
  }),
  problems: [problems.passOver, problems.receiptNotFound],
})

export const copyOwnData = route({
  method: 'POST',
  path: '/own-data/copies',
  summary: 'The same to take away, as a request with a number',
  permission: 'public',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Access,
  returns: Type.Object({ request: DataRequest, items: Type.Array(KeptReport) }),
  problems: [problems.passOver, problems.receiptNotFound],
})

export const correctContact = route({
  method: 'POST',
  path: '/own-data/corrections',
  summary: 'Changes name or number of the caller’s reports, or takes them off',
  permission: 'public',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({
    ...Access.properties,
    contactName: Type.String({ maxLength: 40 }),
    /** Left out: the number stays. */
    contactPhone: Type.Optional(Type.Union([Phone, Type.Literal('')])),
    tellBySms: Type.Boolean(),
  }),
  returns: Type.Object({ request: DataRequest }),
  problems: [problems.passOver, problems.receiptNotFound],
})

export const eraseOwnData = route({
  method: 'POST',
  path: '/own-data/erasures',
  summary:
    'Erases words, photos, recording and contact of the caller’s reports; that they were received stays on record. Those still open only with `insist`',
  permission: 'public',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ ...Access.properties, insist: Type.Boolean() }),
  returns: Type.Object({ request: DataRequest }),
  problems: [problems.passOver, problems.receiptNotFound, problems.stillOpen],
})
