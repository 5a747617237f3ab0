import type { Context } from '#kernel/server/context.ts'
import { type AreaKind, areaNotFound } from '#modules/places/contract.ts'
import { type AreaRow, hasTakenOver, reachedArea, reaches, widestArea } from '#modules/places/server/door.ts'

/** The column a list is narrowed by; kinds of area without one use the nearest above and the path. */
export type Column =
  | 'district_id'
  | 'street_id'
  | 'community_id'
  | 'grid_id'
  | 'handler_id'
  | 'organisation_id'

/** What a list is narrowed by; `within` is an area that must lie on the path besides. */
export type Reach = {
  column: Column
  value: number | string
  within: number | null
  area: AreaRow | undefined
}

/** The chosen area or the widest of the own posts, or the organisation of a department's post. */
export async function reachOf(ctx: Context, areaId: number | undefined): Promise<Reach> {
  const department = ctx.actor.posts.find((post) => post.role === 'department_staff' && post.organisation)
  if (department?.organisation && areaId === undefined) {
    return { column: 'organisation_id', value: department.organisation, within: null, area: undefined }
  }
  const area = areaId ? await reachedArea(ctx, 'matters.read', areaId) : await widestArea(ctx, 'matters.read')
  if (!overseesArea(ctx, area)) {
    // A department sees what its organisation holds and nothing else, also where its post lies over the whole area.
    if (!department?.organisation) throw areaNotFound()
    return { column: 'organisation_id', value: department.organisation, within: area.id, area: undefined }
  }
  if (area.kind === 'grid' && area.community_id && (await hasTakenOver(ctx, area.id))) {
    // What is still open of a grid before it keeps that grid's column; the new grid lies on its path.
    return { column: 'community_id', value: area.community_id, within: area.id, area }
  }
  const column = columnOf[area.kind]
  if (column === 'district_id') return { column, value: ctx.district.id, within: null, area }
  const value = column ? area.id : nearest(area)
  return { column: column ?? nearestColumn(area), value, within: column ? null : area.id, area }
}

const overseesArea = (ctx: Context, area: AreaRow): boolean => {
  const own = ctx.actor.posts.filter((post) => post.role !== 'department_staff')
  return reaches({ ...ctx.actor, posts: own }, 'matters.read', area.path)
}

const columnOf: Partial<Record<AreaKind, Column>> = {
  district: 'district_id',
  street: 'street_id',
  community: 'community_id',
  grid: 'grid_id',
}
const nearest = (area: AreaRow): number => area.grid_id ?? area.community_id ?? area.street_id ?? area.id
function nearestColumn(area: AreaRow): Column {
  if (area.grid_id) return 'grid_id'
  return area.community_id ? 'community_id' : 'street_id'
}
