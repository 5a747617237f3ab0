import { Type, type Static } from 'typebox'
import { AreaId, Id, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'

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

export const Organisation = Type.Object({
  id: Id,
  kind: OrganisationKind,
  name: Type.String(),
  homeAreaId: AreaId,
  homeAreaName: Type.String(),
  parentId: Type.Optional(Id),
  creditCode: Type.Optional(Type.String()),
  workPhone: Type.Optional(Type.String()),
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

export const listOrganisations = route({
  method: 'GET',
  path: '/organisations',
  summary: 'Organisations at home in an area or below it',
  permission: 'organisations.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId), kind: Type.Optional(OrganisationKind) }),
  returns: Type.Object({ items: Type.Array(Organisation) }),
  problems: [organisationNotFound],
})

export const addOrganisation = route({
  method: 'POST',
  path: '/organisations',
  summary: 'Registers an organisation',
  permission: 'organisations.edit',
  scope: 'area',
  body: Type.Object({
    kind: OrganisationKind,
    name: Words({ max: 80 }),
    homeAreaId: AreaId,
    parentId: Type.Optional(Id),
    creditCode: Type.Optional(Type.String({ maxLength: 18 })),
    workPhone: Type.Optional(Type.String({ maxLength: 30 })),
  }),
  returns: Organisation,
  problems: [creditCodeWrong, organisationExists, organisationNotFound],
})
