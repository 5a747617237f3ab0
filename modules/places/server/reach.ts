import type { Actor, Context } from '#kernel/server/context.ts'
import { type Area, type AreaKind, areaKinds, areaNotFound } from '../contract.ts'
import { type AreaRow, findArea, findRoot } from './queries.ts'

/** The four levels that hold work; finer kinds work for the grid. */
export const levels = ['grid', 'community', 'street', 'district'] as const
export type Level = (typeof levels)[number]

export const rankOfLevel = (level: Level): number => levels.indexOf(level)

/** The level at which a post in an area of this kind works. */
export function levelOfKind(kind: AreaKind): Level {
  return kind === 'district' || kind === 'street' || kind === 'community' ? kind : 'grid'
}

export const isFiner = (kind: AreaKind, than: AreaKind): boolean =>
  areaKinds.indexOf(kind) > areaKinds.indexOf(than)

/** Whether a post that gives the permission lies on the path: in the area itself or above it. */
export function reaches(actor: Actor, permission: string, areaPath: readonly number[]): boolean {
  if (actor.kind === 'system') return true
  return actor.posts.some((post) => post.permissions.has(permission) && areaPath.includes(post.area))
}

/** The area, if it exists today and the actor's posts reach it with this permission. @throws areaNotFound */
export async function reachedArea(ctx: Context, permission: string, areaId: number): Promise<AreaRow> {
  const area = await ctx.db.row(findArea, [ctx.district.id, areaId])
  if (!area || !reaches(ctx.actor, permission, area.path)) throw areaNotFound()
  return area
}

/** The widest area in which the actor holds the permission: what a list shows when none was chosen. */
export async function widestArea(ctx: Context, permission: string): Promise<AreaRow> {
  if (ctx.actor.kind === 'system') {
    const root = await ctx.db.row(findRoot, [ctx.district.id])
    if (root) return root
    throw areaNotFound()
  }
  const posts = ctx.actor.posts.filter((post) => post.permissions.has(permission))
  const [widest] = posts.toSorted(
    (a, b) => areaKinds.indexOf(a.areaKind as AreaKind) - areaKinds.indexOf(b.areaKind as AreaKind),
  )
  if (!widest) throw areaNotFound()
  return reachedArea(ctx, permission, widest.area)
}

export const shapeArea = (row: AreaRow): Area => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  pathNames: row.path_names ?? [],
  validFrom: row.valid_from,
  childCount: row.child_count,
  ...(row.code && { code: row.code }),
  ...(row.parent_id && { parentId: row.parent_id }),
  ...(row.community_type && { communityType: row.community_type }),
  ...(row.grid_kind && { gridKind: row.grid_kind }),
  ...(row.households !== null && { households: row.households }),
  ...(row.lon !== null && row.lat !== null && { point: { lon: row.lon, lat: row.lat } }),
})
