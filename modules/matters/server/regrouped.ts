import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { findArea } from '#modules/places/server/door.ts'
import { append } from './act.ts'
import { lockMatter } from './queries.ts'

type OpenPlace = { id: string; path: number[] | null }

const listOpenPlaces = statement<OpenPlace>(
  'matters.list-open-places',
  `select m.id, p.path from matters m
   left join areas p on p.district_id = m.district_id and p.id = m.place_id and p.valid_to is null
   where m.district_id = $1 and m.area_path && $2::int[]
     and m.status in ('received', 'accepted', 'in_progress', 'answered') order by m.id`,
)

/**
 * After grids were regrouped: whoever answers today for the place of an open matter sees it and may go on with it. The grid
 * it came to stays on it, so that every figure of the past stays.
 * @param heir the grid that takes over what lay in an ended grid and in none of its houses
 */
export async function readdressOpen(
  ctx: Context,
  { grids, heir }: { grids: readonly number[]; heir: number },
): Promise<void> {
  const home = await ctx.db.row(findArea, [ctx.district.id, heir])
  for (const open of await ctx.db.rows(listOpenPlaces, [ctx.district.id, grids])) {
    const path = open.path ?? home?.path ?? []
    const matter = await ctx.db.row(lockMatter, [ctx.district.id, open.id])
    const added = path.filter((id) => !matter?.area_path.includes(id))
    if (!matter || added.length === 0) continue
    const grid = await gridOf(ctx, path)
    append(ctx, matter, 'regrouped', { area_path: [...matter.area_path, ...added], area_name: grid })
  }
}

const nameOfGrid = statement<{ name: string }>(
  'matters.name-of-grid',
  `select name from areas where district_id = $1 and id = any ($2) and kind = 'grid' and valid_to is null limit 1`,
)
const gridOf = async (ctx: Context, path: readonly number[]): Promise<string> =>
  (await ctx.db.row(nameOfGrid, [ctx.district.id, path]))?.name ?? ''
