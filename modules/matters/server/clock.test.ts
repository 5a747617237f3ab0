import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterPause,
  type CalendarRow,
  CalendarYearMissing,
  calendarFromDays,
  dueAt,
  type LimitUnit,
  OFFICE_HOURS,
  partOf,
  standardCalendar,
  standardCalendarDays,
  workingTimeBetween,
} from './clock.ts'
import { instantAt, localTime } from './zone.ts'

const calendar = standardCalendar([2025, 2026])
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const due = (start: string, amount: number, unit: LimitUnit) => {
  const { day, minute } = localTime(dueAt(at(start), { amount, unit }, calendar), 'Asia/Shanghai')
  return `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

describe('the clock of a promise', () => {
  it('does not count the day of the start and ends at the close of work', () => {
    expect(due('2026-11-23 08:00', 3, 'working_days')).toBe('2026-11-26 18:00')
    expect(due('2026-11-23 23:59', 3, 'working_days')).toBe('2026-11-26 18:00')
    expect(due('2026-11-23 08:00', 2, 'natural_days')).toBe('2026-11-25 18:00')
  })

  it('skips the Spring Festival of 2026 and counts its make-up days', () => {
    // Rest 15 to 23 February; Saturdays 14 and 28 February are worked.
    expect(due('2026-02-13 10:00', 1, 'working_days')).toBe('2026-02-14 18:00')
    expect(due('2026-02-13 10:00', 2, 'working_days')).toBe('2026-02-24 18:00')
    expect(due('2026-02-27 10:00', 1, 'working_days')).toBe('2026-02-28 18:00')
    expect(due('2026-02-27 10:00', 2, 'working_days')).toBe('2026-03-02 18:00')
    expect(due('2026-02-12 10:00', 3, 'natural_days')).toBe('2026-02-24 18:00')
  })

  it('skips the National Day of 2026 and counts 20 September and 10 October', () => {
    expect(due('2026-09-30 16:00', 1, 'working_days')).toBe('2026-10-08 18:00')
    expect(due('2026-09-30 16:00', 3, 'working_days')).toBe('2026-10-10 18:00')
    expect(due('2026-09-18 16:00', 1, 'working_days')).toBe('2026-09-20 18:00')
    expect(due('2026-09-30 16:00', 7, 'natural_days')).toBe('2026-10-08 18:00')
  })

  it('crosses the year end and works on the make-up Sunday 4 January', () => {
    expect(due('2025-12-31 17:00', 1, 'working_days')).toBe('2026-01-04 18:00')
    expect(due('2025-12-30 17:00', 2, 'natural_days')).toBe('2026-01-04 18:00')
  })

  it('names a missing year instead of guessing', () => {
    expect(() => due('2026-12-31 10:00', 1, 'working_days')).toThrow(CalendarYearMissing)
    expect(() => due('2026-12-30 10:00', 3, 'natural_days')).toThrow(/2027/)
    expect(() => standardCalendar([2093])).toThrow(CalendarYearMissing)
    const halfYear = standardCalendarDays([2026]).slice(0, 180)
    expect(calendarFromDays('half', halfYear).covers(2026)).toBe(false)
    expect(due('2026-12-31 23:00', 30, 'hours')).toBe('2027-01-02 05:00')
  })

  it('counts working hours through noon, nights and rest days', () => {
    expect(due('2026-11-23 11:00', 2, 'working_hours')).toBe('2026-11-23 15:00')
    expect(due('2026-11-23 17:00', 2, 'working_hours')).toBe('2026-11-24 10:00')
    expect(due('2026-11-27 20:00', 8, 'working_hours')).toBe('2026-12-01 10:00')
    expect(due('2026-09-30 17:30', 1, 'working_hours')).toBe('2026-10-08 09:30')
  })

  it('refuses limits that mean nothing', () => {
    for (const amount of [0, -1, Number.NaN])
      expect(() => due('2026-11-23 11:00', amount, 'hours')).toThrow(RangeError)
    expect(() => due('2026-11-23 11:00', 1.5, 'working_days')).toThrow(RangeError)
  })
})

describe('for every start and amount', () => {
  const anyStart = fc
    .integer({ min: 0, max: 365 * 1440 })
    .map((minute) => new Date(at('2025-06-01 00:00').getTime() + minute * 60_000))
  const anyUnit = fc.constantFrom<LimitUnit>('working_days', 'natural_days', 'hours', 'working_hours')

  it('is later than the start and monotone in start and amount', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyStart,
        fc.integer({ min: 1, max: 40 }),
        anyUnit,
        (one, other, amount, unit) => {
          const [early, late] = one <= other ? [one, other] : [other, one]
          const first = dueAt(early, { amount, unit }, calendar)
          expect(first > early).toBe(true)
          expect(first <= dueAt(late, { amount, unit }, calendar)).toBe(true)
          expect(first <= dueAt(early, { amount: amount + 1, unit }, calendar)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('ends day limits at 18:00 of a working day, with exactly the promised working days in between', () => {
    const dayUnit = fc.constantFrom<LimitUnit>('working_days', 'natural_days')
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 40 }), dayUnit, (start, amount, unit) => {
        const end = localTime(dueAt(start, { amount, unit }, calendar), 'Asia/Shanghai')
        expect(end).toMatchObject({ minute: OFFICE_HOURS.close, second: 0 })
        expect(calendar.isWorking(end.day)).toBe(true)
        if (unit !== 'working_days') return
        const first = localTime(start, 'Asia/Shanghai').day
        const rows = standardCalendarDays([2025, 2026])
        const counted = rows.filter((row) => row.day > first && row.day <= end.day && row.kind === 'working')
        expect(counted).toHaveLength(amount)
      }),
      { numRuns: 100 },
    )
  })

  it('spends exactly the promised working hours', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const end = dueAt(start, { amount, unit: 'working_hours' }, calendar)
        expect(workingTimeBetween(start, end, calendar)).toBe(amount * 3_600_000)
      }),
      { numRuns: 200 },
    )
  })
})

/** A calendar nobody published: any day may be a working day, but never fourteen rest days on end. */
const anyCalendar = fc.array(fc.boolean(), { minLength: 730, maxLength: 730 }).map((days) => {
  const rows = standardCalendarDays([2025, 2026]).map((row, index): CalendarRow => ({
    ...row,
    kind: days[index] || index % 14 === 0 ? 'working' : 'rest',
  }))
  return calendarFromDays('any', rows)
})
const anyMinute = fc.integer({ min: 0, max: 300 * 1440 })
const atMinute = (minute: number) => new Date(at('2025-03-01 00:00').getTime() + minute * 60_000)

describe('a pause', () => {
  it('moves working limits by exactly the office hours that lay in it, on any calendar', () => {
    const unit = fc.constantFrom<LimitUnit>('working_days', 'working_hours')
    fc.assert(
      fc.property(
        fc.tuple(anyCalendar, unit),
        anyMinute,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 20_000 }),
        ([days, each], from, amount, length) => {
          const start = atMinute(from)
          const end = dueAt(start, { amount, unit: each }, days)
          const pause = { from: start, until: new Date(start.getTime() + length * 60_000) }
          const moved = afterPause(end, pause, each, { calendar: days })
          const lost = workingTimeBetween(pause.from, pause.until, days)
          expect(moved >= end).toBe(true)
          expect(workingTimeBetween(end, moved, days)).toBe(lost)
          expect(workingTimeBetween(start, moved, days) - lost).toBe(workingTimeBetween(start, end, days))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('moves hours by the time itself, and natural days at least by it, to a close of work', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMinute,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 20_000 }),
        (days, from, amount, length) => {
          const start = atMinute(from)
          const pause = { from: start, until: new Date(start.getTime() + length * 60_000) }
          const hours = dueAt(start, { amount, unit: 'hours' }, days)
          expect(afterPause(hours, pause, 'hours', { calendar: days }).getTime() - hours.getTime()).toBe(
            length * 60_000,
          )
          const natural = dueAt(start, { amount, unit: 'natural_days' }, days)
          const moved = afterPause(natural, pause, 'natural_days', { calendar: days })
          expect(moved.getTime() - natural.getTime()).toBeGreaterThanOrEqual(length * 60_000)
          const end = localTime(moved, 'Asia/Shanghai')
          expect(end.minute).toBe(OFFICE_HOURS.close)
          expect(days.isWorking(end.day)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of two pauses one after the other costs what one pause of both lengths costs', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMinute,
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        (days, from, one, other) => {
          const start = atMinute(from)
          const middle = new Date(start.getTime() + one * 60_000)
          const until = new Date(middle.getTime() + other * 60_000)
          const end = dueAt(start, { amount: 5, unit: 'working_days' }, days)
          const time = { calendar: days }
          const twice = afterPause(
            afterPause(end, { from: start, until: middle }, 'working_days', time),
            { from: middle, until },
            'working_days',
            time,
          )
          const once = afterPause(end, { from: start, until }, 'working_days', time)
          expect(workingTimeBetween(end, twice, days)).toBe(workingTimeBetween(end, once, days))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('turns yellow before the limit is over and not before it began, in every unit', () => {
    const unit = fc.constantFrom<LimitUnit>('working_days', 'natural_days', 'hours', 'working_hours')
    fc.assert(
      fc.property(
        fc.tuple(anyCalendar, unit),
        anyMinute,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 10, max: 99 }),
        ([days, each], from, amount, percent) => {
          const start = atMinute(from)
          const end = dueAt(start, { amount, unit: each }, days)
          const yellow = partOf({ start, due: end }, percent, each, { calendar: days })
          expect(yellow >= start && yellow <= end).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('zones', () => {
  it('reads back the wall clock it was given, also where clocks change', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'America/New_York')
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 730 }),
        fc.integer({ min: 4 * 60, max: 1439 }),
        (name, offset, minute) => {
          const day = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10)
          expect(localTime(instantAt(day, minute, name), name)).toEqual({ day, minute, second: 0 })
        },
      ),
      { numRuns: 300 },
    )
  })
})
