import { Type, type Static } from 'typebox'
import { AreaId, Instant } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaParams } from './areas.ts'
import { areaNotFound, doorCodeNotFound } from './problems.ts'

export const DoorCode = Type.Object({
  token: Type.String(),
  areaId: AreaId,
  areaName: Type.String(),
  pathNames: Type.Array(Type.String()),
  facility: Type.String(),
  /** What the code on the poster holds. */
  url: Type.String(),
  /** The code as SVG, to print. */
  svg: Type.String(),
  madeAt: Instant,
})
export type DoorCode = Static<typeof DoorCode>

export const listDoorCodes = route({
  method: 'GET',
  path: '/areas/:areaId/door-codes',
  summary: 'The door codes of an area and of what lies below it, ready to print',
  permission: 'places.door-codes',
  scope: 'area',
  params: areaParams,
  returns: Type.Object({ items: Type.Array(DoorCode) }),
  problems: [areaNotFound],
})

export const makeDoorCode = route({
  method: 'POST',
  path: '/areas/:areaId/door-codes',
  summary: 'Makes a door code for an area or a facility in it',
  permission: 'places.door-codes',
  scope: 'area',
  params: areaParams,
  body: Type.Object({ facility: Type.Optional(Type.String({ maxLength: 40 })) }),
  returns: DoorCode,
  problems: [areaNotFound],
})

export const retireDoorCode = route({
  method: 'DELETE',
  path: '/areas/:areaId/door-codes/:token',
  summary: 'Takes a door code out of use',
  permission: 'places.door-codes',
  scope: 'area',
  params: Type.Object({ areaId: AreaId, token: Type.String({ maxLength: 20 }) }),
  returns: Type.Object({ retiredAt: Instant }),
  problems: [areaNotFound, doorCodeNotFound],
})
