import type { Context } from '#kernel/server/context.ts'
import type { QueryOf } from '#kernel/contract/route.ts'
import { areaNotFound, type findGridAt as FindGridAt, pointOutside } from '../contract.ts'
import { toWgs84 } from './coordinates.ts'
import { gridAt } from './grid-map.ts'
import { findArea } from './queries.ts'

/** The grid a point lies in; the point may come in any of the usual coordinate systems. */
export async function findGridAt(ctx: Context, query: QueryOf<typeof FindGridAt>) {
  const [lon, lat] = toWgs84([query.lon, query.lat], query.system ?? 'wgs84')
  const areaId = await gridAt(ctx, { lon, lat })
  if (areaId === undefined) throw pointOutside()
  const area = await ctx.db.row(findArea, [ctx.district.id, areaId])
  if (!area) throw areaNotFound()
  return { areaId, name: area.name, pathNames: area.path_names, point: { lon, lat } }
}
