import { statement } from '#kernel/server/database.ts'
import { areaKinds, type Boundary } from '../contract.ts'
import type { AreaRow } from './queries.ts'

/** Whether a version holds on the day of parameter `day`; the day it ends no longer counts. */
const holds = (version: string, day: string): string =>
  `${version}.valid_from <= ${day}::date and (${version}.valid_to is null or ${version}.valid_to > ${day}::date)`

const rank = (kind: string): string =>
  `array_position(array[${areaKinds.map((each) => `'${each}'`).join(', ')}]::text[], ${kind})`

const childrenOn = (id: string, day: string): string =>
  `(select count(*)::int from area_versions b where b.district_id = $1 and b.parent_id = ${id} and ${holds('b', day)})`

/** An area as it stood on a day, with the areas above it on that day. $1 district, $2 area, $3 day. */
export const findAreaOn = statement<AreaRow>(
  'places.find-area-on',
  `with recursive up as (
     select v.area_id, v.parent_id, v.name, a.kind, 0 as height
     from area_versions v join areas a on a.district_id = v.district_id and a.id = v.area_id
     where v.district_id = $1 and v.area_id = $2 and ${holds('v', '$3')}
     union all
     select v.area_id, v.parent_id, v.name, a.kind, up.height + 1
     from up join area_versions v on v.district_id = $1 and v.area_id = up.parent_id and ${holds('v', '$3')}
     join areas a on a.district_id = $1 and a.id = v.area_id
   ), way as (
     select array_agg(area_id order by height desc) as path,
       array_agg(name order by height desc) filter (where kind <> 'district') as path_names,
       max(area_id) filter (where kind = 'street') as street_id,
       max(area_id) filter (where kind = 'community') as community_id,
       max(area_id) filter (where kind = 'grid') as grid_id
     from up
   )
   select a.id, a.kind, v.code, v.name, v.parent_id, way.path, way.street_id, way.community_id, way.grid_id,
     v.community_type, v.grid_kind, v.households, a.lon, a.lat, v.valid_from::text, way.path_names,
     ${childrenOn('a.id', '$3')} as child_count
   from way, areas a join area_versions v on v.district_id = a.district_id and v.area_id = a.id
   where a.district_id = $1 and a.id = $2 and ${holds('v', '$3')}`,
)

/** What lay directly below an area on a day: names, types and parents of that day. */
export const listBelowOn = statement<AreaRow>(
  'places.list-below-on',
  `select a.id, a.kind, v.code, v.name, v.parent_id, a.path, a.street_id, a.community_id, a.grid_id,
     v.community_type, v.grid_kind, v.households, a.lon, a.lat, v.valid_from::text, array[v.name] as path_names,
     ${childrenOn('a.id', '$3')} as child_count
   from area_versions v join areas a on a.district_id = v.district_id and a.id = v.area_id
   where v.district_id = $1 and v.parent_id = $2 and ${holds('v', '$3')}
   order by v.code nulls last, length(v.name), v.name collate "zh-x-icu", a.id limit 2000`,
)

export type AreaThen = Omit<AreaRow, 'child_count'>

/** A part is always finer than its whole, so below an area of the finest kind asked for nothing is looked at. */
const finest = `(select max(${rank('k')}) from unnest($6::text[]) k)`

/**
 * The tree below an area as it stood on a day, the area itself first; not finer than the finest kind asked for.
 * $1 district, $2 day, $3 the area, $4 path and $5 names of those above it on that day, $6 kinds or null, $7 to $9 its
 * street, community and grid on that day.
 */
export const listTreeOn = statement<AreaThen>(
  'places.list-tree-on',
  `with recursive tree as (
     select a.id, a.kind, v.code, v.name, v.parent_id, v.community_type, v.grid_kind, v.households, v.valid_from,
       $7::int as street_id, $8::int as community_id, $9::int as grid_id, $4::int[] || a.id as path,
       $5::text[] || case when a.kind = 'district' then '{}'::text[] else array[v.name] end as path_names
     from area_versions v join areas a on a.district_id = v.district_id and a.id = v.area_id
     where v.district_id = $1 and v.area_id = $3 and ${holds('v', '$2')}
     union all
     select a.id, a.kind, v.code, v.name, v.parent_id, v.community_type, v.grid_kind, v.households, v.valid_from,
       case when a.kind = 'street' then a.id else tree.street_id end,
       case when a.kind = 'community' then a.id else tree.community_id end,
       case when a.kind = 'grid' then a.id else tree.grid_id end, tree.path || a.id, tree.path_names || v.name
     from tree join area_versions v on v.district_id = $1 and v.parent_id = tree.id and ${holds('v', '$2')}
     join areas a on a.district_id = $1 and a.id = v.area_id and ($6::text[] is null or ${rank('a.kind')} <= ${finest})
     where $6::text[] is null or ${rank('tree.kind')} < ${finest}
   )
   select t.id, t.kind, t.code, t.name, t.parent_id, t.path, t.path_names, t.community_type, t.grid_kind,
     t.households, t.valid_from::text, t.street_id, t.community_id, t.grid_id, a.lon, a.lat
   from tree t join areas a on a.district_id = $1 and a.id = t.id
   where $6::text[] is null or t.kind = any ($6)
   order by cardinality(t.path), t.code nulls last, length(t.name), t.name collate "zh-x-icu", t.id`,
)

/** The boundaries areas had on a day. $1 district, $2 areas, $3 day. */
export const listBoundariesOn = statement<{ id: number; boundary: Boundary }>(
  'places.list-boundaries-on',
  `select v.area_id as id, v.boundary from area_versions v
   where v.district_id = $1 and v.area_id = any ($2) and v.boundary is not null and ${holds('v', '$3')}`,
)

export type Step = {
  id: number
  kind: AreaRow['kind']
  name: string
  path: number[]
  day: string
  how: 'split' | 'merge' | 'move'
  back: boolean
  ended: boolean
}

/** Where an area came from and what became of it, one step each way. */
export const listLineage = statement<Step>(
  'places.list-lineage',
  `select a.id, a.kind, a.name, a.path, l.day::text, l.kind as how, l.to_id = $2 as back,
     a.valid_to is not null as ended
   from area_lineage l
   join areas a on a.district_id = l.district_id and a.id = case when l.to_id = $2 then l.from_id else l.to_id end
   where l.district_id = $1 and (l.from_id = $2 or l.to_id = $2)
   order by l.day, l.kind, a.id`,
)

export type Descendant = { id: number; kind: AreaRow['kind']; name: string; whole: boolean }

/**
 * The areas of today that answer for what an area answered for on a day. `whole` is false where only some of its
 * buildings went there. $1 district, $2 the area, $3 the day.
 */
export const listDescended = statement<Descendant>(
  'places.list-descended',
  `with recursive later as (
     select $2::int as id, $3::date + 1 as day, true as whole
     union
     select l.to_id, l.day, later.whole and l.kind <> 'move'
     from later join area_lineage l on l.district_id = $1 and l.from_id = later.id and l.day >= later.day
   )
   select a.id, a.kind, a.name, bool_or(later.whole) as whole
   from later join areas a on a.district_id = $1 and a.id = later.id and a.valid_to is null
   group by a.id, a.kind, a.name order by a.id`,
)

export const insertLineage = statement(
  'places.insert-lineage',
  `insert into area_lineage (district_id, from_id, to_id, day, kind)
   select $1, g.from_id, g.to_id, $2::date, $3 from jsonb_to_recordset($4::jsonb) as g (from_id int, to_id int)
   on conflict (district_id, from_id, to_id, day) do nothing`,
)
