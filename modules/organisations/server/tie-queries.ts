import { statement } from '#kernel/server/database.ts'

export type TieRow = {
  id: string
  kind: string
  area_id: number | null
  area_name: string | null
  note: string
  valid_from: string
  valid_to: string | null
  end_note: string
}

const columns = 't.id, t.kind, t.area_id, a.name as area_name, t.note, t.valid_from, t.valid_to, t.end_note'
const tables = `organisation_ties t left join areas a on a.district_id = t.district_id and a.id = t.area_id`

export const listTies = statement<TieRow>(
  'organisations.list-ties',
  `select ${columns} from ${tables} where t.district_id = $1 and t.organisation_id = $2
   order by t.valid_to is not null, t.kind, t.valid_from desc, t.id limit 1000`,
)

export const findTie = statement<TieRow>(
  'organisations.find-tie',
  `select ${columns} from ${tables} where t.district_id = $1 and t.organisation_id = $2 and t.id = $3`,
)

export const insertTie = statement(
  'organisations.insert-tie',
  `insert into organisation_ties (district_id, id, organisation_id, kind, area_id, note, valid_from)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

export const endTie = statement(
  'organisations.end-tie',
  `update organisation_ties set valid_to = greatest($3::date, valid_from), end_note = $4
   where district_id = $1 and id = $2 and valid_to is null`,
)

/** All that still bind an organisation. */
export const endTiesOf = statement(
  'organisations.end-ties-of',
  `update organisation_ties set valid_to = greatest($3::date, valid_from), end_note = $4
   where district_id = $1 and organisation_id = $2 and valid_to is null`,
)
