import { Type } from 'typebox'
import { AreaId, Day, Point, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import {
  areaHasChildren,
  areaNotFound,
  boundaryBroken,
  codeTaken,
  codeUnfit,
  kindReversed,
  nameTaken,
  pointOutside,
} from './problems.ts'
import {
  Area,
  AreaCode,
  AreaKind,
  AreaShapes,
  Boundary,
  CommunityType,
  CoordinateSystem,
  GridKind,
  Households,
  LineageStep,
} from './shapes.ts'

export const areaParams = Type.Object({ areaId: AreaId })

/** Today when absent. */
const asOf = Type.Object({ on: Type.Optional(Day) })

export const listAreas = route({
  method: 'GET',
  path: '/areas',
  summary: 'The areas directly below one, or the tops of the own posts',
  permission: 'places.read',
  scope: 'area',
  query: Type.Object({ parent: Type.Optional(AreaId), on: Type.Optional(Day) }),
  returns: Type.Object({ items: Type.Array(Area) }),
  problems: [areaNotFound],
})

export const readArea = route({
  method: 'GET',
  path: '/areas/:areaId',
  summary: 'One area with its boundary, today or as of a day',
  permission: 'places.read',
  scope: 'area',
  params: areaParams,
  query: asOf,
  returns: Type.Object({ area: Area, boundary: Type.Optional(Type.Unsafe<Boundary>({})) }),
  problems: [areaNotFound],
})

export const readShapes = route({
  method: 'GET',
  path: '/areas/:areaId/shapes',
  summary: 'What a map of the area draws: outline, neighbours, parts and buildings, today or as of a day',
  permission: 'places.read',
  scope: 'area',
  params: areaParams,
  query: asOf,
  returns: AreaShapes,
  problems: [areaNotFound],
})

export const readLineage = route({
  method: 'GET',
  path: '/areas/:areaId/lineage',
  summary:
    'Where an area came from and what became of it; `today` answers for what it answered for on the day',
  permission: 'places.read',
  scope: 'area',
  params: areaParams,
  query: asOf,
  returns: Type.Object({
    areaId: AreaId,
    name: Type.String(),
    validFrom: Day,
    validTo: Type.Optional(Day),
    from: Type.Array(LineageStep),
    to: Type.Array(LineageStep),
    today: Type.Array(
      Type.Object({ areaId: AreaId, kind: AreaKind, name: Type.String(), whole: Type.Boolean() }),
    ),
  }),
  problems: [areaNotFound],
})

export const findGridAt = route({
  method: 'GET',
  path: '/grid-at',
  summary: 'The grid a point lies in; the coordinate system of the point is named, WGS-84 when absent',
  permission: 'public',
  scope: 'none',
  query: Type.Object({ ...Point.properties, system: Type.Optional(CoordinateSystem) }),
  /** `point` is the asked one in WGS-84. */
  returns: Type.Object({
    areaId: AreaId,
    name: Type.String(),
    pathNames: Type.Array(Type.String()),
    point: Point,
  }),
  problems: [pointOutside],
})

export const addArea = route({
  method: 'POST',
  path: '/areas',
  summary: 'Adds an area below another',
  permission: 'places.edit',
  scope: 'area',
  body: Type.Object({
    parentId: AreaId,
    kind: AreaKind,
    name: Words({ max: 80 }),
    code: Type.Optional(AreaCode),
    communityType: Type.Optional(CommunityType),
    gridKind: Type.Optional(GridKind),
    households: Type.Optional(Households),
    boundary: Type.Optional(Boundary),
    point: Type.Optional(Point),
    validFrom: Type.Optional(Day),
  }),
  returns: Area,
  problems: [areaNotFound, kindReversed, codeTaken, codeUnfit, nameTaken, boundaryBroken],
})

export const changeArea = route({
  method: 'PUT',
  path: '/areas/:areaId',
  summary: 'Changes name, type or boundary from today on; what it was stays on record',
  permission: 'places.edit',
  scope: 'area',
  params: areaParams,
  body: Type.Object({
    name: Type.Optional(Words({ max: 80 })),
    code: Type.Optional(AreaCode),
    communityType: Type.Optional(CommunityType),
    gridKind: Type.Optional(GridKind),
    households: Type.Optional(Households),
    boundary: Type.Optional(Boundary),
  }),
  returns: Area,
  problems: [areaNotFound, nameTaken, codeTaken, codeUnfit, boundaryBroken],
})

export const endArea = route({
  method: 'DELETE',
  path: '/areas/:areaId',
  summary: 'Ends an area from today on; its history stays',
  permission: 'places.edit',
  scope: 'area',
  params: areaParams,
  returns: Type.Object({ endedOn: Day }),
  problems: [areaNotFound, areaHasChildren],
})
