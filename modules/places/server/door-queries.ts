import { statement } from '#kernel/server/database.ts'
import type { AreaKind } from '../contract.ts'
import { areaColumns, type AreaRow } from './queries.ts'

export type DoorRow = {
  token: string
  facility: string
  made_at: Date
  retired_at: Date | null
  area_id: number
  area_kind: AreaKind
  area_name: string
  grid_id: number | null
  path_names: string[]
}

const doorColumns = `d.token, d.facility, d.made_at, d.retired_at, a.id as area_id, a.kind as area_kind,
  a.name as area_name, a.grid_id,
  (select array_agg(p.name order by array_position(a.path, p.id)) from areas p
   where p.district_id = a.district_id and p.id = any (a.path) and p.kind <> 'district') as path_names`

/** The door's token with the whole area behind it. */
export const findDoorArea = statement<AreaRow & { token: string; facility: string }>(
  'places.find-door-area',
  `select d.token, d.facility, ${areaColumns} from door_codes d
   join areas a on a.district_id = d.district_id and a.id = d.area_id and a.valid_to is null
   where d.district_id = $1 and d.token = $2 and d.retired_at is null`,
)

export const findDoor = statement<DoorRow>(
  'places.find-door',
  `select ${doorColumns} from door_codes d join areas a on a.district_id = d.district_id and a.id = d.area_id
   where d.district_id = $1 and d.token = $2 and d.retired_at is null and a.valid_to is null`,
)

/**
 * In the order of the tree, which is the order in which areas were entered. $1 district, $2 area, $3 the last token seen or
 * null, $4 how many, $5 whether retired ones.
 */
export const listDoors = statement<DoorRow>(
  'places.list-doors',
  `select ${doorColumns} from door_codes d join areas a on a.district_id = d.district_id and a.id = d.area_id
   where d.district_id = $1 and a.path @> array[$2::int] and (d.retired_at is not null) = $5::boolean
     and (a.valid_to is null or $5::boolean)
     and ($3::text is null or (a.path, d.facility, d.token) > (
       select b.path, c.facility, c.token from door_codes c
       join areas b on b.district_id = c.district_id and b.id = c.area_id
       where c.district_id = $1 and c.token = $3))
   order by a.path, d.facility, d.token limit $4`,
)

export const countDoors = statement<{ in_use: number; retired: number }>(
  'places.count-doors',
  `select (count(*) filter (where d.retired_at is null and a.valid_to is null))::int as in_use,
     (count(*) filter (where d.retired_at is not null))::int as retired
   from door_codes d join areas a on a.district_id = d.district_id and a.id = d.area_id
   where d.district_id = $1 and a.path @> array[$2::int]`,
)

/** Areas of a kind below one, and whether each has a code in use for the facility. */
const lacking = `from areas a where a.district_id = $1 and a.path @> array[$2::int] and a.kind = $3 and a.valid_to is null`
const has = `exists (select 1 from door_codes d where d.district_id = a.district_id and d.area_id = a.id
  and d.facility = $4 and d.retired_at is null)`

export const countMissing = statement<{ all: number; missing: number; examples: string[] | null }>(
  'places.count-missing-doors',
  `select count(*)::int as all, (count(*) filter (where not ${has}))::int as missing,
     (select array_agg(e.line) from (
       select (select string_agg(p.name, ' ' order by array_position(a.path, p.id)) from areas p
         where p.district_id = a.district_id and p.id = any (a.path) and p.kind in ('quarter', 'building', 'unit'))
         as line
       ${lacking} and not ${has} order by a.path limit 5) e) as examples
   ${lacking}`,
)

export const listMissing = statement<{ id: number }>(
  'places.list-missing-doors',
  `select a.id ${lacking} and not ${has} order by a.path limit $5`,
)

export const insertDoors = statement(
  'places.insert-doors',
  `insert into door_codes (district_id, token, area_id, facility, made_at)
   select $1, g.token, g.area_id, g.facility, $2
   from jsonb_to_recordset($3::jsonb) as g (token text, area_id int, facility text)`,
)

export const retireDoor = statement<{ token: string }>(
  'places.retire-door',
  `update door_codes set retired_at = $4
   where district_id = $1 and area_id = $2 and token = $3 and retired_at is null returning token`,
)

export const listSomeDoors = statement<DoorRow>(
  'places.list-some-doors',
  `select ${doorColumns} from door_codes d join areas a on a.district_id = d.district_id and a.id = d.area_id
   where d.district_id = $1 and d.retired_at is null and a.valid_to is null
   order by d.made_at, (d.facility <> ''), a.id limit 4`,
)

/** The own code of the finest area of a path that has one. */
export const findOwnDoor = statement<{ token: string }>(
  'places.find-own-door',
  `select token from door_codes where district_id = $1 and area_id = $2 and facility = '' and retired_at is null
   order by made_at, token limit 1`,
)
