import { Type, type Static } from 'typebox'
import { AreaId, Day, Id } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { accountNotFound } from './accounts.ts'

/** An official linked to an area: whom residents there may turn to, and how often a week receptions are owed. */
export const ContactLink = Type.Object({
  id: Id,
  accountId: Id,
  name: Type.String(),
  areaId: AreaId,
  areaName: Type.String(),
  perWeek: Type.Integer({ minimum: 0, maximum: 7 }),
  note: Type.String(),
  validFrom: Day,
  validTo: Type.Optional(Day),
})
export type ContactLink = Static<typeof ContactLink>

export const linkNotFound = problem('people.link-not-found', 404, {
  zh: '没有这条包联，或不在您的辖区内。',
  en: 'There is no such link within your post.',
})
export const linkExists = problem('people.link-exists', 409, {
  zh: '这个人在这段时间已经包联这个区域。',
  en: 'This person is already linked to the area at that time.',
})
export const linkAhead = problem('people.link-ahead', 400, {
  zh: '日期不能晚于今天。',
  en: 'The day may not be later than today.',
})

export const listContactLinks = route({
  method: 'GET',
  path: '/contact-links',
  summary: 'Officials linked to an area or one below it, on a day (today when none is given)',
  permission: 'people.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId), on: Type.Optional(Day) }),
  returns: Type.Object({ items: Type.Array(ContactLink) }),
  problems: [areaNotFound],
})

export const addContactLink = route({
  method: 'POST',
  path: '/contact-links',
  summary: 'Links an official to an area from a day on',
  permission: 'organisations.edit',
  scope: 'area',
  body: Type.Object({
    accountId: Id,
    areaId: AreaId,
    /** Receptions owed in a week. */
    perWeek: Type.Integer({ minimum: 0, maximum: 7 }),
    note: Type.Optional(Type.String({ maxLength: 200 })),
    validFrom: Type.Optional(Day),
  }),
  returns: ContactLink,
  problems: [areaNotFound, accountNotFound, linkExists, linkAhead],
})

export const endContactLink = route({
  method: 'DELETE',
  path: '/contact-links/:linkId',
  summary: 'Ends a link as of today; it stays on record',
  permission: 'organisations.edit',
  scope: 'area',
  params: Type.Object({ linkId: Id }),
  returns: Type.Object({ endedOn: Day }),
  problems: [linkNotFound],
})
