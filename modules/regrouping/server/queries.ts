import { statement } from '#kernel/server/database.ts'
import type { Plan, PostDecision, Regrouping } from '../contract.ts'

/** What was decided, with the names of that moment. */
export type Decision = {
  plan: Plan
  posts: PostDecision[]
  from: { areaId: number; name: string }[]
  to: string[]
}

export type Row = {
  id: string
  kind: Regrouping['kind']
  day: string
  state: Regrouping['state']
  area_id: number
  area_name: string
  area_path: number[]
  decision: Decision
  grid_ids: number[] | null
  stuck_on: string | null
  decided_by: string
  decided_at: Date
}

const columns = `r.id, r.kind, r.day::text, r.state, r.area_id, a.name as area_name, a.path as area_path, r.decision,
  r.grid_ids, r.stuck_on, c.name as decided_by, r.decided_at`
const tables = `from regroupings r
  join areas a on a.district_id = r.district_id and a.id = r.area_id
  join accounts c on c.district_id = r.district_id and c.id = r.decided_by`

export const findRegrouping = statement<Row>(
  'regrouping.find',
  `select ${columns} ${tables} where r.district_id = $1 and r.id = $2`,
)

export const lockRegrouping = statement<{ state: Row['state'] }>(
  'regrouping.lock',
  'select state from regroupings where district_id = $1 and id = $2 for update',
)

export const listRegroupings = statement<Row>(
  'regrouping.list',
  `select ${columns} ${tables} where r.district_id = $1 and a.path @> array[$2::int]
   order by (r.state in ('planned', 'stuck')) desc, r.decided_at desc, r.id limit 200`,
)

export const listDue = statement<{ id: string }>(
  'regrouping.list-due',
  `select id from regroupings where district_id = $1 and state = 'planned' and day <= $2::date order by day, id limit 20`,
)

export const insertRegrouping = statement(
  'regrouping.insert',
  `insert into regroupings (district_id, id, kind, day, state, area_id, decision, decided_by, decided_at)
   values ($1, $2, $3, $4, 'planned', $5, $6, $7, $8)`,
)

/** $3 day, $4 state, $5 grids, $6 the problem's code, $7 now. */
export const settleRegrouping = statement(
  'regrouping.settle',
  `update regroupings set day = coalesce($3::date, day), state = $4, grid_ids = $5, stuck_on = $6, settled_at = $7
   where district_id = $1 and id = $2`,
)
