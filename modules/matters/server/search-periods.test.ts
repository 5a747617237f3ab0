import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idAt, momentOf, periodOf, stepsBefore } from './search-periods.ts'

const now = new Date('2026-12-01T10:00:00Z')
const since = new Date('2021-06-15T00:00:00Z')

it('begins with some days and widens by months, without a gap and without looking at anything twice', () => {
  const steps = [...stepsBefore(now, since)]
  expect(steps[0]?.parts).toEqual([
    { period: '8z', days: ['@d01'] },
    { period: '8y', days: ['@d30', '@d29'] },
  ])
  expect(steps[0]?.until).toEqual(now)
  for (const [index, step] of steps.slice(1).entries()) expect(step.until).toEqual(steps[index]?.from)
  expect(steps.at(-1)?.from).toEqual(since)
  const months = steps.slice(1).flatMap(({ parts }) => parts.map(({ period }) => period))
  expect(months).toEqual([...new Set(months)])
  expect(months).toHaveLength(66)
})

it('ends where the asked days end', () => {
  const from = new Date('2026-11-30T16:00:00Z')
  expect([...stepsBefore(now, from)]).toMatchObject([{ from, until: now }])
})

it('has nothing to look through where the days end before they begin', () => {
  expect([...stepsBefore(now, now)]).toEqual([])
  expect([...stepsBefore(now, new Date('2032-01-01T00:00:00Z'))]).toEqual([])
})

it('looks at the month and the day of every moment, whenever it is asked', () => {
  const moments = fc.date({ min: since, max: now, noInvalidDate: true })
  fc.assert(
    fc.property(moments, moments, moments, (one, other, moment) => {
      const [from, until] = one < other ? [one, other] : [other, one]
      const holding = [...stepsBefore(until, from)].filter(
        (step) => step.from <= moment && moment < step.until,
      )
      expect(holding).toHaveLength(from <= moment && moment < until ? 1 : 0)
      const day = `@d${moment.toISOString().slice(8, 10)}`
      for (const { parts } of holding) {
        const part = parts.find(({ period }) => period === periodOf(moment))
        expect(part?.days ?? [day]).toContain(day)
      }
    }),
  )
})

it('reads the moment from an id', () => {
  expect(momentOf(idAt(now))).toEqual(now)
})
