import { Type, type Static } from 'typebox'
import { AreaId, Id, Instant, Point } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { photoMissing, voiceMissing } from '#modules/files/contract.ts'
import { Contact } from '#modules/people/contract.ts'
import { areaNotFound, doorCodeNotFound } from '#modules/places/contract.ts'
import * as problems from './problems.ts'
import { Receipt } from './receipt.ts'
import { Answers, Outcome, Person, Promised, Status, SubjectGroup, SubjectName } from './shapes.ts'

const token = Type.String({ minLength: 4, maxLength: 20 })
export const Phone = Type.String({ pattern: '^[0-9+() -]{5,24}$' })

/** A matter as everybody may see it: no words of the reporter, no person but the staff. */
export const PublicMatter = Type.Object({
  number: Type.String(),
  subject: SubjectName,
  status: Status,
  placeNames: Type.Array(Type.String()),
  receivedAt: Instant,
  statusAt: Instant,
  /** Until when an answer is promised, as the promise stands now. */
  dueAt: Instant,
  isOverdue: Type.Boolean(),
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

/** All that the page needs on which something of a place is reported. */
export const PlacePage = Type.Object({
  districtName: Type.String(),
  place: Type.Object({
    areaId: AreaId,
    name: Type.String(),
    pathNames: Type.Array(Type.String()),
    facility: Type.String(),
    /** Whose public ledger covers it; absent where the place lies above all communities. */
    communityId: Type.Optional(AreaId),
  }),
  groups: Type.Array(SubjectGroup),
  contacts: Type.Array(Contact),
  open: Type.Array(PublicMatter),
  /** Which version of the notice on personal data is in force. */
  consentVersion: Type.Integer(),
})
export type PlacePage = Static<typeof PlacePage>

export const openDoor = route({
  method: 'GET',
  path: '/doors/:token',
  summary:
    'What the code on a door opens: the place, the subjects, whom to ask, what is already being handled here',
  permission: 'public',
  scope: 'none',
  params: Type.Object({ token }),
  returns: PlacePage,
  problems: [doorCodeNotFound],
})

export const openPlace = route({
  method: 'GET',
  path: '/places/:areaId',
  summary: 'The same for a place chosen from the list or the map',
  permission: 'public',
  scope: 'none',
  params: Type.Object({ areaId: AreaId }),
  returns: PlacePage,
  problems: [areaNotFound],
})

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
    voiceMissing,
  ],
})

const aboutToSay = Type.Object({
  door: Type.Optional(token),
  areaId: Type.Optional(AreaId),
  subject: Type.String({ maxLength: 40 }),
})

export const listLikely = route({
  method: 'GET',
  path: '/likely-matters',
  summary: 'Open public matters here and close by on the same subject, to join instead of starting again',
  permission: 'public',
  scope: 'none',
  query: aboutToSay,
  returns: Type.Object({ items: Type.Array(PublicMatter) }),
  problems: [doorCodeNotFound, areaNotFound, problems.placeMissing],
})

export const foreseePromise = route({
  method: 'GET',
  path: '/promises',
  summary: 'Who would answer a report that is sent now, until when and by which rule',
  permission: 'public',
  scope: 'none',
  query: aboutToSay,
  returns: Type.Object({
    ...Type.Pick(Promised, ['dueAt', 'amount', 'unit', 'source']).properties,
    handler: Type.Optional(Person),
    holderName: Type.String(),
  }),
  problems: [doorCodeNotFound, areaNotFound, problems.placeMissing, problems.subjectUnknown],
})
