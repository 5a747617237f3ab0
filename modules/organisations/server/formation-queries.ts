import { statement } from '#kernel/server/database.ts'
import type { FormationStep } from '../contract.ts'

type StepRow = {
  step: FormationStep
  day: string
  note: string
  entitled: number | null
  voted: number | null
  in_favour: number | null
}
export type FormationRow = {
  id: string
  area_id: number
  area_name: string
  area_path: number[]
  community: string | null
  organisation: string | null
  opened_on: string
  closed_on: string | null
  steps: StepRow[]
}

const selected = `select f.id, f.area_id, a.name as area_name, a.path as area_path, m.name as community,
    o.name as organisation, f.opened_on, f.closed_on,
    coalesce((select json_agg(json_build_object('step', s.step, 'day', s.day, 'note', s.note, 'entitled', s.entitled,
      'voted', s.voted, 'in_favour', s.in_favour) order by s.seq) from formation_steps s
      where s.district_id = f.district_id and s.case_id = f.id), '[]') as steps
  from formation_cases f
  join areas a on a.district_id = f.district_id and a.id = f.area_id
  left join areas m on m.district_id = a.district_id and m.id = a.community_id
  left join organisations o on o.district_id = f.district_id and o.id = f.organisation_id`

export const listCases = statement<FormationRow>(
  'organisations.list-formations',
  `${selected} where f.district_id = $1 and a.path @> array[$2::int]
   order by f.closed_on is not null, f.closed_on desc, f.opened_on desc, f.id limit 500`,
)

export const findCase = statement<FormationRow>(
  'organisations.find-formation',
  `${selected} where f.district_id = $1 and f.id = $2`,
)

export const lockCase = statement(
  'organisations.lock-formation',
  'select 1 from formation_cases where district_id = $1 and id = $2 for update',
)

export const insertCase = statement(
  'organisations.insert-formation',
  'insert into formation_cases (district_id, id, area_id, opened_on) values ($1, $2, $3, $4)',
)

export const insertStep = statement(
  'organisations.insert-formation-step',
  `insert into formation_steps (district_id, case_id, seq, step, day, note, entitled, voted, in_favour)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

export const closeCase = statement(
  'organisations.close-formation',
  `update formation_cases set closed_on = greatest($3::date, opened_on), organisation_id = $4
   where district_id = $1 and id = $2`,
)
