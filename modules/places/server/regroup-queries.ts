import { statement } from '#kernel/server/database.ts'
import type { AreaKind } from '../contract.ts'

/** Something below a grid: a micro-grid, or a house (building, or a unit without one). */
export type Within = {
  id: number
  kind: AreaKind
  name: string
  parent_id: number
  grid_id: number
  households: number | null
  lon: number | null
  lat: number | null
}

/** Micro-grids and houses of grids; units go with their building. */
export const listWithin = statement<Within>(
  'places.list-within-grids',
  `select a.id, a.kind, a.name, a.parent_id, a.grid_id, a.households, a.lon, a.lat
   from areas a join areas p on p.district_id = a.district_id and p.id = a.parent_id
   where a.district_id = $1 and a.grid_id = any ($2) and a.id <> all ($2) and a.valid_to is null
     and (a.kind = 'micro_grid' or p.kind <> 'building')
   order by cardinality(a.path), length(a.name), a.name collate "zh-x-icu", a.id`,
)

/** Nobody else may regroup these grids until the transaction ends. */
export const lockAreas = statement<{ id: number }>(
  'places.lock-areas',
  'select id from areas where district_id = $1 and id = any ($2) order by id for update',
)

/** Puts areas, with all below them, under another. $3: root, parent, path of the parent, its levels, and a new name or null. */
export const moveAreas = statement(
  'places.move-areas',
  `update areas a set parent_id = case when a.id = g.root then g.parent else a.parent_id end,
     path = g.parent_path || a.path[array_position(a.path, g.root):],
     street_id = g.street_id, community_id = g.community_id, grid_id = g.grid_id,
     name = case when a.id = g.root then coalesce(g.name, a.name) else a.name end, changed_at = $2
   from jsonb_to_recordset($3::jsonb) as g (root int, parent int, parent_path int[], street_id int, community_id int,
     grid_id int, name text)
   where a.district_id = $1 and a.path @> array[g.root] and a.valid_to is null`,
)

/** Ends grids on a day; unlike an area that is gone, their door codes go on. $3 day, $4 now. */
export const endGrids = statement(
  'places.end-grids',
  `with versions as (
     update area_versions set valid_to = $3::date where district_id = $1 and area_id = any ($2) and valid_to is null
   )
   update areas set valid_to = $3::date, changed_at = $4 where district_id = $1 and id = any ($2)`,
)

/** Posters of grids that end open the one that takes over. */
export const handOnDoorCodes = statement<{ token: string }>(
  'places.hand-on-door-codes',
  `update door_codes set area_id = $3 where district_id = $1 and area_id = any ($2) and retired_at is null
   returning token`,
)

export const countDoorCodes = statement<{ n: number }>(
  'places.count-door-codes',
  'select count(*)::int as n from door_codes where district_id = $1 and area_id = any ($2) and retired_at is null',
)
