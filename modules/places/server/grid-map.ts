import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import type { Context } from '#kernel/server/context.ts'
import type { PersonalData } from '#kernel/server/personal-data.ts'
import { polygonsOf } from './shapes/boundary.ts'
import { areasStamp, type GridRow, listGridBoundaries } from './queries.ts'

type Shape = { areaId: number; rings: [number, number][][] }
type GridMap = { stamp: string; shapes: Shape[]; index: Flatbush | undefined }

// Polygons are kept in the process: a lookup takes about a microsecond, PostgreSQL's own polygons are a hundred times
// slower and, in degrees, wrong at edges. The stamp is asked anew each time, so every server sees a change at once.
const maps = new WeakMap<PersonalData, Map<number, GridMap>>()

/** The grid a WGS-84 point lies in; a point on a shared edge belongs to the grid with the lower number. */
export async function gridAt(ctx: Context, point: { lon: number; lat: number }): Promise<number | undefined> {
  const map = await mapOf(ctx)
  const found = map.index?.search(point.lon, point.lat, point.lon, point.lat) ?? []
  const inside = found
    .map((position) => map.shapes[position])
    .filter((shape) => shape !== undefined)
    .filter((shape) => pointInPolygon([point.lon, point.lat], shape.rings) !== false)
  return inside.map((shape) => shape.areaId).toSorted((a, b) => a - b)[0]
}

async function mapOf(ctx: Context): Promise<GridMap> {
  // One set of maps for a process and its database.
  const kept = maps.get(ctx.personalData) ?? new Map<number, GridMap>()
  maps.set(ctx.personalData, kept)
  const stamp = (await ctx.db.row(areasStamp, [ctx.district.id]))?.stamp ?? ''
  const known = kept.get(ctx.district.id)
  if (known?.stamp === stamp) return known
  const made = build(stamp, await ctx.db.rows(listGridBoundaries, [ctx.district.id]))
  kept.set(ctx.district.id, made)
  return made
}

function build(stamp: string, rows: readonly GridRow[]): GridMap {
  const shapes = rows.flatMap(({ id, boundary }) =>
    (polygonsOf(boundary) ?? []).map((rings) => ({ areaId: id, rings })),
  )
  if (shapes.length === 0) return { stamp, shapes, index: undefined }
  const index = new Flatbush(shapes.length)
  for (const { rings } of shapes) {
    const outer = rings[0] ?? []
    const lons = outer.map((position) => position[0])
    const lats = outer.map((position) => position[1])
    index.add(Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats))
  }
  index.finish()
  return { stamp, shapes, index }
}
