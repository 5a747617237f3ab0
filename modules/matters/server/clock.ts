import { addDays, type WorkCalendar } from './calendar.ts'
import { instantAt, localTime } from './zone.ts'

export {
  CalendarYearMissing,
  calendarFromDays,
  standardCalendar,
  standardCalendarDays,
  type CalendarRow,
  type WorkCalendar,
} from './calendar.ts'

export type LimitUnit = 'working_days' | 'natural_days' | 'hours' | 'working_hours'
export type Limit = { amount: number; unit: LimitUnit }

/** Minutes since local midnight. `sessions` are in order and do not overlap; the last one ends at `close`. */
export type OfficeHours = {
  sessions: readonly { from: number; until: number }[]
  close: number
  zone: string
}

export const OFFICE_HOURS: OfficeHours = {
  sessions: [
    { from: 9 * 60, until: 12 * 60 },
    { from: 14 * 60, until: 18 * 60 },
  ],
  close: 18 * 60,
  zone: 'Asia/Shanghai',
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * When a limit that starts at `start` ends.
 * Days: the day of the start is not counted and the limit ends at the close of work of the last day (Civil Code of
 * the PRC, art. 201 and 203); a natural-days limit whose last day is a rest day ends on the next working day (art. 203).
 * Hours run from the start as they are; working hours run only within the office hours of working days.
 * Throws RangeError for an amount that is not positive (days must be whole), CalendarYearMissing for an unknown year.
 */
export function dueAt(start: Date, limit: Limit, calendar: WorkCalendar, office = OFFICE_HOURS): Date {
  refuseBadAmount(limit)
  const { amount, unit } = limit
  if (unit === 'hours') return new Date(start.getTime() + amount * HOUR)
  if (unit === 'working_hours') return addWorkingTime(start, amount * HOUR, calendar, office)
  const first = localTime(start, office.zone).day
  const last =
    unit === 'working_days'
      ? addWorkingDays(first, amount, calendar)
      : nextWorkingDay(addDays(first, amount), calendar)
  return instantAt(last, office.close, office.zone)
}

function refuseBadAmount({ amount, unit }: Limit): void {
  const whole = unit === 'working_days' || unit === 'natural_days'
  if (!Number.isFinite(amount) || amount <= 0 || (whole && !Number.isInteger(amount))) {
    throw new RangeError(
      `A limit must be a positive ${whole ? 'whole ' : ''}number of ${unit}, not ${amount}.`,
    )
  }
}

function addWorkingDays(from: string, amount: number, calendar: WorkCalendar): string {
  let day = from
  for (let counted = 0; counted < amount;) {
    day = addDays(day, 1)
    if (calendar.isWorking(day)) counted += 1
  }
  return day
}

function nextWorkingDay(from: string, calendar: WorkCalendar): string {
  let day = from
  while (!calendar.isWorking(day)) day = addDays(day, 1)
  return day
}

function addWorkingTime(start: Date, duration: number, calendar: WorkCalendar, office: OfficeHours): Date {
  let left = duration
  for (let day = localTime(start, office.zone).day; ; day = addDays(day, 1)) {
    for (const session of sessionsOf(day, calendar, office)) {
      const from = Math.max(session.from, start.getTime())
      const length = session.until - from
      if (length <= 0) continue
      if (left <= length) return new Date(from + left)
      left -= length
    }
  }
}

function sessionsOf(
  day: string,
  calendar: WorkCalendar,
  office: OfficeHours,
): { from: number; until: number }[] {
  if (!calendar.isWorking(day)) return []
  return office.sessions.map(({ from, until }) => ({
    from: instantAt(day, from, office.zone).getTime(),
    until: instantAt(day, until, office.zone).getTime(),
  }))
}

/** Milliseconds of office hours in [from, until). */
export function workingTimeBetween(
  from: Date,
  until: Date,
  calendar: WorkCalendar,
  office = OFFICE_HOURS,
): number {
  if (until <= from) return 0
  let total = 0
  const last = localTime(until, office.zone).day
  for (let day = localTime(from, office.zone).day; day <= last; day = addDays(day, 1)) {
    for (const session of sessionsOf(day, calendar, office)) {
      const begin = Math.max(session.from, from.getTime())
      const end = Math.min(session.until, until.getTime())
      total += Math.max(0, end - begin)
    }
  }
  return total
}

/**
 * The moment when `percent` of the limit is gone, for the warning before it is over. Working limits count office hours,
 * the others time as it passes.
 */
export function partOf(
  span: { start: Date; due: Date },
  percent: number,
  unit: LimitUnit,
  { calendar, office = OFFICE_HOURS }: { calendar: WorkCalendar; office?: OfficeHours },
): Date {
  const { start, due } = span
  if (unit === 'hours' || unit === 'natural_days')
    return new Date(start.getTime() + ((due.getTime() - start.getTime()) * percent) / 100)
  const whole = workingTimeBetween(start, due, calendar, office)
  const part = Math.floor((whole * percent) / 100)
  return part === 0 ? start : addWorkingTime(start, part, calendar, office)
}

/**
 * A moment of a promise moved on by a pause: nobody loses or wins time by it. Working limits are moved by the office hours
 * that lay in the pause, so that the working time left is the same as when it began; hours by the time itself; natural days
 * by the time itself and on to the close of that day's, or the next working day's, work.
 */
export function afterPause(
  moment: Date,
  pause: { from: Date; until: Date },
  unit: LimitUnit,
  { calendar, office = OFFICE_HOURS }: { calendar: WorkCalendar; office?: OfficeHours },
): Date {
  const passed = pause.until.getTime() - pause.from.getTime()
  if (passed <= 0) return moment
  if (unit === 'hours') return new Date(moment.getTime() + passed)
  if (unit === 'natural_days') {
    const day = localTime(new Date(moment.getTime() + passed), office.zone).day
    const close = instantAt(nextWorkingDay(day, calendar), office.close, office.zone)
    return close.getTime() >= moment.getTime() + passed
      ? close
      : instantAt(nextWorkingDay(addDays(day, 1), calendar), office.close, office.zone)
  }
  const lost = workingTimeBetween(pause.from, pause.until, calendar, office)
  return lost === 0 ? moment : addWorkingTime(moment, lost, calendar, office)
}
