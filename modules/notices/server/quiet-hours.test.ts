import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterQuiet, nextAt } from './quiet-hours.ts'

const night = { from: '22:00', until: '08:00' }
const shanghai = (wall: string): Date => new Date(`${wall}+08:00`)

describe('quiet hours', () => {
  it.each([
    ['2026-11-25T21:59:59', '2026-11-25T21:59:59'],
    ['2026-11-25T22:00:00', '2026-11-26T08:00:00'],
    ['2026-11-25T23:30:12', '2026-11-26T08:00:00'],
    ['2026-11-26T00:00:00', '2026-11-26T08:00:00'],
    ['2026-11-26T07:59:59', '2026-11-26T08:00:00'],
    ['2026-11-26T08:00:00', '2026-11-26T08:00:00'],
    ['2026-12-31T22:30:00', '2027-01-01T08:00:00'],
  ])('told at %s it is sent at %s', (told, sent) => {
    expect(afterQuiet('Asia/Shanghai', shanghai(told), night)).toEqual(shanghai(sent))
  })

  it('may lie within one day, or nowhere', () => {
    const noon = { from: '12:00', until: '14:30' }
    expect(afterQuiet('Asia/Shanghai', shanghai('2026-11-25T13:00:00'), noon)).toEqual(
      shanghai('2026-11-25T14:30:00'),
    )
    const at = shanghai('2026-11-25T23:00:00')
    expect(afterQuiet('Asia/Shanghai', at, { from: '00:00', until: '00:00' })).toEqual(at)
  })

  it('are those of the clocks where the district lies', () => {
    // 22:30 in Urumqi's own time is 00:30 in Peking.
    const at = new Date('2026-11-25T16:30:00Z')
    expect(afterQuiet('Asia/Urumqi', at, night).toISOString()).toBe('2026-11-26T02:00:00.000Z')
    expect(afterQuiet('Asia/Shanghai', at, night).toISOString()).toBe('2026-11-26T00:00:00.000Z')
  })

  it('end at the hour on the wall also in the nights when clocks change', () => {
    const spring = new Date('2026-03-28T22:30:00Z')
    expect(afterQuiet('Europe/Berlin', spring, night).toISOString()).toBe('2026-03-29T06:00:00.000Z')
    const autumn = new Date('2026-10-24T21:30:00Z')
    expect(afterQuiet('Europe/Berlin', autumn, night).toISOString()).toBe('2026-10-25T07:00:00.000Z')
  })

  it('never send before it was told, nor within them', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (told) => {
        const sent = afterQuiet('Asia/Shanghai', told, night)
        expect(sent.getTime()).toBeGreaterThanOrEqual(told.getTime())
        expect(sent.getTime() - told.getTime()).toBeLessThanOrEqual(10 * 3600_000)
        expect(afterQuiet('Asia/Shanghai', sent, night)).toEqual(sent)
        expect(nextAt('Asia/Shanghai', told, '08:00').getUTCHours()).toBe(0)
      }),
    )
  })
})
