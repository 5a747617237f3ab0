import { Type, type Static } from 'typebox'
import { AreaId, Id, oneOf, PageOf, PageQuery, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { photoMissing } from '#modules/files/contract.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import * as problems from './problems.ts'
import { Phone } from './resident.ts'
import { MatterSummary, SubjectGroup } from './shapes.ts'

/**
 * The work lists. `todo` received and not yet accepted; `doing` accepted or being handled; `due_soon` open and yellow;
 * `overdue` open past its time; `waiting` the reporter was asked and the clock stands still; `raised` supervised by a level
 * above since it was late; `disputed` somebody says it is not theirs and the level above decides; `to_follow_up` answered and not yet asked after; `to_close` asked after;
 * `mine` open and in my hands; `open` all of these; `done` closed, returned, merged or withdrawn.
 */
export const listNames = [
  'todo',
  'doing',
  'due_soon',
  'overdue',
  'waiting',
  'raised',
  'disputed',
  'to_follow_up',
  'to_close',
  'mine',
  'open',
  'done',
] as const
export const ListName = oneOf(listNames)
export type ListName = Static<typeof ListName>

export const listMatters = route({
  method: 'GET',
  path: '/matters',
  summary: 'A work list of an area; open ones by due time, done ones newest first',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({
    area: Type.Optional(AreaId),
    list: Type.Optional(ListName),
    subject: Type.Optional(Type.String({ maxLength: 40 })),
    number: Type.Optional(Type.String({ maxLength: 20 })),
    ...PageQuery,
  }),
  returns: PageOf(MatterSummary),
  problems: [areaNotFound],
})

export const Counts = Type.Object({
  todo: Type.Integer(),
  doing: Type.Integer(),
  dueSoon: Type.Integer(),
  overdue: Type.Integer(),
  waiting: Type.Integer(),
  raised: Type.Integer(),
  disputed: Type.Integer(),
  toFollowUp: Type.Integer(),
  toClose: Type.Integer(),
  mine: Type.Integer(),
  open: Type.Integer(),
})
export type Counts = Static<typeof Counts>

export const countMatters = route({
  method: 'GET',
  path: '/matter-counts',
  summary: 'How many stand in each work list of an area',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Counts,
  problems: [areaNotFound],
})

export const listSubjects = route({
  method: 'GET',
  path: '/subjects',
  summary: 'The subjects in two steps',
  permission: 'public',
  scope: 'none',
  returns: Type.Object({ groups: Type.Array(SubjectGroup) }),
})

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
    channel: oneOf(['phone', 'counter', 'visit', 'reception', 'worker']),
    photoIds: Type.Array(Id, { maxItems: 6 }),
    contactName: Type.Optional(Type.String({ maxLength: 40 })),
    contactPhone: Type.Optional(Phone),
    isPrivate: Type.Optional(Type.Boolean()),
  }),
  returns: Type.Object({ matter: MatterSummary, code: Type.String() }),
  problems: [areaNotFound, problems.subjectUnknown, problems.saidElsewhere, photoMissing],
})
