import { Type } from 'typebox'
import { AreaId } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import * as problems from './problems.ts'
import { MatterSummary } from './shapes.ts'
import { MatterFilter } from './staff.ts'

export const countFound = route({
  method: 'GET',
  path: '/matter-totals',
  summary: 'How many stand in a list as it is narrowed; counted up to a hundred',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object(MatterFilter),
  returns: Type.Object({ count: Type.Integer(), isMore: Type.Boolean() }),
  problems: [areaNotFound, problems.searchTooShort],
})

/** Never in an address: a phone number is personal data, also its last four digits. */
export const searchByPhone = route({
  method: 'POST',
  path: '/matter-searches/phone',
  summary:
    'Matters somebody reported with this phone, whole or by its last four digits; the search is on record',
  permission: 'matters.contact',
  scope: 'area',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({
    area: Type.Optional(AreaId),
    phone: Type.String({ pattern: '^[0-9+() -]{4,24}$' }),
  }),
  returns: Type.Object({ items: Type.Array(MatterSummary), isMore: Type.Boolean() }),
  problems: [areaNotFound, problems.phoneTooShort],
})
