import { statement } from '#kernel/server/database.ts'
import type { Organisation } from '../contract.ts'

export type KnownOrganisation = {
  id: string
  kind: Organisation['kind']
  name: string
  home_area_id: number
  parent_id: string | null
  credit_code: string | null
  work_phone: string | null
  form: string | null
}
/** All of a district, for an import to compare with: a few thousand. */
export const listKnown = statement<KnownOrganisation>(
  'organisations.list-known',
  `select id, kind, name, home_area_id, parent_id, credit_code, work_phone, form from organisations
   where district_id = $1 and valid_to is null`,
)

export const insertOrganisations = statement(
  'organisations.insert-many',
  `insert into organisations (district_id, id, kind, form, name, home_area_id, parent_id, credit_code, work_phone, valid_from)
   select $1, g.id, g.kind, g.form, g.name, g.home_area_id, g.parent_id, g.credit_code, g.work_phone,
     coalesce(g.valid_from, $2::date)
   from jsonb_to_recordset($3::jsonb) as g (id uuid, kind text, form text, name text, home_area_id int, parent_id uuid,
     credit_code text, work_phone text, valid_from date)`,
)
