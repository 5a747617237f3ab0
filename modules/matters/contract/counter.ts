import { Type, type Static } from 'typebox'
import { AreaId, Id, Instant, oneOf, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { photoMissing, voiceMissing } from '#modules/files/contract.ts'
import { Contact } from '#modules/people/contract.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import * as problems from './problems.ts'
import { RatingReason } from './receipt.ts'
import { Phone } from './resident.ts'
import { Answers, Channel, MatterSummary, Person, Promised, SubjectName } from './shapes.ts'

/** How a person is told who does not look themselves: by message, by a call, by somebody at the door, not at all. */
const NoticeWay = oneOf(['sms', 'call', 'visit', 'none'])

export const takeReport = route({
  method: 'POST',
  path: '/matters',
  summary: 'A staff member takes a report down for someone, or what they found themselves',
  permission: 'matters.take',
  scope: 'area',
  body: Type.Object({
    areaId: AreaId,
    subject: Type.String({ maxLength: 40 }),
    words: Words({ max: 1000 }),
    channel: oneOf(['phone', 'counter', 'visit', 'reception', 'petition', 'worker']),
    /** 接访: who of the office received the person. */
    receivedBy: Type.Optional(Words({ max: 40 })),
    photoIds: Type.Array(Id, { maxItems: 6 }),
    voiceId: Type.Optional(Id),
    /** To the subject's questions; where none are given at all, none has to be: the round asks less than the counter. */
    answers: Type.Optional(Answers),
    /** The number of an open matter that is the same thing. */
    joins: Type.Optional(Type.String({ minLength: 6, maxLength: 20 })),
    contactName: Type.Optional(Type.String({ maxLength: 40 })),
    contactPhone: Type.Optional(Phone),
    noticeWay: Type.Optional(NoticeWay),
    /** Which version of the notice on personal data was explained. */
    consentVersion: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    byGuardian: Type.Optional(Type.Boolean()),
    isPrivate: Type.Optional(Type.Boolean()),
  }),
  returns: Type.Object({ matter: MatterSummary, reportId: Id, code: Type.String() }),
  problems: [
    areaNotFound,
    problems.subjectUnknown,
    problems.answerMissing,
    problems.joinRefused,
    problems.saidElsewhere,
    photoMissing,
    voiceMissing,
  ],
})

/** What a clerk may record for a reporter who has no phone: urging, more words, a rating, that it is not settled. */
export const spokenMoves = ['urge', 'add', 'rate', 'reopen'] as const
export const SpokenMove = oneOf(spokenMoves)
export type SpokenMove = Static<typeof SpokenMove>

/** One person's report as the counter finds it. */
export const CounterReport = Type.Object({
  reportId: Id,
  matter: MatterSummary,
  receivedAt: Instant,
  channel: Channel,
  /** The beginning of what they said. */
  words: Type.String(),
  maskedName: Type.Optional(Type.String()),
  maskedPhone: Type.Optional(Type.String()),
  rating: Type.Optional(Type.Integer()),
  /** What the office said last, and what it asks and waits for. */
  answer: Type.Optional(Type.String()),
  question: Type.Optional(Type.String()),
  moves: Type.Array(SpokenMove),
  /** Whether the clerk may print the slip, which holds the query code. */
  mayPrint: Type.Boolean(),
})
export type CounterReport = Static<typeof CounterReport>

export const lookUpReports = route({
  method: 'POST',
  path: '/counter-lookups',
  summary:
    'Finds the report of somebody at the counter: by number, query code or phone, or by name at a place; every look-up is on record',
  permission: 'matters.contact',
  scope: 'area',
  perMinute: 30,
  forgetful: true,
  body: Type.Object({
    by: oneOf(['number', 'code', 'phone', 'name']),
    text: Words({ max: 40 }),
    /** Where, for a name. */
    areaId: Type.Optional(AreaId),
  }),
  returns: Type.Object({ items: Type.Array(CounterReport) }),
  problems: [areaNotFound, problems.phoneTooShort, problems.placeMissing],
})

const reportParams = Type.Object({ matterId: Id, reportId: Id })

export const speakFor = route({
  method: 'POST',
  path: '/matters/:matterId/reports/:reportId/statements',
  summary:
    'A clerk records what a reporter says on the phone or at the counter; who recorded it and how it came stand in the history',
  permission: 'matters.take',
  scope: 'area',
  params: reportParams,
  body: Type.Object({
    move: SpokenMove,
    channel: oneOf(['phone', 'counter', 'visit', 'reception', 'petition']),
    words: Type.Optional(Type.String({ maxLength: 300 })),
    rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    reasons: Type.Optional(Type.Array(RatingReason, { maxItems: 5 })),
  }),
  returns: CounterReport,
  problems: [
    problems.matterNotFound,
    problems.moveRefused,
    problems.notAnswered,
    problems.urgedAlready,
    problems.reopenTooLate,
    problems.spokenByHandler,
    problems.statementMissing,
  ],
})

/** What is printed for somebody to take home. */
export const Slip = Type.Object({
  districtName: Type.String(),
  /** Of the office. */
  lines: Type.Array(Type.Object({ label: Type.String(), phone: Type.String() })),
  number: Type.String(),
  code: Type.String(),
  /** What the QR code opens. */
  url: Type.String(),
  svg: Type.String(),
  subject: SubjectName,
  placeNames: Type.Array(Type.String()),
  receivedAt: Instant,
  promise: Type.Pick(Promised, ['dueAt', 'amount', 'unit', 'source']),
  holderName: Type.String(),
  handler: Type.Optional(Person),
  /** Whom to call: the community's own first, then the nearest. */
  phones: Type.Array(Contact),
})
export type Slip = Static<typeof Slip>

export const makeSlip = route({
  method: 'POST',
  path: '/matters/:matterId/reports/:reportId/slips',
  summary:
    'The slip of a report with its query code, for who took it down or does not handle it: with the code one speaks as the reporter',
  permission: 'matters.take',
  scope: 'area',
  forgetful: true,
  params: reportParams,
  body: Type.Object({}),
  returns: Slip,
  problems: [problems.matterNotFound, problems.spokenByHandler],
})
