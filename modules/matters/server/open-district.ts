import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { forgetKept } from '#kernel/server/kept.ts'
import { dayIn } from '#kernel/server/day.ts'
import { CalendarYearMissing, type CalendarRow, standardCalendar, standardCalendarDays } from './clock.ts'
import { markFigures } from './figures-version.ts'
import { residentRequest } from './house-rules.ts'
import { standardQuestions } from './standard-questions.ts'
import { OFFICE_GROUPS, type OfficeFlags } from './office-subjects.ts'
import { type StandardGroup, SUBJECT_GROUPS } from './standard-subjects.ts'

const hasSubjects = statement<{ key: string }>(
  'matters.has-subjects',
  'select key from subjects where district_id = $1 limit 1',
)
const insertSubjects = statement(
  'matters.insert-subjects',
  `insert into subjects (district_id, key, group_key, name_zh, name_en, icon, level, evidence, position, questions,
     may_be_public, is_for_offices)
   select $1, key, group_key, zh, en, icon, level, evidence, position, coalesce(questions, '[]'),
     coalesce(may_be_public, true), coalesce(is_for_offices, false)
   from jsonb_to_recordset($2::jsonb) as s
     (key text, group_key text, zh text, en text, icon text, level text, evidence text, position int, questions jsonb,
      may_be_public boolean, is_for_offices boolean)`,
)
const insertPolicies = statement(
  'matters.insert-policies',
  `insert into matter_policies (district_id, id, matter_type, level, amount, unit, source, version, valid_from)
   select $1, id, $2, level, amount, unit, source, 1, $3::date
   from jsonb_to_recordset($4::jsonb) as p (id int, level text, amount int, unit text, source text)`,
)
const insertDays = statement(
  'matters.insert-days',
  `insert into work_calendar (district_id, day, working, name, source)
   select $1, day, kind = 'working', coalesce(name, ''), $2
   from jsonb_to_recordset($3::jsonb) as d (day date, kind text, name text)
   on conflict (district_id, day) do nothing`,
)

/**
 * Small things within the grid in three days, ordinary ones in the community in seven: printed by the communities whose
 * practice this follows, which do not say which days. Nothing is printed for the levels above; these are ours to start
 * with. Every line is a row an office may change.
 */
const standardPolicies = [
  { id: 1, level: 'grid', amount: 3, unit: 'natural_days', source: '小事网格内3天办结' },
  { id: 2, level: 'community', amount: 7, unit: 'natural_days', source: '一般问题社区7天办结' },
  { id: 3, level: 'street', amount: 10, unit: 'working_days', source: '街道10个工作日' },
  { id: 4, level: 'district', amount: 15, unit: 'working_days', source: '区级15个工作日' },
]

/** Gives a new district the subjects, limits and calendar to begin with; one that has them is left alone. */
export async function openDistrict(ctx: Context): Promise<boolean> {
  const { district } = ctx
  if (await ctx.db.row(hasSubjects, [district.id])) return false
  const all: readonly (StandardGroup & Partial<OfficeFlags>)[] = [...SUBJECT_GROUPS, ...OFFICE_GROUPS]
  const groups = all.map((group, index) => {
    const flags = { may_be_public: group.mayBePublic, is_for_offices: group.isForOffices }
    const own = { key: group.key, group_key: null, zh: group.zh, en: group.en, icon: group.icon, ...flags }
    return { ...own, level: 'grid', evidence: 'none', position: index * 100 }
  })
  const subjects = all.flatMap((group, index) =>
    group.subjects.map((subject, place) => ({
      ...subject,
      questions: standardQuestions[subject.key] ?? [],
      group_key: group.key,
      may_be_public: group.mayBePublic,
      position: index * 100 + place + 1,
    })),
  )
  await ctx.db.rows(insertSubjects, [district.id, JSON.stringify(groups)])
  await ctx.db.rows(insertSubjects, [district.id, JSON.stringify(subjects)])
  await ctx.db.rows(insertPolicies, [
    district.id,
    residentRequest,
    '2000-01-01',
    JSON.stringify(standardPolicies),
  ])
  const { version, days } = knownDays(Number(dayIn(district.timeZone, ctx.now).slice(0, 4)))
  await ctx.db.rows(insertDays, [district.id, version, JSON.stringify(days)])
  await markFigures(ctx)
  forgetKept(ctx, `matters.house-rules ${dayIn(district.timeZone, ctx.now)}`)
  ctx.audit('matters.district-opened', String(district.id), { calendar: version })
  return true
}

/** The years around now that are published. */
function knownDays(year: number): { version: string; days: CalendarRow[] } {
  const years = [year - 1, year, year + 1].filter(isPublished)
  return { version: standardCalendar(years).version, days: standardCalendarDays(years) }
}

function isPublished(year: number): boolean {
  try {
    return standardCalendarDays([year]).length > 0
  } catch (error) {
    if (error instanceof CalendarYearMissing) return false
    throw error
  }
}
