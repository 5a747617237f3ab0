import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { statement } from '#kernel/server/database.ts'
import { keptFor } from '#kernel/server/kept.ts'
import type { Channel, Level, Question, Subject, SubjectGroup } from '../contract.ts'
import { calendarFromDays, type LimitUnit, type WorkCalendar } from './clock.ts'

type SubjectRow = {
  key: string
  group_key: string | null
  name_zh: string
  name_en: string
  icon: string
  level: Level
  evidence: 'none' | 'photo'
  questions: Question[]
  description_zh: string
  description_en: string
  may_be_public: boolean
  is_for_offices: boolean
}
export type Policy = {
  id: number
  level: Level
  amount: number
  unit: LimitUnit
  source: string
  version: number
  /** How much of the limit is gone when it turns yellow. */
  yellow_percent: number
}
export type Rule = {
  id: number
  subject: string | null
  area_id: number | null
  to_level: Level | null
  to_organisation_id: string | null
  /** Any of them in what was said; null: whatever was said. */
  words: string[] | null
  channel: Channel | null
  note: string
}

/** What an office sets: subjects, limits, routing and the calendar. In force everywhere after five seconds. */
export type HouseRules = {
  groups: SubjectGroup[]
  subjects: Map<string, Subject & { group: string; isForOffices: boolean }>
  policies: Policy[]
  rules: Rule[]
  calendar: WorkCalendar
}

const listSubjects = statement<SubjectRow>(
  'matters.list-subjects',
  `select key, group_key, name_zh, name_en, icon, level, evidence, questions, description_zh, description_en, may_be_public,
     is_for_offices
   from subjects where district_id = $1 and retired_at is null order by position`,
)
const listPolicies = statement<Policy>(
  'matters.list-policies',
  `select id, level, amount, unit, source, version, yellow_percent from matter_policies
   where district_id = $1 and matter_type = $2 and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
)
const listRules = statement<Rule>(
  'matters.list-rules',
  `select id, subject, area_id, to_level, to_organisation_id, words, channel, note from routing_rules r
   where district_id = $1 and matter_type = $2 and not exists (select 1 from organisations o
       where o.district_id = r.district_id and o.id = r.to_organisation_id and o.valid_to <= $3::date) and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)
   order by position, id`,
)
const listDays = statement<{ day: string; working: boolean; name: string; source: string }>(
  'matters.list-days',
  'select day, working, name, source from work_calendar where district_id = $1 order by day',
)

export const residentRequest = 'resident_request'

export function houseRules(ctx: Context, day: string): Promise<HouseRules> {
  return keptFor(ctx, `matters.house-rules ${day}`, 5_000, () => load(ctx, day))
}

/** What can be filed under now, in its groups. */
export const subjectsOf = async (ctx: Context): Promise<SubjectGroup[]> =>
  (await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))).groups

async function load(ctx: Context, day: string): Promise<HouseRules> {
  const district = ctx.district.id
  const [subjects, policies, rules, days] = await Promise.all([
    ctx.db.rows(listSubjects, [district]),
    ctx.db.rows(listPolicies, [district, residentRequest, day]),
    ctx.db.rows(listRules, [district, residentRequest, day]),
    ctx.db.rows(listDays, [district]),
  ])
  const rows = days.map((each) => ({
    day: each.day,
    kind: each.working ? ('working' as const) : ('rest' as const),
    name: each.name,
  }))
  const stored = calendarFromDays(days.at(-1)?.source ?? 'none', rows)
  return { ...subjectTree(subjects), policies, rules, calendar: withPlainYears(stored) }
}

function subjectTree(rows: readonly SubjectRow[]): Pick<HouseRules, 'groups' | 'subjects'> {
  const named = ({ key, icon, name_zh, name_en }: SubjectRow) => ({ key, icon, zh: name_zh, en: name_en })
  const shaped = (row: SubjectRow): Subject => ({
    ...named(row),
    evidence: row.evidence,
    level: row.level,
    questions: row.questions,
    mayBePublic: row.may_be_public,
    description: { zh: row.description_zh, en: row.description_en },
  })
  const groups = rows
    .filter((row) => row.group_key === null)
    .map((group) => ({
      ...named(group),
      isForOffices: group.is_for_offices,
      subjects: rows.filter((row) => row.group_key === group.key).map(shaped),
    }))
  const offices = new Set(groups.filter((group) => group.isForOffices).map(({ key }) => key))
  const subjects = new Map(
    rows.flatMap((row) => {
      if (!row.group_key) return []
      const more = { group: row.group_key, isForOffices: offices.has(row.group_key) }
      return [[row.key, { ...shaped(row), ...more }] as const]
    }),
  )
  return { groups, subjects }
}

/**
 * The State Council publishes a year's days in the autumn before. A report received earlier must still get a promise:
 * a year that is not in the table counts Monday to Friday, and the calendar version on the promise says so.
 */
function withPlainYears(stored: WorkCalendar): WorkCalendar {
  const weekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  return {
    version: stored.version,
    covers: stored.covers,
    isWorking: (day) => (stored.covers(Number(day.slice(0, 4))) ? stored.isWorking(day) : weekday(day)),
  }
}
