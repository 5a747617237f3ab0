import { statement } from '#kernel/server/database.ts'
import type { Organisation } from '../contract.ts'

type Row = {
  id: string
  kind: Organisation['kind']
  name: string
  home_area_id: number
  home_area_name: string
  parent_id: string | null
  credit_code: string | null
  work_phone: string | null
}

const columns = `o.id, o.kind, o.name, o.home_area_id, a.name as home_area_name, o.parent_id, o.credit_code, o.work_phone`
const from = `from organisations o join areas a on a.district_id = o.district_id and a.id = o.home_area_id
  where o.district_id = $1 and o.valid_to is null`

/** Those at home below the area, and those above it that serve it (a district's departments). */
export const listOrganisations = statement<Row>(
  'organisations.list',
  `select ${columns} ${from} and (a.path @> array[$2::int] or o.home_area_id = any ($3)) and ($4::text is null or o.kind = $4)
   order by cardinality(a.path), o.kind, o.name collate "zh-x-icu" limit 1000`,
)

export const findOrganisation = statement<Row>(
  'organisations.find',
  `select ${columns} ${from} and o.id = $2`,
)

export const insertOrganisation = statement(
  'organisations.insert',
  `insert into organisations (district_id, id, kind, name, home_area_id, parent_id, credit_code, work_phone, valid_from)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

export const shapeOrganisation = (row: Row): Organisation => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  homeAreaId: row.home_area_id,
  homeAreaName: row.home_area_name,
  ...(row.parent_id && { parentId: row.parent_id }),
  ...(row.credit_code && { creditCode: row.credit_code }),
  ...(row.work_phone && { workPhone: row.work_phone }),
})
