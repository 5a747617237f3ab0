import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { dayIn } from '#kernel/server/day.ts'
import { type AreaKind, areaNotFound, type Boundary } from '../contract.ts'
import {
  type AreaThen,
  type Descendant,
  findAreaOn,
  listBoundariesOn,
  listDescended,
  listTreeOn,
} from './as-of-queries.ts'
import { type AreaRow, findAnyArea, findRoot } from './queries.ts'
import { reaches } from './reach.ts'

const lineageTo = statement<{ one: number }>(
  'places.lineage-to',
  'select 1 as one from area_lineage where district_id = $1 and to_id = $2 limit 1',
)

/** Whether an area has taken over another, or houses of one. */
export const hasTakenOver = async (ctx: Context, areaId: number): Promise<boolean> =>
  (await ctx.db.row(lineageTo, [ctx.district.id, areaId])) !== undefined

export const todayOf = (ctx: Context): string => dayIn(ctx.district.timeZone, ctx.now)

/**
 * An area as it stood on a day (YYYY-MM-DD): name, types, parents and path of that day, also when it has ended since.
 * Undefined when it was not there on that day.
 */
export const areaAsOf = (ctx: Context, areaId: number, day: string): Promise<AreaRow | undefined> =>
  ctx.db.row(findAreaOn, [ctx.district.id, areaId, day])

/**
 * The tree as it stood on a day, wide before fine. A report of a past month takes its areas from here and its matters by
 * the area they had when they came: then it says the same thing this year.
 * @param where.within only an area and what lay below it on that day; the whole district when absent
 * @param where.kinds only areas of these kinds
 */
export async function areasAsOf(
  ctx: Context,
  day: string,
  where: { within?: number; kinds?: readonly AreaKind[] } = {},
): Promise<AreaThen[]> {
  const top = where.within ?? (await ctx.db.row(findRoot, [ctx.district.id]))?.id
  const start = top === undefined ? undefined : await areaAsOf(ctx, top, day)
  if (!start) return []
  return ctx.db.rows(listTreeOn, [
    ctx.district.id,
    day,
    start.id,
    start.path.slice(0, -1),
    (start.path_names ?? []).slice(0, start.kind === 'district' ? undefined : -1),
    where.kinds ?? null,
    start.street_id,
    start.community_id,
    start.grid_id,
  ])
}

/** The boundaries areas had on a day, by area. */
export async function boundariesAsOf(
  ctx: Context,
  areaIds: readonly number[],
  day: string,
): Promise<Map<number, Boundary>> {
  const rows = await ctx.db.rows(listBoundariesOn, [ctx.district.id, areaIds, day])
  return new Map(rows.map((row) => [row.id, row.boundary]))
}

/**
 * Which areas of today answer for what an area answered for on a day: itself, or what it was split into and merged with.
 * `whole` is false where only some of its buildings went.
 */
export const descendedFrom = (ctx: Context, areaId: number, day: string): Promise<Descendant[]> =>
  ctx.db.rows(listDescended, [ctx.district.id, areaId, day])

/** The area as of a day, if the actor's posts reach it with this permission where it lay then. @throws areaNotFound */
export async function reachedAreaOn(
  ctx: Context,
  permission: string,
  areaId: number,
  day: string,
): Promise<AreaRow> {
  const area = await areaAsOf(ctx, areaId, day)
  if (!area || !reaches(ctx.actor, permission, area.path)) throw areaNotFound()
  return area
}

/** The area even when it has ended, if the actor's posts reach where it lay last. @throws areaNotFound */
export async function reachedAreaEver(ctx: Context, permission: string, areaId: number) {
  const area = await ctx.db.row(findAnyArea, [ctx.district.id, areaId])
  if (!area || !reaches(ctx.actor, permission, area.path)) throw areaNotFound()
  return area
}
