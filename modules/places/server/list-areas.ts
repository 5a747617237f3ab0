import type { Context } from '#kernel/server/context.ts'
import type { Area, AreaShapes, Boundary, LineageStep } from '../contract.ts'
import { areasAsOf, boundariesAsOf, descendedFrom, reachedAreaEver, reachedAreaOn, todayOf } from './as-of.ts'
import { listBelowOn, listLineage, type Step } from './as-of-queries.ts'
import { byName } from './name-order.ts'
import * as queries from './queries.ts'
import { reachedArea, shapeArea } from './reach.ts'

/** Below `parent`, or the areas of the own posts. `on` shows the tree of that day. */
export async function listAreas(
  ctx: Context,
  query: { parent?: number; on?: string },
): Promise<{ items: Area[] }> {
  const { parent, on } = query
  if (parent === undefined) return { items: (await ownAreas(ctx)).map(shapeArea) }
  if (!on) {
    await reachedArea(ctx, 'places.read', parent)
    const rows = await ctx.db.rows(queries.listBelow, [ctx.district.id, parent])
    return { items: rows.toSorted(byName).map(shapeArea) }
  }
  const above = await reachedAreaOn(ctx, 'places.read', parent, on)
  const rows = await ctx.db.rows(listBelowOn, [ctx.district.id, parent, on])
  return { items: rows.toSorted(byName).map((row) => shapeArea(below(above, row))) }
}

/** Where an area below another lay on the day the other was asked for. */
const below = (above: queries.AreaRow, row: queries.AreaRow): queries.AreaRow => ({
  ...row,
  path: [...above.path, row.id],
  path_names: [...(above.path_names ?? []), row.name],
})

/** The tops of the actor's posts: an area below another own one is left out. */
async function ownAreas(ctx: Context): Promise<queries.AreaRow[]> {
  const ids = ctx.actor.posts.filter((post) => post.permissions.has('places.read')).map((post) => post.area)
  const rows = await ctx.db.rows(queries.listAreasById, [ctx.district.id, ids])
  return rows.filter((row) => !row.path.some((above) => above !== row.id && ids.includes(above)))
}

export async function readArea(
  ctx: Context,
  areaId: number,
  on?: string,
): Promise<{ area: Area; boundary?: Boundary }> {
  const area = await areaOn(ctx, areaId, on)
  const boundary = on
    ? (await boundariesAsOf(ctx, [areaId], on)).get(areaId)
    : (await ctx.db.row(queries.findBoundary, [ctx.district.id, areaId]))?.boundary
  return { area: shapeArea(area), ...(boundary && { boundary }) }
}

const areaOn = (ctx: Context, areaId: number, on: string | undefined) =>
  on ? reachedAreaOn(ctx, 'places.read', areaId, on) : reachedArea(ctx, 'places.read', areaId)

/** Everything a map of one area draws, as of a day: its outline, the one around it, neighbours, parts and buildings. */
export async function readShapes(ctx: Context, areaId: number, on?: string): Promise<AreaShapes> {
  const day = on ?? todayOf(ctx)
  const area = await areaOn(ctx, areaId, on)
  const beside = area.parent_id ? await ctx.db.rows(listBelowOn, [ctx.district.id, area.parent_id, day]) : []
  const parts = await ctx.db.rows(listBelowOn, [ctx.district.id, areaId, day])
  const drawn = [...beside.slice(0, drawnAtMost), ...parts.slice(0, drawnAtMost), area]
  const above = area.parent_id ? [area.parent_id] : []
  const boundaries = await boundariesAsOf(ctx, [...drawn.map(({ id }) => id), ...above], day)
  const shape = ({ id, kind, name }: queries.AreaRow) => {
    const boundary = boundaries.get(id)
    return boundary ? [{ id, kind, name, boundary }] : []
  }
  const own = boundaries.get(areaId)
  const parent = above[0] === undefined ? undefined : boundaries.get(above[0])
  return {
    ...(own && { own }),
    ...(parent && { parent }),
    beside: beside.filter(({ id, kind }) => id !== areaId && kind === area.kind).flatMap(shape),
    below: parts.flatMap(shape),
    buildings: await buildingPoints(ctx, areaId, day),
  }
}

async function buildingPoints(ctx: Context, within: number, day: string): Promise<AreaShapes['buildings']> {
  const buildings = await areasAsOf(ctx, day, { within, kinds: ['building'] })
  return buildings
    .slice(0, pointsAtMost)
    .flatMap(({ id, name, grid_id, lon, lat }) =>
      lon === null || lat === null
        ? []
        : [{ id, name, ...(grid_id && { gridId: grid_id }), point: { lon, lat } }],
    )
}

/** More could not be told apart on one screen. */
const drawnAtMost = 400
const pointsAtMost = 3_000

/** Where an area came from, what became of it, and which areas of today answer for it. */
export async function readLineage(ctx: Context, areaId: number, on?: string) {
  const area = await reachedAreaEver(ctx, 'places.read', areaId)
  const steps = await ctx.db.rows(listLineage, [ctx.district.id, areaId])
  const today = await descendedFrom(ctx, areaId, on ?? area.valid_from)
  return {
    areaId,
    name: area.name,
    validFrom: area.valid_from,
    ...(area.valid_to && { validTo: area.valid_to }),
    from: steps.filter(({ back }) => back).map(shapeStep),
    to: steps.filter(({ back }) => !back).map(shapeStep),
    today: today.map(({ id, kind, name, whole }) => ({ areaId: id, kind, name, whole })),
  }
}

const shapeStep = ({ id, kind, name, day, how, ended }: Step): LineageStep => ({
  areaId: id,
  kind,
  name,
  day,
  how,
  ended,
})
