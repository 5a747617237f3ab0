import { Type, type Static } from 'typebox'
import { AreaId, Instant, oneOf } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaParams } from './areas.ts'
import { areaNotFound, doorCodeNotFound } from './problems.ts'
import { AreaKind } from './shapes.ts'

const doorCode = {
  token: Type.String(),
  areaId: AreaId,
  areaKind: AreaKind,
  areaName: Type.String(),
  pathNames: Type.Array(Type.String()),
  /** The grid whose worker answers here. */
  gridId: Type.Optional(AreaId),
  facility: Type.String(),
  /** What the code on the poster holds. */
  url: Type.String(),
  madeAt: Instant,
  retiredAt: Type.Optional(Instant),
}
export const DoorCode = Type.Object(doorCode)
export type DoorCode = Static<typeof DoorCode>

/** A door code to print: with its picture. */
export const Poster = Type.Object({ ...doorCode, svg: Type.String() })
export type Poster = Static<typeof Poster>

const Facility = Type.String({ maxLength: 40 })

export const listDoorCodes = route({
  method: 'GET',
  path: '/areas/:areaId/door-codes',
  summary:
    'The door codes of an area and of what lies below it, in the order of the tree; those in use or those retired',
  permission: 'places.door-codes',
  scope: 'area',
  params: areaParams,
  query: Type.Object({
    state: Type.Optional(oneOf(['in_use', 'retired'])),
    after: Type.Optional(Type.String({ maxLength: 20 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  returns: Type.Object({
    items: Type.Array(DoorCode),
    next: Type.Optional(Type.String()),
    inUse: Type.Integer(),
    retired: Type.Integer(),
  }),
  problems: [areaNotFound],
})

export const listPosters = route({
  method: 'GET',
  path: '/areas/:areaId/posters',
  summary:
    'The door codes in use of an area and of what lies below it with their pictures, a portion at a time',
  permission: 'places.door-codes',
  scope: 'area',
  params: areaParams,
  query: Type.Object({
    after: Type.Optional(Type.String({ maxLength: 20 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  }),
  returns: Type.Object({
    items: Type.Array(Poster),
    next: Type.Optional(Type.String()),
    inUse: Type.Integer(),
  }),
  problems: [areaNotFound],
})

export const makeDoorCode = route({
  method: 'POST',
  path: '/areas/:areaId/door-codes',
  summary: 'Makes a door code for an area or a facility in it',
  permission: 'places.door-codes',
  scope: 'area',
  params: areaParams,
  body: Type.Object({ facility: Type.Optional(Facility) }),
  returns: DoorCode,
  problems: [areaNotFound],
})

/** A code for every area of a kind, or for a facility that each of them has, such as its lift. */
export const CodeSet = Type.Object({
  kind: oneOf(['quarter', 'grid', 'micro_grid', 'building', 'unit']),
  facility: Type.Optional(Facility),
})
export type CodeSet = Static<typeof CodeSet>

export const previewMissingCodes = route({
  method: 'GET',
  path: '/areas/:areaId/missing-door-codes',
  summary: 'How many areas of a kind have no door code yet, and which',
  permission: 'places.door-codes',
  scope: 'area',
  params: areaParams,
  query: CodeSet,
  returns: Type.Object({
    all: Type.Integer(),
    missing: Type.Integer(),
    /** The first few of them. */
    examples: Type.Array(Type.String()),
  }),
  problems: [areaNotFound],
})

export const makeMissingCodes = route({
  method: 'POST',
  path: '/areas/:areaId/missing-door-codes',
  summary: 'Makes the door codes that are missing below an area, up to five thousand at once',
  permission: 'places.door-codes',
  scope: 'area',
  params: areaParams,
  body: Type.Object({ sets: Type.Array(CodeSet, { minItems: 1, maxItems: 10 }) }),
  returns: Type.Object({
    made: Type.Integer(),
    /** More are missing than were made at once. */
    left: Type.Integer(),
  }),
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
