import { Type, type Static } from 'typebox'
import { oneOf, Streamed } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { searchTooShort } from './problems.ts'
import { MatterFilter } from './staff.ts'

/** Every column a list can have, in the order they stand. */
export const listColumns = [
  'left',
  'subject',
  'place',
  'community',
  'holder',
  'level',
  'organisation',
  'status',
  'channel',
  'received',
  'reports',
  'urged',
  'satisfaction',
  'number',
] as const
const ListColumn = oneOf(listColumns)
export type ListColumn = Static<typeof ListColumn>

export const exportMatters = route({
  method: 'POST',
  path: '/matter-exports',
  summary:
    'The list as it is shown, as a sheet sent while it is made: the same filter, order and columns; who took what along is on record',
  permission: 'matters.export',
  scope: 'area',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({
    ...MatterFilter,
    columns: Type.Array(ListColumn, { minItems: 1, maxItems: listColumns.length, uniqueItems: true }),
    as: oneOf(['csv', 'xlsx']),
  }),
  returns: Streamed,
  answers: 'stream',
  problems: [areaNotFound, searchTooShort],
})
