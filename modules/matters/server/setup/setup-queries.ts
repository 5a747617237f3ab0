import { statement } from '#kernel/server/database.ts'
import type { Channel, Level, Question } from '../../contract.ts'
import type { LimitUnit } from '../clock.ts'

export type SubjectRow = {
  key: string
  group_key: string | null
  name_zh: string
  name_en: string
  icon: string
  level: Level
  evidence: 'none' | 'photo'
  may_be_public: boolean
  description_zh: string
  description_en: string
  questions: Question[]
  retired_at: Date | null
}
const subjectColumns = `key, group_key, name_zh, name_en, icon, level, evidence, may_be_public, description_zh, description_en,
  questions, retired_at`
export const listSubjects = statement<SubjectRow>(
  'matters.setup-list-subjects',
  `select ${subjectColumns} from subjects where district_id = $1 order by position, key`,
)
export const findSubject = statement<SubjectRow>(
  'matters.setup-find-subject',
  `select ${subjectColumns} from subjects where district_id = $1 and key = $2 for update`,
)
/** Last in its group, or last of the groups. */
export const insertSubject = statement<SubjectRow>(
  'matters.setup-insert-subject',
  `insert into subjects (district_id, key, group_key, name_zh, name_en, icon, level, evidence, may_be_public,
     description_zh, description_en, questions, retired_at, position)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce(max(position), 0) + 1 from subjects
   where district_id = $1 and group_key is not distinct from $3
   returning ${subjectColumns}`,
)
export const updateSubject = statement<SubjectRow>(
  'matters.setup-update-subject',
  `update subjects set group_key = $3, name_zh = $4, name_en = $5, icon = $6, level = $7, evidence = $8, may_be_public = $9,
     description_zh = $10, description_en = $11, questions = $12, retired_at = $13
   where district_id = $1 and key = $2 returning ${subjectColumns}`,
)

export type PolicyRow = {
  id: number
  level: Level
  amount: number
  unit: LimitUnit
  source: string
  yellow_percent: number
  version: number
  valid_from: string
  valid_to: string | null
}
const policyColumns =
  'id, level, amount, unit, source, yellow_percent, version, valid_from::text, valid_to::text'
export const listPolicies = statement<PolicyRow>(
  'matters.setup-list-policies',
  `select ${policyColumns} from matter_policies where district_id = $1 and matter_type = $2
   order by level, valid_from desc`,
)
export const lockPolicies = statement<PolicyRow>(
  'matters.setup-lock-policies',
  `select ${policyColumns} from matter_policies where district_id = $1 and matter_type = $2 and level = $3
   order by valid_from for update`,
)
export const endPolicy = statement(
  'matters.setup-end-policy',
  'update matter_policies set valid_to = $3::date where district_id = $1 and id = $2',
)
export const deletePolicy = statement(
  'matters.setup-delete-policy',
  'delete from matter_policies where district_id = $1 and id = $2',
)
export const insertPolicy = statement<PolicyRow>(
  'matters.setup-insert-policy',
  `insert into matter_policies (district_id, id, matter_type, level, amount, unit, source, yellow_percent, version,
     valid_from, valid_to)
   select $1, coalesce(max(id), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10::date from matter_policies
   where district_id = $1
   returning ${policyColumns}`,
)

export type RuleRow = {
  id: number
  position: number
  subject: string | null
  area_id: number | null
  words: string[] | null
  channel: Channel | null
  to_level: Level | null
  to_organisation_id: string | null
  note: string
  valid_from: string
  area_name: string | null
  organisation_name: string | null
  is_broken: boolean
}
const ruleSelect = `select r.id, r.position, r.subject, r.area_id, r.words, r.channel, r.to_level, r.to_organisation_id, r.note,
    r.valid_from::text, a.name as area_name, o.name as organisation_name,
    (a.valid_to <= $2::date) is true or (o.valid_to <= $2::date) is true or (s.retired_at is not null) is true as is_broken
  from routing_rules r
  left join areas a on a.district_id = r.district_id and a.id = r.area_id
  left join organisations o on o.district_id = r.district_id and o.id = r.to_organisation_id
  left join subjects s on s.district_id = r.district_id and s.key = r.subject
  where r.district_id = $1 and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date)`
/** $2 the day. */
export const listRules = statement<RuleRow>(
  'matters.setup-list-rules',
  `${ruleSelect} and r.matter_type = $3 order by r.position, r.id`,
)
export const findRule = statement<RuleRow>('matters.setup-find-rule', `${ruleSelect} and r.id = $3`)
export const insertRule = statement<{ id: number }>(
  'matters.setup-insert-rule',
  `insert into routing_rules (district_id, id, position, matter_type, subject, area_id, words, channel, to_level,
     to_organisation_id, note, valid_from)
   select $1, coalesce(max(id), 0) + 1, coalesce($2::int, coalesce(max(position), 0) + 1), $3, $4, $5, $6, $7, $8, $9, $10,
     $11::date
   from routing_rules where district_id = $1 returning id`,
)
/** One that began today never was in force for a day: it goes altogether. */
export const endRule = statement(
  'matters.setup-end-rule',
  `with gone as (delete from routing_rules where district_id = $1 and id = $2 and valid_from >= $3::date)
   update routing_rules set valid_to = $3::date where district_id = $1 and id = $2 and valid_from < $3::date`,
)
export const placeRules = statement(
  'matters.setup-place-rules',
  `update routing_rules r set position = given.position
   from unnest($2::int[]) with ordinality as given (id, position)
   where r.district_id = $1 and r.id = given.id`,
)

export type DayRow = { day: string; working: boolean; name: string; source: string }
export const listDays = statement<DayRow>(
  'matters.setup-list-days',
  `select day, working, name, source from work_calendar
   where district_id = $1 and day >= make_date($2, 1, 1) and day < make_date($2 + 1, 1, 1) order by day`,
)
export const knownYears = statement<{ year: number }>(
  'matters.setup-known-years',
  `select extract(year from day)::int as year from work_calendar where district_id = $1
   group by 1 having count(*) >= 365`,
)
export const replaceDays = statement(
  'matters.setup-replace-days',
  `insert into work_calendar (district_id, day, working, name, source)
   select $1, day, working, name, $2 from jsonb_to_recordset($3::jsonb) as d (day date, working boolean, name text)
   on conflict (district_id, day) do update set working = excluded.working, name = excluded.name, source = excluded.source`,
)
export const nameOfAccount = statement<{ id: string; name: string }>(
  'matters.setup-names',
  'select id, name from accounts where district_id = $1 and id = any ($2)',
)
