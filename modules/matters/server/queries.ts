import { statement } from '#kernel/server/database.ts'
import type { Channel } from '../contract.ts'
import type { MatterEvent, MatterState } from './matter-events.ts'

export type MatterRow = MatterState & { id: string; last_hash: Buffer }

const stateColumns = `number, type, subject, status, level, place_id, area_id, area_path, street_id, community_id,
  grid_id, organisation_id, handler_id, route, promise, due_at, received_at, accepted_at, answered_at, answered_by,
  followed_up_at, follow_up, closed_at, outcome, status_at, reopened, rerouted, has_evidence, report_count,
  satisfaction, is_public, yellow_at, accept_by, alarm_at, accept_late_at, warned_at, late_at, rise_at, raised_to, supervisor_id, paused_at,
  pause_until, extended, urged, disputed_at, is_decided, is_hidden, merged_into, follow_up_by, rated, satisfied,
  channel, is_beyond, version`

const stateShape = `(number text, type text, subject text, status text, level text, place_id int, area_id int,
  area_path int[], street_id int, community_id int, grid_id int, organisation_id uuid, handler_id uuid, route jsonb,
  promise jsonb, due_at timestamptz, received_at timestamptz, accepted_at timestamptz, answered_at timestamptz,
  answered_by uuid, followed_up_at timestamptz, follow_up text, closed_at timestamptz, outcome text,
  status_at timestamptz, reopened int, rerouted int, has_evidence boolean, report_count int, satisfaction smallint,
  is_public boolean, yellow_at timestamptz, accept_by timestamptz, alarm_at timestamptz, accept_late_at timestamptz, warned_at timestamptz,
  late_at timestamptz, rise_at timestamptz, raised_to text, supervisor_id uuid, paused_at timestamptz,
  pause_until timestamptz, extended smallint, urged int, disputed_at timestamptz, is_decided boolean, is_hidden boolean,
  merged_into uuid, follow_up_by timestamptz, rated int, satisfied int, channel text, is_beyond boolean,
  version int)`

export const findMatter = statement<MatterRow>(
  'matters.find',
  `select id, last_hash, ${stateColumns} from matters where district_id = $1 and id = $2`,
)
export const findMatters = statement<MatterRow>(
  'matters.find-several',
  `select id, last_hash, ${stateColumns} from matters where district_id = $1 and id = any ($2)`,
)
export const lockMatter = statement<MatterRow>(
  'matters.lock',
  `select id, last_hash, ${stateColumns} from matters where district_id = $1 and id = $2 for update`,
)

export const takeNumber = statement<{ value: number }>(
  'matters.take-number',
  `insert into counters (district_id, name, value) values ($1, $2, 1)
   on conflict (district_id, name) do update set value = counters.value + 1 returning value`,
)

const eventColumns =
  'district_id, matter_id, seq, kind, at, actor_kind, actor_id, actor_role, data, prev_hash, hash'

const changeRow = `change as (
     insert into matter_changes (district_id, matter_id, seq, kind, at, hash, delta)
     values ($1, $2, $5, $6, $7, $4, $13)
   )`

/** district, matter, state as JSON, hash; seq, kind, at, actor kind, actor, role, data, previous hash, delta of the figures. */
export const insertMatter = statement(
  'matters.insert',
  `with ${changeRow}, row as (
     insert into matters (district_id, id, last_hash, ${stateColumns})
     select $1, $2, $4, ${stateColumns} from jsonb_to_record($3::jsonb) as r ${stateShape}
   )
   insert into matter_events (${eventColumns}) values ($1, $2, $5, $6, $7, $8, $9, $10, $11, $12, $4)`,
)

export const appendEvent = statement(
  'matters.append',
  `with ${changeRow}, row as (
     update matters m set (${stateColumns}) = (
       select ${stateColumns} from jsonb_to_record($3::jsonb) as r ${stateShape}
     ), last_hash = $4
     where m.district_id = $1 and m.id = $2
   )
   insert into matter_events (${eventColumns}) values ($1, $2, $5, $6, $7, $8, $9, $10, $11, $12, $4)`,
)

export const insertReport = statement(
  'matters.insert-report',
  `insert into reports (district_id, id, matter_id, subject, place_id, door_token, channel, words, photo_ids,
     contact_name_sealed, contact_phone_sealed, contact_phone_index, is_private, query_code, taken_by, received_at,
     fingerprint, voice_id, lon, lat, answers, language, notice_way, consent_version, by_guardian, split_from,
     contact_email_sealed, contact_tail_index, received_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
     $25, $26, $27, $28, $29)`,
)

export type ReportRow = {
  id: string
  matter_id: string
  subject: string
  place_id: number
  door_token: string | null
  channel: Channel
  words: string
  photo_ids: string[]
  contact_name_sealed: Buffer | null
  contact_phone_sealed: Buffer | null
  contact_email_sealed: Buffer | null
  is_private: boolean
  query_code: string
  received_at: Date
  fingerprint: Buffer
  rating: number | null
  rating_reasons: string[]
  rating_words: string
  rated_at: Date | null
  withdrawn_at: Date | null
  voice_id: string | null
  lon: number | null
  lat: number | null
  answers: Record<string, string | string[]>
  language: 'zh' | 'en'
  notice_way: string
  consent_version: number | null
  by_guardian: boolean
  urged_at: Date | null
  split_from: string | null
  erased_at: Date | null
  received_by: string | null
  taken_by: string | null
}
/** @internal for the queries of a reporter's own data */
export const reportColumns = `id, matter_id, subject, place_id, door_token, channel, words, photo_ids, contact_name_sealed,
  contact_phone_sealed, is_private, query_code, received_at, fingerprint, rating, rating_reasons, rating_words,
  rated_at, withdrawn_at, voice_id, lon, lat, answers, language, notice_way, consent_version, by_guardian, urged_at,
  split_from, erased_at, contact_email_sealed, received_by, taken_by`

export const findReportByCode = statement<ReportRow>(
  'matters.find-report-by-code',
  `select ${reportColumns} from reports where district_id = $1 and query_code = $2`,
)
export const findReport = statement<ReportRow>(
  'matters.find-report',
  `select ${reportColumns} from reports where district_id = $1 and id = $2`,
)
export const listReports = statement<ReportRow>(
  'matters.list-reports',
  `select ${reportColumns} from reports where district_id = $1 and matter_id = $2 order by received_at, id limit 200`,
)
export const rateReport = statement(
  'matters.rate-report',
  `update reports set rating = $3, rating_reasons = $4, rating_words = $5, rated_at = $6
   where district_id = $1 and id = $2`,
)
/** Reporters of the matter, but one, who have not said since `$4` that they are content. */
export const countUncontent = statement<{ n: number }>(
  'matters.count-uncontent',
  `select count(*)::int as n from reports where district_id = $1 and matter_id = $2 and id <> $3
     and withdrawn_at is null and (rating is null or rating < $5 or rated_at < $4)`,
)
export const withdrawReport = statement(
  'matters.withdraw-report',
  'update reports set withdrawn_at = $3 where district_id = $1 and id = $2',
)

export const listEvents = statement<MatterEvent>(
  'matters.list-events',
  `select seq, kind, at, actor_kind, actor_id, actor_role, data
   from matter_events where district_id = $1 and matter_id = $2 order by seq`,
)

export type NameRow = { id: string; name: string; role: string | null; work_phone: string | null }
export const listNames = statement<NameRow>(
  'matters.list-names',
  `select distinct on (c.id) c.id, c.name, p.role, p.work_phone
   from accounts c
   left join posts p on p.district_id = c.district_id and p.account_id = c.id
     and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)
   where c.district_id = $1 and c.id = any ($2) order by c.id, p.valid_from desc`,
)

/** district, id, report, matter, words, photos, voice, at, fingerprint. */
export const insertAddition = statement(
  'matters.insert-addition',
  `insert into report_additions (district_id, id, report_id, matter_id, words, photo_ids, voice_id, at, fingerprint)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
export type AdditionRow = {
  id: string
  report_id: string
  words: string
  photo_ids: string[]
  voice_id: string | null
  at: Date
  fingerprint: Buffer
  erased_at: Date | null
}
export const listAdditions = statement<AdditionRow>(
  'matters.list-additions',
  `select id, report_id, words, photo_ids, voice_id, at, fingerprint, erased_at from report_additions
   where district_id = $1 and matter_id = $2 order by at, id`,
)
export const markUrged = statement(
  'matters.mark-urged',
  'update reports set urged_at = $3 where district_id = $1 and id = $2',
)
export const findMatterByNumber = statement<{ id: string }>(
  'matters.find-id-by-number',
  'select id from matters where district_id = $1 and number = $2',
)
export const reportsToMove = statement<ReportRow>(
  'matters.reports-to-move',
  `select ${reportColumns} from reports where district_id = $1 and matter_id = $2 and withdrawn_at is null
   order by received_at, id`,
)
/** district, reports, the matter they go to. What was added to them later goes with them. */
export const moveReports = statement(
  'matters.move-reports',
  `with additions as (
     update report_additions set matter_id = $3 where district_id = $1 and report_id = any ($2)
   )
   update reports set matter_id = $3 where district_id = $1 and id = any ($2)`,
)
