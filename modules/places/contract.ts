import { Type, type Static } from 'typebox'
import { AreaId, Day, Instant, oneOf, Point, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'

/** From the widest to the finest; kinds may be skipped, never reversed. */
export const areaKinds = [
  'district',
  'street',
  'community',
  'quarter',
  'grid',
  'micro_grid',
  'building',
  'unit',
] as const
export const AreaKind = oneOf(areaKinds)
export type AreaKind = Static<typeof AreaKind>

export const CommunityType = oneOf(['old', 'commercial', 'work_unit', 'village_turned'])
export const GridKind = oneOf(['community', 'rural', 'dedicated'])

/** GeoJSON Polygon or MultiPolygon in WGS-84. */
export const Boundary = Type.Object({
  type: oneOf(['Polygon', 'MultiPolygon']),
  coordinates: Type.Array(Type.Unknown()),
})
export type Boundary = Static<typeof Boundary>

export const Area = Type.Object({
  id: AreaId,
  kind: AreaKind,
  code: Type.Optional(Type.String()),
  name: Type.String(),
  parentId: Type.Optional(AreaId),
  /** Names from below the district down to the area itself, for a line such as 滨溪社区 滨河花园 3号楼. */
  pathNames: Type.Array(Type.String()),
  communityType: Type.Optional(CommunityType),
  gridKind: Type.Optional(GridKind),
  point: Type.Optional(Point),
  validFrom: Day,
  childCount: Type.Integer(),
})
export type Area = Static<typeof Area>

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

export const areaNotFound = problem('places.area-not-found', 404, {
  zh: '没有这个区域，或不在您的辖区内。',
  en: 'There is no such area within your post.',
})
export const kindReversed = problem('places.kind-reversed', 409, {
  zh: '下级区域的层级必须比上级更细，例如社区下面设网格。',
  en: 'An area must be of a finer kind than the one it lies in.',
})
export const codeTaken = problem('places.code-taken', 409, {
  zh: '这个区划代码已经在用。',
  en: 'This division code is already in use.',
})
export const nameTaken = problem('places.name-taken', 409, {
  zh: '同一上级下已有同名的区域。',
  en: 'There is already an area of this kind and name here.',
})
export const boundaryBroken = problem('places.boundary-broken', 400, {
  zh: '边界数据有误：每个环至少四个点且首尾相同。',
  en: 'The boundary is not right: each ring needs at least four points and must end where it begins.',
})
export const pointOutside = problem('places.point-outside', 404, {
  zh: '这个位置不在任何网格内，请从列表中选择。',
  en: 'This point lies in no grid. Please choose from the list.',
})
export const areaHasChildren = problem('places.area-has-children', 409, {
  zh: '下面还有在用的区域，请先撤销下级。',
  en: 'There are areas in use below it. End those first.',
})

const areaParams = Type.Object({ areaId: AreaId })

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
  summary: 'One area with its boundary',
  permission: 'places.read',
  scope: 'area',
  params: areaParams,
  returns: Type.Object({ area: Area, boundary: Type.Optional(Type.Unsafe<Boundary>({})) }),
  problems: [areaNotFound],
})

export const findGridAt = route({
  method: 'GET',
  path: '/grid-at',
  summary: 'The grid a point lies in',
  permission: 'public',
  scope: 'none',
  query: Point,
  returns: Type.Object({ areaId: AreaId, name: Type.String(), pathNames: Type.Array(Type.String()) }),
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
    code: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
    communityType: Type.Optional(CommunityType),
    gridKind: Type.Optional(GridKind),
    boundary: Type.Optional(Boundary),
    point: Type.Optional(Point),
    validFrom: Type.Optional(Day),
  }),
  returns: Area,
  problems: [areaNotFound, kindReversed, codeTaken, nameTaken, boundaryBroken],
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
    communityType: Type.Optional(CommunityType),
    gridKind: Type.Optional(GridKind),
    boundary: Type.Optional(Boundary),
  }),
  returns: Area,
  problems: [areaNotFound, nameTaken, boundaryBroken],
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

export const doorCodeNotFound = problem('places.door-code-not-found', 404, {
  zh: '这个二维码已停用或不存在，请看楼道里的新码，或联系社区。',
  en: 'This code is no longer in use. Look for the new poster, or contact the community office.',
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
