import { statement } from '#kernel/server/database.ts'
import type { AreaKind, Boundary } from '../contract.ts'

/** An area as the server's own code sees it. */
export type AreaRow = {
  id: number
  kind: AreaKind
  code: string | null
  name: string
  parent_id: number | null
  path: number[]
  street_id: number | null
  community_id: number | null
  grid_id: number | null
  community_type: 'old' | 'commercial' | 'work_unit' | 'village_turned' | null
  grid_kind: 'community' | 'rural' | 'dedicated' | null
  households: number | null
  lon: number | null
  lat: number | null
  valid_from: string
  path_names: string[]
  child_count: number
}

/** What every read of an area gives, from the table aliased `a`. */
export const areaColumns = `a.id, a.kind, a.code, a.name, a.parent_id, a.path, a.street_id, a.community_id, a.grid_id,
  a.community_type, a.grid_kind, a.households, a.lon, a.lat, a.valid_from::text,
  (select array_agg(p.name order by array_position(a.path, p.id)) from areas p
   where p.district_id = a.district_id and p.id = any (a.path) and p.kind <> 'district') as path_names,
  (select count(*)::int from areas c
   where c.district_id = a.district_id and c.parent_id = a.id and c.valid_to is null) as child_count`

export const findArea = statement<AreaRow>(
  'places.find-area',
  `select ${areaColumns} from areas a where a.district_id = $1 and a.id = $2 and a.valid_to is null`,
)

/** Also an area that has ended, as it was last. */
export const findAnyArea = statement<AreaRow & { valid_to: string | null }>(
  'places.find-any-area',
  `select ${areaColumns}, a.valid_to from areas a where a.district_id = $1 and a.id = $2`,
)

/** The finest area of a path that is in use today; the path of an area that ended leads to what is still there. */
export const findLiving = statement<AreaRow>(
  'places.find-living',
  `select ${areaColumns} from areas a where a.district_id = $1 and a.id = any ($2) and a.valid_to is null
   order by cardinality(a.path) desc limit 1`,
)

export const findRoot = statement<AreaRow>(
  'places.find-root',
  `select ${areaColumns} from areas a where a.district_id = $1 and a.parent_id is null and a.valid_to is null`,
)

export const listAreasById = statement<AreaRow>(
  'places.list-by-id',
  `select ${areaColumns} from areas a where a.district_id = $1 and a.id = any ($2) and a.valid_to is null
   order by cardinality(a.path), a.code nulls last, a.name collate "zh-x-icu"`,
)

export const listBelow = statement<AreaRow>(
  'places.list-below',
  `select ${areaColumns} from areas a where a.district_id = $1 and a.parent_id = $2 and a.valid_to is null
   order by a.code nulls last, length(a.name), a.name collate "zh-x-icu", a.id limit 2000`,
)

export const findBoundary = statement<{ boundary: Boundary | null }>(
  'places.find-boundary',
  'select boundary from areas where district_id = $1 and id = $2',
)

export type GridRow = { id: number; boundary: Boundary }
export const listGridBoundaries = statement<GridRow>(
  'places.list-grid-boundaries',
  `select id, boundary from areas
   where district_id = $1 and kind = 'grid' and valid_to is null and boundary is not null`,
)

/** Changes whenever an area of the district was added, changed or ended. */
export const areasStamp = statement<{ stamp: string | null }>(
  'places.areas-stamp',
  'select max(changed_at)::text as stamp from areas where district_id = $1',
)

export const nextNumbers = statement<{ value: number }>(
  'places.next-numbers',
  `insert into counters (district_id, name, value) values ($1, 'areas', $2)
   on conflict (district_id, name) do update set value = counters.value + $2 returning value`,
)

export const insertAreas = statement(
  'places.insert-areas',
  `with given as (
     select * from jsonb_to_recordset($3::jsonb) as g (id int, kind text, code text, name text, parent_id int, path int[],
       street_id int, community_id int, grid_id int, community_type text, grid_kind text, households int, boundary jsonb,
       lon float8, lat float8, valid_from date)
   ), versions as (
     insert into area_versions (district_id, area_id, valid_from, parent_id, name, code, community_type, grid_kind,
       households, boundary)
     select $1, id, valid_from, parent_id, name, code, community_type, grid_kind, households, boundary from given
   )
   insert into areas (district_id, id, kind, code, name, parent_id, path, street_id, community_id, grid_id,
     community_type, grid_kind, households, boundary, lon, lat, valid_from, changed_at)
   select $1, id, kind, code, name, parent_id, path, street_id, community_id, grid_id,
     community_type, grid_kind, households, boundary, lon, lat, valid_from, $2 from given`,
)

/** A change begins a new version; a second change on one day mends that day's version. */
export const endVersions = statement(
  'places.end-versions',
  `update area_versions set valid_to = $3::date
   where district_id = $1 and area_id = any ($2) and valid_to is null and valid_from < $3::date`,
)

/**
 * Brings the version that begins on a day up to what the areas' rows say now: one more, or that day's mended.
 * $1 district, $2 areas, $3 day.
 */
export const writeVersions = statement(
  'places.write-versions',
  `insert into area_versions (district_id, area_id, valid_from, parent_id, name, code, community_type, grid_kind,
     households, boundary)
   select district_id, id, $3::date, parent_id, name, code, community_type, grid_kind, households, boundary
   from areas where district_id = $1 and id = any ($2)
   on conflict (district_id, area_id, valid_from) do update set
     parent_id = excluded.parent_id, name = excluded.name, code = excluded.code,
     community_type = excluded.community_type, grid_kind = excluded.grid_kind, households = excluded.households,
     boundary = excluded.boundary`,
)

/** $4 to $9: name, code, community type, grid kind, households, boundary; null leaves a column as it is. */
export const changeArea = statement(
  'places.change-area',
  `update areas set name = coalesce($4, name), code = coalesce($5, code),
     community_type = coalesce($6, community_type), grid_kind = coalesce($7, grid_kind),
     households = coalesce($8, households), boundary = coalesce($9::jsonb, boundary), changed_at = $3
   where district_id = $1 and id = $2`,
)

export const endArea = statement(
  'places.end-area',
  `with ended as (
     update area_versions set valid_to = greatest($3::date, valid_from + 1)
     where district_id = $1 and area_id = $2 and valid_to is null
   ), codes as (
     update door_codes set retired_at = $4 where district_id = $1 and area_id = $2 and retired_at is null
   )
   update areas set valid_to = greatest($3::date, valid_from + 1), changed_at = $4
   where district_id = $1 and id = $2`,
)

/** Codes in use with what areas below take over. At most a few thousand in a district. */
export const listCodes = statement<
  Pick<AreaRow, 'id' | 'path' | 'street_id' | 'community_id' | 'grid_id'> & { code: string }
>(
  'places.list-codes',
  `select code, id, path, street_id, community_id, grid_id from areas
   where district_id = $1 and code is not null and valid_to is null`,
)

export const findByCode = statement<{ id: number }>(
  'places.find-by-code',
  'select id from areas where district_id = $1 and code = $2 and valid_to is null',
)
