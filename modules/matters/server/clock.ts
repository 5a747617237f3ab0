import { addDays, type WorkCalendar } from './calendar.ts'
import { instantAt, localTime } from './zone.ts'

export {
  CalendarYearMissing,
  calendarFromDays,
  standardCalendar,
  standardCalendarDays,
  type CalendarDay,
  type CalendarRow,
  type WorkCalendar,
} from './calendar.ts'

export type LimitUnit = 'working_days' | 'natural_days' | 'hours' | 'working_hours'
export type Limit = { amount: number; unit: LimitUnit }

/** `until` is null while the pause still lasts. Half-open: `from` belongs to the pause, `until` does not. */
export type Pause = { from: Date; until: Date | null }

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

/** Time left in whole minutes split for speaking ("还剩 2 天 5 小时"); when late, the parts say how late. */
export function remaining(due: Date, now: Date) {
  const milliseconds = due.getTime() - now.getTime()
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE)
  return {
    late: milliseconds < 0,
    milliseconds,
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  }
}

type ClosedPause = { from: Date; until: Date }

/** Milliseconds covered by at least one pause; a pause still open lasts until `now`. */
export function pauseTotal(pauses: readonly Pause[], now: Date): number {
  return mergePauses(pauses, now).reduce(
    (total, pause) => total + pause.until.getTime() - pause.from.getTime(),
    0,
  )
}

function mergePauses(pauses: readonly Pause[], now: Date): ClosedPause[] {
  const closed = pauses
    .map(({ from, until }) => ({ from, until: until ?? now }))
    .filter((pause) => pause.until > pause.from)
    .sort((one, other) => one.from.getTime() - other.from.getTime())
  const merged: ClosedPause[] = []
  for (const pause of closed) {
    const last = merged.at(-1)
    if (!last || pause.from > last.until) merged.push({ ...pause })
    else if (pause.until > last.until) last.until = pause.until
  }
  return merged
}

export type PausedClock = { start: Date; limit: Limit; pauses: readonly Pause[]; now: Date }

/**
 * The due time put off by the pauses, counted in the limit's own unit. A pause counts its days as the limit does:
 * the day it begins is not counted, the day it ends is, so that a pause within one day moves no day limit.
 * A pause that begins after the limit has already run out changes nothing: late stays late.
 */
export function dueWithPauses(clock: PausedClock, calendar: WorkCalendar, office = OFFICE_HOURS): Date {
  let { amount } = clock.limit
  let due = dueAt(clock.start, clock.limit, calendar, office)
  for (const pause of mergePauses(clock.pauses, clock.now)) {
    const from = pause.from < clock.start ? clock.start : pause.from
    if (from > due || pause.until <= from) continue
    amount += pausedAmount({ from, until: pause.until }, clock.limit.unit, calendar, office)
    due = dueAt(clock.start, { amount, unit: clock.limit.unit }, calendar, office)
  }
  return due
}

function pausedAmount(
  pause: ClosedPause,
  unit: LimitUnit,
  calendar: WorkCalendar,
  office: OfficeHours,
): number {
  if (unit === 'hours') return (pause.until.getTime() - pause.from.getTime()) / HOUR
  if (unit === 'working_hours') return workingTimeBetween(pause.from, pause.until, calendar, office) / HOUR
  const last = localTime(pause.until, office.zone).day
  let days = 0
  for (let day = addDays(localTime(pause.from, office.zone).day, 1); day <= last; day = addDays(day, 1)) {
    if (unit === 'natural_days' || calendar.isWorking(day)) days += 1
  }
  return days
}
