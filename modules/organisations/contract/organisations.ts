import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'

export const organisationKinds = [
  'party',
  'department',
  'community_committee',
  'partner',
  'property_company',
  'owners_committee',
  'self_governing_group',
  'social_organisation',
  'merchant',
  'enterprise',
  'institution',
] as const
export const OrganisationKind = oneOf(organisationKinds)
export type OrganisationKind = Static<typeof OrganisationKind>

/** What it is more closely within its kind; the database knows which form goes with which kind. */
export const organisationForms = [
  'estate_branch',
  'courtyard_branch',
  'grid_branch',
  'building_group',
  'firm_branch',
  'owners',
  'self_management',
  'property_management',
  'self_governing',
  'self_entertaining',
  'volunteer',
  'mediation_room',
] as const
export const OrganisationForm = oneOf(organisationForms)
export type OrganisationForm = Static<typeof OrganisationForm>

/** How far a resident group has come on its way out of the incubator. */
export const Stage = oneOf(['incubating', 'growing', 'independent'])
export type Stage = Static<typeof Stage>

export const Organisation = Type.Object({
  id: Id,
  kind: OrganisationKind,
  form: Type.Optional(OrganisationForm),
  stage: Type.Optional(Stage),
  name: Type.String(),
  homeAreaId: AreaId,
  homeAreaName: Type.String(),
  parentId: Type.Optional(Id),
  creditCode: Type.Optional(Type.String()),
  workPhone: Type.Optional(Type.String()),
  validFrom: Day,
  /** No longer there from this day on. */
  validTo: Type.Optional(Day),
  /** Recognised as red since, as of the day asked for. */
  redSince: Type.Optional(Day),
})
export type Organisation = Static<typeof Organisation>

export const organisationNotFound = problem('organisations.not-found', 404, {
  zh: '没有这个单位，或不在您的辖区内。',
  en: 'There is no such organisation within your post.',
})
export const creditCodeWrong = problem('organisations.credit-code-wrong', 400, {
  zh: '统一社会信用代码不对，请核对 18 位代码。',
  en: 'The unified social credit code is not right. Check its 18 characters.',
})
export const organisationExists = problem('organisations.exists', 409, {
  zh: '这个单位已经登记过。',
  en: 'This organisation is already registered.',
})
export const formUnfit = problem('organisations.form-unfit', 400, {
  zh: '这个细类或阶段不属于所选的类别，请重新选择。',
  en: 'This form or stage does not belong to the kind. Choose again.',
})
export const dayAhead = problem('organisations.day-ahead', 400, {
  zh: '日期不能晚于今天。',
  en: 'The day may not be later than today.',
})
export const parentUnfit = problem('organisations.parent-unfit', 409, {
  zh: '上级单位不能是它自己，也不能是它的下级。',
  en: 'It cannot belong to itself or to one of those below it.',
})
export const othersBelow = problem('organisations.others-below', 409, {
  zh: '它下面还有单位，请先把下级单位改挂或撤销。',
  en: 'There are organisations below it. Move or end those first.',
})
export const notEnded = problem('organisations.not-ended', 409, {
  zh: '这个单位没有撤销，不用恢复。',
  en: 'This organisation has not ended.',
})

export const listOrganisations = route({
  method: 'GET',
  path: '/organisations',
  summary:
    'Organisations at home in an area or below it, and those above that serve it, on a day (today when none is given)',
  permission: 'organisations.read',
  scope: 'area',
  query: Type.Object({
    area: Type.Optional(AreaId),
    kind: Type.Optional(OrganisationKind),
    on: Type.Optional(Day),
    /** Those that have ended, instead. */
    ended: Type.Optional(Type.Boolean()),
  }),
  returns: Type.Object({ items: Type.Array(Organisation) }),
  problems: [organisationNotFound, areaNotFound],
})

const content = {
  form: Type.Optional(OrganisationForm),
  stage: Type.Optional(Stage),
  name: Words({ max: 80 }),
  homeAreaId: AreaId,
  parentId: Type.Optional(Id),
  creditCode: Type.Optional(Type.String({ maxLength: 18 })),
  workPhone: Type.Optional(Type.String({ maxLength: 30 })),
}

export const addOrganisation = route({
  method: 'POST',
  path: '/organisations',
  summary: 'Registers an organisation',
  permission: 'organisations.edit',
  scope: 'area',
  body: Type.Object({
    kind: OrganisationKind,
    ...content,
    /** The day it was set up; today when absent. */
    validFrom: Type.Optional(Day),
  }),
  returns: Organisation,
  problems: [creditCodeWrong, organisationExists, organisationNotFound, areaNotFound, formUnfit, dayAhead],
})

export const organisationParams = Type.Object({ organisationId: Id })

export const changeOrganisation = route({
  method: 'PUT',
  path: '/organisations/:organisationId',
  summary:
    'Says anew what an organisation is, from today on; what is left out it no longer has. What it was stays on record',
  permission: 'organisations.edit',
  scope: 'area',
  params: organisationParams,
  body: Type.Object(content),
  returns: Organisation,
  problems: [creditCodeWrong, organisationExists, organisationNotFound, areaNotFound, formUnfit, parentUnfit],
})

export const endOrganisation = route({
  method: 'DELETE',
  path: '/organisations/:organisationId',
  summary: 'Ends an organisation as of today with what it covers and was recognised as; it stays on record',
  permission: 'organisations.edit',
  scope: 'area',
  params: organisationParams,
  query: Type.Object({ reason: Words({ max: 200 }) }),
  returns: Type.Object({ endedOn: Day }),
  problems: [organisationNotFound, othersBelow],
})

export const reopenOrganisation = route({
  method: 'POST',
  path: '/organisations/:organisationId/reopening',
  summary: 'Opens an ended organisation again from today on; the time between stays a gap',
  permission: 'organisations.edit',
  scope: 'area',
  params: organisationParams,
  body: Type.Object({}),
  returns: Organisation,
  problems: [organisationNotFound, organisationExists, notEnded],
})
