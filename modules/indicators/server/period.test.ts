import { describe, expect, it } from 'vitest'
import { monthsLater, periodOf, stepsOf } from './period.ts'

const today = '2026-11-25'

describe('a period', () => {
  it('that runs ends today and is compared with as many days before', () => {
    expect(periodOf({ period: 'month' }, today)).toEqual({
      kind: 'month',
      from: '2026-11-01',
      to: '2026-11-25',
      isRunning: true,
      previous: { from: '2026-10-01', to: '2026-10-25' },
      lastYear: { from: '2025-11-01', to: '2025-11-25' },
    })
    expect(periodOf({ period: 'quarter' }, today)).toMatchObject({
      from: '2026-10-01',
      to: '2026-11-25',
      previous: { from: '2026-07-01', to: '2026-08-25' },
      lastYear: { from: '2025-10-01', to: '2025-11-25' },
    })
    expect(periodOf({ period: 'year' }, '2026-03-01').previous).toEqual({
      from: '2025-01-01',
      to: '2025-03-01',
    })
  })

  it('that is over is whole, and so is the one before', () => {
    expect(periodOf({ period: 'month', on: '2026-03-31' }, today)).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-31',
      isRunning: false,
      previous: { from: '2026-02-01', to: '2026-02-28' },
      lastYear: { from: '2025-03-01', to: '2025-03-31' },
    })
  })

  it('never reaches over the end of a shorter month', () => {
    expect(periodOf({ period: 'month', on: '2026-03-30' }, '2026-03-30').previous).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
  })

  it('of a week begins on Monday, and a year ago on a Monday too', () => {
    const week = periodOf({ period: 'week' }, today)
    expect(week).toMatchObject({
      from: '2026-11-23',
      to: '2026-11-25',
      previous: { from: '2026-11-16', to: '2026-11-18' },
    })
    expect(new Date(week.lastYear.from).getUTCDay()).toBe(1)
  })

  it('of any two days is compared with as many days before', () => {
    expect(periodOf({ from: '2026-10-10', to: '2026-10-19' }, today)).toMatchObject({
      kind: 'days',
      previous: { from: '2026-09-30', to: '2026-10-09' },
      lastYear: { from: '2025-10-10', to: '2025-10-19' },
    })
    expect(() => periodOf({ from: '2026-10-10', to: '2026-10-09' }, today)).toThrow()
    expect(() => periodOf({ from: '2001-01-01', to: '2026-10-09' }, today)).toThrow()
  })
})

describe('a trend', () => {
  it('has the period and those before it', () => {
    const months = stepsOf(periodOf({ period: 'month' }, today))
    expect(months).toHaveLength(12)
    expect(months[0]).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(months.at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-25' })
    expect(stepsOf(periodOf({ period: 'week' }, today)).at(-2)).toEqual({
      from: '2026-11-16',
      to: '2026-11-22',
    })
  })

  it('of free days has their days, or their months', () => {
    expect(stepsOf(periodOf({ from: '2026-10-10', to: '2026-10-19' }, today))).toHaveLength(10)
    expect(
      stepsOf(periodOf({ from: '2026-01-15', to: '2026-04-03' }, today)).map((step) => step.from),
    ).toEqual(['2026-01-15', '2026-02-01', '2026-03-01', '2026-04-01'])
  })
})
