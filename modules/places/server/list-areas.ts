import type { Context } from '#kernel/server/context.ts'
import type { Area, Boundary } from '../contract.ts'
import { areaNotFound, pointOutside } from '../contract.ts'
import { gridAt } from './grid-map.ts'
import * as queries from './queries.ts'
import { reachedArea, shapeArea } from './reach.ts'

/** Below `parent`, or the areas of the own posts. `on` shows the tree of that day. */
export async function listAreas(
  ctx: Context,
  query: { parent?: number; on?: string },
): Promise<{ items: Area[] }> {
  if (query.parent === undefined) return { items: (await ownAreas(ctx)).map(shapeArea) }
  await reachedArea(ctx, 'places.read', query.parent)
  const rows = query.on
    ? await ctx.db.rows(queries.listBelowOn, [ctx.district.id, query.parent, query.on])
    : await ctx.db.rows(queries.listBelow, [ctx.district.id, query.parent])
  return { items: rows.map(shapeArea) }
}

/** The tops of the actor's posts: an area below another own one is left out. */
async function ownAreas(ctx: Context): Promise<queries.AreaRow[]> {
  const ids = ctx.actor.posts.filter((post) => post.permissions.has('places.read')).map((post) => post.area)
  const rows = await ctx.db.rows(queries.listAreasById, [ctx.district.id, ids])
  return rows.filter((row) => !row.path.some((above) => above !== row.id && ids.includes(above)))
}

export async function readArea(ctx: Context, areaId: number): Promise<{ area: Area; boundary?: Boundary }> {
  const area = await reachedArea(ctx, 'places.read', areaId)
  const found = await ctx.db.row(queries.findBoundary, [ctx.district.id, areaId])
  return { area: shapeArea(area), ...(found?.boundary && { boundary: found.boundary }) }
}

export async function findGridAt(ctx: Context, point: { lon: number; lat: number }) {
  const areaId = await gridAt(ctx, point)
  if (areaId === undefined) throw pointOutside()
  const area = await ctx.db.row(queries.findArea, [ctx.district.id, areaId])
  if (!area) throw areaNotFound()
  return { areaId, name: area.name, pathNames: area.path_names }
}
