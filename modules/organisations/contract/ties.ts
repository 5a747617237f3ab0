import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { dayAhead, organisationNotFound, organisationParams } from './organisations.ts'

/** `covers` an area, sits in the joint `conference` of an area, is recognised as `red`. */
export const tieKinds = ['covers', 'conference', 'red'] as const
export const TieKind = oneOf(tieKinds)
export type TieKind = Static<typeof TieKind>

export const Tie = Type.Object({
  id: Id,
  kind: TieKind,
  areaId: Type.Optional(AreaId),
  areaName: Type.Optional(Type.String()),
  note: Type.String(),
  validFrom: Day,
  validTo: Type.Optional(Day),
  endNote: Type.String(),
})
export type Tie = Static<typeof Tie>

export const tieNotFound = problem('organisations.tie-not-found', 404, {
  zh: '没有这条关系，或已经结束。',
  en: 'There is no such tie, or it has ended.',
})
export const tieExists = problem('organisations.tie-exists', 409, {
  zh: '这段时间已经登记过同样的关系。',
  en: 'The same is already registered for that time.',
})
export const tieUnfit = problem('organisations.tie-unfit', 400, {
  zh: '覆盖区域、联席会议要选区域；红色认定不选，只认物业公司和业委会一类的单位；联席会议只收职能部门、企事业和共建单位。',
  en: 'Covering and conferences need an area; recognition as red has none and is for property companies and owners’ committees; conferences are for departments, institutions, enterprises and partners.',
})

export const listTies = route({
  method: 'GET',
  path: '/organisations/:organisationId/ties',
  summary: 'What binds an organisation, the present first, then the past',
  permission: 'organisations.read',
  scope: 'area',
  params: organisationParams,
  returns: Type.Object({ items: Type.Array(Tie) }),
  problems: [organisationNotFound],
})

export const addTie = route({
  method: 'POST',
  path: '/organisations/:organisationId/ties',
  summary:
    'Says from which day an organisation covers an area, sits in a joint conference, or is recognised as red',
  permission: 'organisations.edit',
  scope: 'area',
  params: organisationParams,
  body: Type.Object({
    kind: TieKind,
    areaId: Type.Optional(AreaId),
    note: Type.Optional(Type.String({ maxLength: 200 })),
    validFrom: Type.Optional(Day),
  }),
  returns: Tie,
  problems: [organisationNotFound, areaNotFound, tieExists, tieUnfit, dayAhead],
})

export const endTie = route({
  method: 'DELETE',
  path: '/organisations/:organisationId/ties/:tieId',
  summary: 'Ends it as of today, with the reason; it stays on record',
  permission: 'organisations.edit',
  scope: 'area',
  params: Type.Object({ ...organisationParams.properties, tieId: Id }),
  query: Type.Object({ reason: Words({ max: 200 }) }),
  returns: Type.Object({ endedOn: Day }),
  problems: [organisationNotFound, tieNotFound],
})
