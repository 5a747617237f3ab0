import { Type, type Static } from 'typebox'
import { AreaId, Point } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound, doorCodeNotFound } from './problems.ts'
import { AreaKind } from './shapes.ts'

/** A place as a resident chooses it; nothing about persons. */
export const Place = Type.Object({
  areaId: AreaId,
  kind: AreaKind,
  name: Type.String(),
  pathNames: Type.Array(Type.String()),
  /** How many places lie in it, as the list shows them. */
  inside: Type.Integer(),
  point: Type.Optional(Point),
})
export type Place = Static<typeof Place>

export const listPlaces = route({
  method: 'GET',
  path: '/places',
  summary: 'Places step by step: streets, communities, quarters, buildings, units; grids are looked through',
  permission: 'public',
  scope: 'none',
  query: Type.Object({ parent: Type.Optional(AreaId) }),
  returns: Type.Object({ at: Type.Optional(Place), items: Type.Array(Place) }),
  problems: [areaNotFound],
})

export const searchPlaces = route({
  method: 'GET',
  path: '/place-search',
  summary: 'Places by name, pinyin or initials, the most likely first: cqljd finds 重庆路街道',
  permission: 'public',
  scope: 'none',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }),
  returns: Type.Object({ items: Type.Array(Place) }),
})

/** Steps of a hundred-thousandth of a degree (about a metre): the first point from the origin, each other from the one before. */
const Line = Type.Array(Type.Integer())

export const PlaceMap = Type.Object({
  /** Whether the shapes are grids, or, seen from afar, communities. */
  layer: Type.Union([Type.Literal('grid'), Type.Literal('community')]),
  origin: Point,
  shapes: Type.Array(Type.Object({ areaId: AreaId, name: Type.String(), rings: Type.Array(Line) })),
  buildings: Type.Array(Type.Object({ areaId: AreaId, name: Type.String(), point: Point })),
})
export type PlaceMap = Static<typeof PlaceMap>

const degree = (most: number) => Type.Optional(Type.Number({ minimum: -most, maximum: most }))

export const readPlaceMap = route({
  method: 'GET',
  path: '/place-map',
  summary:
    'Outlines and buildings in a box of WGS-84 degrees, made small for a phone; the whole district when none is given',
  permission: 'public',
  scope: 'none',
  query: Type.Object({ west: degree(180), south: degree(90), east: degree(180), north: degree(90) }),
  returns: PlaceMap,
})

export const readPlaceDoor = route({
  method: 'GET',
  path: '/place-doors/:areaId',
  summary: 'The door code of a place, so that who chose it comes to the page its poster opens',
  permission: 'public',
  scope: 'none',
  perMinute: 30,
  params: Type.Object({ areaId: AreaId }),
  returns: Type.Object({ token: Type.String() }),
  problems: [areaNotFound, doorCodeNotFound],
})
