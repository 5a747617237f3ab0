import chineseDays from 'chinese-days'
import libraryPackage from 'chinese-days/package.json' with { type: 'json' }

export type CalendarDay = 'working' | 'rest'

/** One day of a calendar as it is kept in a table: `day` is YYYY-MM-DD local, `name` the holiday or make-up day it belongs to. */
export type CalendarRow = { day: string; kind: CalendarDay; name: string | null }

export type WorkCalendar = {
  version: string
  /** Throws CalendarYearMissing for a day of a year the calendar does not cover. */
  isWorking(day: string): boolean
  covers(year: number): boolean
}

/** The State Council has not (or not yet here) published the days of this year; nobody may guess a promise from it. */
export class CalendarYearMissing extends Error {
  readonly code = 'matters.calendar-year-missing'
  readonly year: number
  readonly version: string

  constructor(year: number, version: string) {
    super(`The work calendar ${version} has no days for ${year}. Import the ${year} calendar first.`)
    this.name = 'CalendarYearMissing'
    this.year = year
    this.version = version
  }
}

const DAY_IN_MS = 86_400_000

/** `addDays('2026-02-28', 1)` is `'2026-03-01'`; days are calendar days, so no zone is involved. */
export function addDays(day: string, amount: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + amount * DAY_IN_MS).toISOString().slice(0, 10)
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** All days of the years in order; throws CalendarYearMissing for a year the library does not know. */
export function standardCalendarDays(years: readonly number[]): CalendarRow[] {
  return [...new Set(years)].sort((one, other) => one - other).flatMap(daysOfYear)
}

function daysOfYear(year: number): CalendarRow[] {
  // A year the library does not know looks like a year of plain weekends, so the National Day must carry its name.
  const known = chineseDays.getDayDetail(`${year}-10-01`).name.includes('国庆')
  if (!known) throw new CalendarYearMissing(year, libraryVersion)
  const rows: CalendarRow[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day)
    rows.push({ day, kind: work ? 'working' : 'rest', name: name.split(',')[1] ?? null })
  }
  return rows
}

const libraryVersion = `chinese-days@${libraryPackage.version}`

/** A calendar from stored rows; a year is covered only when every day of it is there. */
export function calendarFromDays(version: string, rows: Iterable<CalendarRow>): WorkCalendar {
  const kinds = new Map<string, CalendarDay>()
  const counts = new Map<number, number>()
  for (const row of rows) {
    if (!kinds.has(row.day)) counts.set(yearOf(row.day), (counts.get(yearOf(row.day)) ?? 0) + 1)
    kinds.set(row.day, row.kind)
  }
  const covers = (year: number) => counts.get(year) === daysIn(year)
  return {
    version,
    covers,
    isWorking(day) {
      if (!covers(yearOf(day))) throw new CalendarYearMissing(yearOf(day), version)
      return kinds.get(day) === 'working'
    },
  }
}

const daysIn = (year: number) => (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY_IN_MS

/** The statutory calendar of China for the years; its version names the library, its version and the years. */
export function standardCalendar(years: readonly number[]): WorkCalendar {
  const sorted = [...new Set(years)].sort((one, other) => one - other)
  return calendarFromDays(`${libraryVersion}/${sorted.join('+')}`, standardCalendarDays(sorted))
}
