import { statement } from '#kernel/server/database.ts'
import type { AreaKind, Boundary } from '../contract.ts'

export type Candidate = {
  id: number
  name: string
  code: string | null
  path: number[]
  boundary: Boundary | null
}

/** Areas of a kind in an area and below it, with the boundary they have. */
export const listCandidates = statement<Candidate>(
  'places.list-boundary-candidates',
  `select id, name, code, path, boundary from areas
   where district_id = $1 and kind = $2 and path @> array[$3::int] and valid_to is null
   order by code nulls last, length(name), name collate "zh-x-icu", id`,
)

export type Outline = { id: number; name: string; kind: AreaKind; boundary: Boundary }
export const listOutlines = statement<Outline>(
  'places.list-outlines',
  `select id, name, kind, boundary from areas
   where district_id = $1 and id = any ($2) and boundary is not null and valid_to is null`,
)

/** Writes boundaries of many areas; their versions follow. */
export const setBoundaries = statement(
  'places.set-boundaries',
  `update areas a set boundary = g.boundary, changed_at = $2
   from jsonb_to_recordset($3::jsonb) as g (id int, boundary jsonb)
   where a.district_id = $1 and a.id = g.id`,
)
