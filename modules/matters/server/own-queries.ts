import { statement } from '#kernel/server/database.ts'
import type { DataRequest, Status } from '../contract.ts'
import { type AdditionRow, reportColumns, type ReportRow } from './queries.ts'

export const reportsOfPhone = statement<ReportRow>(
  'matters.reports-of-phone',
  `select ${reportColumns} from reports where district_id = $1 and contact_phone_index = $2
   order by received_at desc, id desc limit 200`,
)

/** Where the matter of a report stands. */
export type OwnRow = {
  report_id: string
  matter_id: string
  number: string
  status: Status
  status_at: Date
  due_at: Date
  report_count: number
  place_names: string[] | null
}
export const listOwn = statement<OwnRow>(
  'matters.list-own',
  `select r.id as report_id, m.id as matter_id, m.number, m.status, m.status_at, m.due_at, m.report_count,
     (select array_agg(p.name order by array_position(pl.path, p.id)) from areas p
      where p.district_id = pl.district_id and p.id = any (pl.path) and p.kind <> 'district') as place_names
   from reports r
   join matters m on m.district_id = r.district_id and m.id = r.matter_id
   left join areas pl on pl.district_id = r.district_id and pl.id = r.place_id
   where r.district_id = $1 and r.id = any ($2)`,
)

export const additionsOf = statement<AdditionRow>(
  'matters.additions-of-reports',
  `select a.id, a.report_id, a.words, a.photo_ids, a.voice_id, a.at, a.fingerprint, a.erased_at from report_additions a
   join reports r on r.district_id = a.district_id and r.id = a.report_id and r.matter_id = a.matter_id
   where a.district_id = $1 and a.matter_id = any ($2) and a.report_id = any ($3) order by a.at, a.id`,
)

export type LookRow = { subject: string; at: Date; roles: string[]; reason: string | null }
export const looksAt = statement<LookRow>(
  'matters.looks-at-contacts',
  `select subject, at, roles, details ->> 'reason' as reason from audit_entries
   where district_id = $1 and subject = any ($2) and action = 'matters.contact-seen' order by id`,
)

export type RequestRow = { number: string; kind: DataRequest['kind']; at: Date; numbers: string[] }
export const listRequests = statement<RequestRow>(
  'matters.list-own-data-requests',
  `select q.number, q.kind, q.at, array_agg(distinct m.number order by m.number) as numbers
   from own_data_requests q
   join reports r on r.district_id = q.district_id and r.id = q.report_id
   join matters m on m.district_id = r.district_id and m.id = r.matter_id
   where q.district_id = $1 and q.report_id = any ($2)
   group by q.number, q.kind, q.at order by q.at desc, q.number desc`,
)
export const insertRequest = statement(
  'matters.insert-own-data-request',
  `insert into own_data_requests (district_id, report_id, number, kind, at)
   select $1, id, $3, $4, $5 from unnest($2::uuid[]) as t (id)`,
)

/** district, reports, name and number sealed, index, way; an absent number stays. */
export const changeContact = statement(
  'matters.change-contact',
  `update reports set contact_name_sealed = $3,
     contact_phone_sealed = case when $6 then $4 else contact_phone_sealed end,
     contact_phone_index = case when $6 then $5 else contact_phone_index end,
     notice_way = $7
   where district_id = $1 and id = any ($2) and erased_at is null`,
)
