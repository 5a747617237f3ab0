import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { keptFor } from '#kernel/server/kept.ts'
import type { Boundary, PlaceMap } from '../contract.ts'
import { polygonsOf } from './shapes/boundary.ts'
import { thinned } from './shapes/thinned.ts'

type Position = [number, number]
type Shape = { areaId: number; name: string; rings: Position[][] }
type Box = { west: number; south: number; east: number; north: number }
type Building = PlaceMap['buildings'][number]

const listShapes = statement<{ id: number; name: string; boundary: Boundary }>(
  'places.list-map-shapes',
  `select id, name, boundary from areas
   where district_id = $1 and kind = $2 and valid_to is null and boundary is not null order by id`,
)
const listPoints = statement<{ id: number; name: string; lon: number; lat: number }>(
  'places.list-map-points',
  `select id, name, lon, lat from areas
   where district_id = $1 and kind = 'building' and valid_to is null and lon is not null and lat is not null order by id`,
)

/** What changes rarely is worked out once a minute. */
const keptMs = 60_000

const shapesOf =
  (kind: 'grid' | 'community', metres: number) =>
  async (ctx: Context): Promise<Shape[]> =>
    (await ctx.db.rows(listShapes, [ctx.district.id, kind])).map(({ id, name, boundary }) => ({
      areaId: id,
      name,
      rings: (polygonsOf(boundary) ?? []).flat().map((ring) => thinned(ring, metres)),
    }))

const pointsOf = async (ctx: Context): Promise<Building[]> =>
  (await ctx.db.rows(listPoints, [ctx.district.id])).map(({ id, name, lon, lat }) => ({
    areaId: id,
    name,
    point: { lon, lat },
  }))

const gridsAtMost = 150
const buildingsAtMost = 400

const step = 100_000

/** The map of a box for a phone: grids with buildings from near, communities from afar. */
export async function readPlaceMap(ctx: Context, box: Partial<Box>): Promise<PlaceMap> {
  const { west = -180, south = -90, east = 180, north = 90 } = box
  const within = ([lon, lat]: Position): boolean => lon >= west && lon <= east && lat >= south && lat <= north
  const meets = ({ rings }: Shape): boolean => {
    const all = rings.flat()
    const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
    const apart =
      Math.max(...lons) < west ||
      Math.min(...lons) > east ||
      Math.max(...lats) < south ||
      Math.min(...lats) > north
    return all.length > 0 && !apart
  }
  const grids = (await keptFor(ctx, 'places.map-grids', keptMs, shapesOf('grid', 3))).filter(meets)
  const isNear = grids.length <= gridsAtMost
  const shapes = isNear
    ? grids
    : (await keptFor(ctx, 'places.map-communities', keptMs, shapesOf('community', 10))).filter(meets)
  const points = isNear ? await keptFor(ctx, 'places.map-points', keptMs, pointsOf) : []
  const buildings = points.filter(({ point }) => within([point.lon, point.lat]))
  const [first] = shapes[0]?.rings[0] ?? []
  const origin = { lon: first?.[0] ?? 0, lat: first?.[1] ?? 0 }
  return {
    layer: isNear ? 'grid' : 'community',
    origin,
    shapes: shapes.map(({ areaId, name, rings }) => ({
      areaId,
      name,
      rings: rings.map((ring) => stepsOf(ring, origin)),
    })),
    buildings: buildings.length > buildingsAtMost ? [] : buildings,
  }
}

function stepsOf(ring: readonly Position[], origin: { lon: number; lat: number }): number[] {
  let [lastX, lastY] = [0, 0]
  return ring.flatMap(([lon, lat]) => {
    const [x, y] = [Math.round((lon - origin.lon) * step), Math.round((lat - origin.lat) * step)]
    const moved = [x - lastX, y - lastY]
    lastX = x
    lastY = y
    return moved
  })
}
