import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Found, idAt, momentOf, periodOf, type Step, stepsBefore } from './search-periods.ts'

const now = new Date('2026-12-01T10:00:00Z')
const since = new Date('2021-06-15T00:00:00Z')

/** All the steps of a search that finds `each` in every one of them. */
function stepsOf(until: Date, from: Date, each: number): Step[] {
  const walk = stepsBefore(until, from)
  const steps: Step[] = []
  const told: Found = { found: 0, wanted: 21 }
  for (let next = walk.next(told); next.value; next = walk.next({ ...told })) {
    steps.push(next.value)
    told.found += each
  }
  return steps
}

it('begins with some days and widens by months, without a gap and without looking at anything twice', () => {
  const steps = stepsOf(now, since, 1)
  expect(steps[0]?.parts).toEqual([
    { period: '8z', days: ['@d01'] },
    { period: '8y', days: ['@d30'] },
  ])
  expect(steps[1]?.parts.flatMap(({ days }) => days)).toEqual([
    '@d29',
    '@d28',
    '@d27',
    '@d26',
    '@d25',
    '@d24',
  ])
  expect(steps[0]?.until).toEqual(now)
  for (const [index, step] of steps.slice(1).entries()) expect(step.until).toEqual(steps[index]?.from)
  expect(steps.at(-1)?.from).toEqual(since)
  const months = steps.slice(2).flatMap(({ parts }) => parts.map(({ period }) => period))
  expect(months).toEqual([...new Set(months)])
  expect(months).toHaveLength(66)
})

it('asks for as many months as should fill the page, and for ever more where nothing is found', () => {
  const lengths = (each: number): number[] => stepsOf(now, since, each).map(({ parts }) => parts.length)
  expect(lengths(0)).toEqual([2, 1, 2, 16, 48])
  expect(lengths(20).slice(0, 5)).toEqual([2, 1, 2, 2, 2])
})

it('ends where the asked days end', () => {
  const from = new Date('2026-11-30T16:00:00Z')
  expect(stepsOf(now, from, 1)).toMatchObject([{ from, until: now }])
})

it('has nothing to look through where the days end before they begin', () => {
  expect(stepsOf(now, now, 0)).toEqual([])
  expect(stepsOf(now, new Date('2032-01-01T00:00:00Z'), 0)).toEqual([])
})

it('looks at the month and the day of every moment, whenever it is asked', () => {
  const moments = fc.date({ min: since, max: now, noInvalidDate: true })
  fc.assert(
    fc.property(moments, moments, moments, fc.nat(30), (one, other, moment, each) => {
      const [from, until] = one < other ? [one, other] : [other, one]
      const holding = stepsOf(until, from, each).filter((step) => step.from <= moment && moment < step.until)
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
