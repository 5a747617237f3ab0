import { expect, it } from 'vitest'
import { marksBetween, windowsBefore } from './search-windows.ts'

const zone = 'Asia/Shanghai'
const now = new Date('2026-11-25T10:00:00Z')

it('widens newest first, without a gap and without looking at anything twice', () => {
  const windows = [...windowsBefore(now, undefined, zone)]
  expect(windows[0]?.until).toEqual(now)
  for (const [index, window] of windows.slice(1).entries()) expect(window.until).toEqual(windows[index]?.from)
  expect(windows.at(-1)).toMatchObject({ from: undefined, marks: undefined })
  expect(windows[0]?.marks).toHaveLength(9)
})

it('ends where the asked days end', () => {
  const from = new Date('2026-11-01T00:00:00+08:00')
  const windows = [...windowsBefore(now, from, zone)]
  expect(windows).toHaveLength(2)
  expect(windows.at(-1)?.from).toEqual(from)
})

it('has nothing to look through where the days end before they begin', () => {
  expect([...windowsBefore(now, new Date('2026-11-25T10:00:00Z'), zone)]).toEqual([])
  expect([...windowsBefore(now, new Date('2032-01-01T00:00:00Z'), zone)]).toEqual([])
})

it('names local days for a short stretch and months for a long one', () => {
  const late = new Date('2026-11-24T20:00:00Z')
  expect(marksBetween(late, now, zone)).toEqual(['@d2026-11-25'])
  expect(marksBetween(new Date('2026-08-31T20:00:00Z'), now, zone)).toEqual([
    '@m2026-09',
    '@m2026-10',
    '@m2026-11',
  ])
})
