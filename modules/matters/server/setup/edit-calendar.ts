import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type * as contract from '../../contract.ts'
import { type CalendarYear, yearUnpublished } from '../../contract.ts'
import { addDays, CalendarYearMissing, standardCalendar, standardCalendarDays } from '../calendar.ts'
import { forgetRules } from './edit-subjects.ts'
import { type DayRow, knownYears, listDays, replaceDays } from './setup-queries.ts'

const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day)
  return days
}

export async function readCalendar(ctx: Context, year: number): Promise<CalendarYear> {
  const rows = await ctx.db.rows(listDays, [ctx.district.id, year])
  const days = daysOf(year)
  const isKnown = rows.length === days.length
  const differing = rows.filter((row) => row.working !== isWeekday(row.day))
  return {
    year,
    isKnown,
    source: isKnown ? (rows.at(-1)?.source ?? '') : '',
    exceptions: differing.map(({ day, working, name }) => ({ day, isWorking: working, name })),
    workingDays: isKnown ? rows.filter((row) => row.working).length : days.filter(isWeekday).length,
  }
}

/** Plain weeks with the days that differ. The source becomes the calendar's version on the promises made from now on. */
export async function setCalendar(
  ctx: Context,
  year: number,
  { source, exceptions }: BodyOf<typeof contract.setCalendar>,
): Promise<CalendarYear> {
  const given = new Map(exceptions.map((each) => [each.day, each]))
  const rows = daysOf(year).map((day) => {
    const exception = given.get(day)
    return { day, working: exception?.isWorking ?? isWeekday(day), name: exception?.name.trim() ?? '' }
  })
  return replace(ctx, year, rows, source.trim())
}

/** @throws yearUnpublished */
export async function takeStandardCalendar(ctx: Context, year: number): Promise<CalendarYear> {
  try {
    const rows = standardCalendarDays([year]).map(({ day, kind, name }) => ({
      day,
      working: kind === 'working',
      name: name ?? '',
    }))
    return await replace(ctx, year, rows, standardCalendar([year]).version)
  } catch (error) {
    if (error instanceof CalendarYearMissing) throw yearUnpublished({ year })
    throw error
  }
}

async function replace(
  ctx: Context,
  year: number,
  rows: readonly Omit<DayRow, 'source'>[],
  source: string,
): Promise<CalendarYear> {
  const before = await readCalendar(ctx, year)
  await ctx.db.rows(replaceDays, [ctx.district.id, source, JSON.stringify(rows)])
  const after = await readCalendar(ctx, year)
  ctx.audit('matters.calendar-set', String(year), { from: before, to: after })
  forgetRules(ctx)
  return after
}

/** Years that promises made now may reach into and that nobody has entered: this one, and from October on the next. */
export async function missingYears(ctx: Context): Promise<number[]> {
  const known = new Set((await ctx.db.rows(knownYears, [ctx.district.id])).map((row) => row.year))
  const [year = 0, month = 0] = dayIn(ctx.district.timeZone, ctx.now).split('-').map(Number)
  return [year, ...(month >= 10 ? [year + 1] : [])].filter((each) => !known.has(each))
}
