import { Type, type Static } from 'typebox'
import { AreaId, Day, oneOf, Point } from '#kernel/contract/fields.ts'

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

/**
 * What a position is given in. Stored and answered is WGS-84; CGCS2000 in degrees is the same for this use, 高德 and 腾讯
 * give GCJ-02, 百度 gives BD-09.
 */
export const CoordinateSystem = oneOf(['wgs84', 'cgcs2000', 'gcj02', 'bd09'])
export type CoordinateSystem = Static<typeof CoordinateSystem>

/** GeoJSON Polygon or MultiPolygon in WGS-84. */
export const Boundary = Type.Object({
  type: oneOf(['Polygon', 'MultiPolygon']),
  coordinates: Type.Array(Type.Unknown()),
})
export type Boundary = Static<typeof Boundary>

export const AreaCode = Type.String({ pattern: '^[0-9]{12}([0-9]{3})?$' })
export const Households = Type.Integer({ minimum: 0, maximum: 1_000_000 })

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
  /** Households as counted; no register of persons stands behind it. */
  households: Type.Optional(Type.Integer()),
  point: Type.Optional(Point),
  validFrom: Day,
  childCount: Type.Integer(),
})
export type Area = Static<typeof Area>

export const AreaShape = Type.Object({
  id: AreaId,
  kind: AreaKind,
  name: Type.String(),
  boundary: Type.Unsafe<Boundary>({}),
})
export type AreaShape = Static<typeof AreaShape>

/** What a map of one area draws, as of a day. */
export const AreaShapes = Type.Object({
  own: Type.Optional(Type.Unsafe<Boundary>({})),
  /** The outline of the area around it. */
  parent: Type.Optional(Type.Unsafe<Boundary>({})),
  /** Neighbours: areas of the same kind in the same parent. */
  beside: Type.Array(AreaShape),
  below: Type.Array(AreaShape),
  buildings: Type.Array(
    Type.Object({ id: AreaId, name: Type.String(), gridId: Type.Optional(AreaId), point: Point }),
  ),
})
export type AreaShapes = Static<typeof AreaShapes>

/** One step of what became of an area, or where it came from. */
export const LineageStep = Type.Object({
  areaId: AreaId,
  kind: AreaKind,
  name: Type.String(),
  /** From this day on. */
  day: Day,
  how: oneOf(['split', 'merge', 'move']),
  /** The other area is no longer in use. */
  ended: Type.Boolean(),
})
export type LineageStep = Static<typeof LineageStep>
