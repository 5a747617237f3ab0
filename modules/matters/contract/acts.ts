import { Type } from 'typebox'
import { AreaId, Id, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { photoMissing } from '#modules/files/contract.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import * as problems from './problems.ts'
import { FollowUpResult, Moved, Outcome, Person } from './shapes.ts'

const matterParams = Type.Object({ matterId: Id })
const said = Type.Optional(Type.String())
const acting = [problems.matterNotFound, problems.heldByOthers, problems.moveRefused] as const

export const acceptMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/acceptance',
  summary: 'Accepts a matter; with `take` the accepting person handles it',
  permission: 'matters.handle',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ take: Type.Optional(Type.Boolean()) }),
  returns: Moved,
  problems: acting,
})

export const listHandlers = route({
  method: 'GET',
  path: '/matters/:matterId/handlers',
  summary: 'Who could be given the matter, the nearest first',
  permission: 'matters.dispatch',
  scope: 'area',
  params: matterParams,
  returns: Type.Object({
    items: Type.Array(
      Type.Object({ ...Person.properties, areaName: Type.String(), openCount: Type.Integer() }),
    ),
  }),
  problems: [problems.matterNotFound],
})

export const assignMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/handler',
  summary: 'Gives the matter to a person',
  permission: 'matters.dispatch',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ accountId: Id, words: Type.Optional(Type.String({ maxLength: 300 })) }),
  returns: Moved,
  problems: [...acting, problems.handlerUnfit],
})

export const transferMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/area',
  summary: 'Re-routes the matter to the area or organisation that answers for it',
  permission: 'matters.dispatch',
  scope: 'area',
  params: matterParams,
  body: Type.Object({
    areaId: Type.Optional(AreaId),
    organisationId: Type.Optional(Id),
    reason: Words({ max: 300 }),
  }),
  returns: Moved,
  problems: [...acting, problems.targetUnknown, problems.rerouteDecidedAbove, organisationNotFound],
})

export const handUpMatter = route({
  method: 'POST',
  path: '/matters/:matterId/hand-up',
  summary: 'Hands the matter to the level above',
  permission: 'matters.hand-up',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ reason: Words({ max: 300 }) }),
  returns: Moved,
  problems: [...acting, problems.noLevelAbove],
})

export const returnMatter = route({
  method: 'POST',
  path: '/matters/:matterId/return',
  summary: 'Not ours: the reason and the right channel are told to the reporter',
  permission: 'matters.dispatch',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ reason: Words({ max: 300 }), rightChannel: Words({ max: 200 }) }),
  returns: Moved,
  problems: acting,
})

export const noteMatter = route({
  method: 'POST',
  path: '/matters/:matterId/notes',
  summary: 'Says how it goes; a public note is shown to the reporter',
  permission: 'matters.handle',
  scope: 'area',
  params: matterParams,
  body: Type.Object({
    words: Words({ max: 500 }),
    photoIds: Type.Array(Id, { maxItems: 6 }),
    isPublic: Type.Boolean(),
  }),
  returns: Moved,
  problems: [...acting, photoMissing],
})

export const answerMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/answer',
  summary: 'Answers the reporters: what was done, or why not',
  permission: 'matters.handle',
  scope: 'area',
  params: matterParams,
  body: Type.Object({
    words: Words({ max: 1000 }),
    /** What everybody may read of it in the public ledger: without names, phones or flat numbers. */
    publicWords: Type.Optional(Words({ max: 300 })),
    outcome: Outcome,
    photoIds: Type.Array(Id, { maxItems: 6 }),
  }),
  returns: Moved,
  problems: [...acting, problems.evidenceMissing, photoMissing],
})

export const followUpMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/follow-up',
  summary: 'Records what the reporter said when asked; dissatisfied sends it back with a new clock',
  permission: 'matters.follow-up',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ result: FollowUpResult, words: Type.Optional(Type.String({ maxLength: 500 })) }),
  returns: Moved,
  problems: [...acting, problems.followUpByHandler],
})

export const closeMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/closure',
  summary: 'Closes a matter that was answered and asked after',
  permission: 'matters.close',
  scope: 'area',
  params: matterParams,
  body: Type.Object({}),
  returns: Moved,
  problems: [...acting, problems.followUpMissing],
})

export const askReporter = route({
  method: 'POST',
  path: '/matters/:matterId/questions',
  summary:
    'Asks the reporters something; the clock stands still until one answers, at most the days the office set',
  permission: 'matters.handle',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ words: Words({ max: 300 }) }),
  returns: Moved,
  problems: [...acting, problems.alreadyAsked],
})

export const extendMatter = route({
  method: 'POST',
  path: '/matters/:matterId/extension',
  summary: 'Gives more time, once, with a reason; `amount` is in the unit of the limit',
  permission: 'matters.extend',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ amount: Type.Integer({ minimum: 1, maximum: 365 }), reason: Words({ max: 300 }) }),
  returns: Moved,
  problems: [...acting, problems.extendedAlready, problems.extensionTooLate, problems.extensionTooLong],
})

export const instructMatter = route({
  method: 'POST',
  path: '/matters/:matterId/instructions',
  summary: 'The level that supervises says what it demands; it stands on the supervision card',
  permission: 'matters.supervise',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ words: Words({ max: 500 }) }),
  returns: Moved,
  problems: acting,
})

export const disputeMatter = route({
  method: 'POST',
  path: '/matters/:matterId/dispute',
  summary: 'Whoever was given it says it is not theirs, and whose they think it is; the level above decides',
  permission: 'matters.handle',
  scope: 'area',
  params: matterParams,
  body: Type.Object({
    reason: Words({ max: 300 }),
    areaId: Type.Optional(AreaId),
    organisationId: Type.Optional(Id),
  }),
  returns: Moved,
  problems: [...acting, problems.alreadyDecided],
})

export const decideMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/decision',
  summary: 'Decides a disputed dispatch once: without a target it stays where it is',
  permission: 'matters.dispatch',
  scope: 'area',
  params: matterParams,
  body: Type.Object({
    reason: Words({ max: 300 }),
    areaId: Type.Optional(AreaId),
    organisationId: Type.Optional(Id),
  }),
  returns: Moved,
  problems: [...acting, problems.decidedAbove, problems.targetUnknown, organisationNotFound],
})

export const changeSubject = route({
  method: 'PUT',
  path: '/matters/:matterId/subject',
  summary: 'Files the matter under another subject',
  permission: 'matters.moderate',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ subject: Type.String({ maxLength: 40 }), reason: Words({ max: 300 }) }),
  returns: Moved,
  problems: [...acting, problems.subjectUnknown],
})

export const mergeMatter = route({
  method: 'POST',
  path: '/matters/:matterId/merger',
  summary: 'The matter is the same as another: its reports join that one, each still answered and asked',
  permission: 'matters.moderate',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ into: Type.String({ minLength: 6, maxLength: 20 }), reason: Words({ max: 300 }) }),
  returns: Moved,
  problems: [...acting, problems.mergeRefused],
})

export const splitMatter = route({
  method: 'POST',
  path: '/matters/:matterId/split',
  summary:
    'Makes a second matter: of some of the reports, or with `words` of a part of what one reporter said',
  permission: 'matters.moderate',
  scope: 'area',
  params: matterParams,
  body: Type.Object({
    reportIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
    subject: Type.String({ maxLength: 40 }),
    areaId: Type.Optional(AreaId),
    words: Type.Optional(Words({ max: 1000 })),
    reason: Words({ max: 300 }),
  }),
  returns: Type.Object({ matter: Moved, made: Moved }),
  problems: [...acting, problems.splitRefused, problems.subjectUnknown, problems.targetUnknown, photoMissing],
})

export const hideMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/hiding',
  summary: 'Takes the matter off the public pages, with a reason; the reporter still sees it',
  permission: 'matters.moderate',
  scope: 'area',
  params: matterParams,
  body: Type.Object({ reason: Words({ max: 300 }) }),
  returns: Moved,
  problems: acting,
})

export const showMatter = route({
  method: 'DELETE',
  path: '/matters/:matterId/hiding',
  summary: 'Puts the matter back on the public pages, with a reason',
  permission: 'matters.moderate',
  scope: 'area',
  params: matterParams,
  query: Type.Object({ reason: Words({ max: 300 }) }),
  returns: Moved,
  problems: acting,
})

export const lookAtContact = route({
  method: 'POST',
  path: '/matters/:matterId/reports/:reportId/contact-looks',
  summary: 'Shows name, phone and e-mail of a reporter; the look and its reason are on record',
  permission: 'matters.contact',
  scope: 'area',
  forgetful: true,
  perMinute: 60,
  params: Type.Object({ matterId: Id, reportId: Id }),
  body: Type.Object({ reason: Words({ max: 100 }) }),
  returns: Type.Object({ name: said, phone: said, email: said }),
  problems: [problems.matterNotFound, problems.heldByOthers],
})
