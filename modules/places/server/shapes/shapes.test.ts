import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selfCrossing, type Position } from './crossings.ts'
import { areaOf, outsideOf, overlapOf, uncoveredOf } from './measure.ts'
import { unionOf } from './union.ts'

/** A rectangle of metres east and north of a place at 35° north. */
const metre = 180 / Math.PI / 6_371_008.8
const at = (east: number, north: number): Position => [
  113 + (east * metre) / Math.cos((35 * Math.PI) / 180),
  35 + north * metre,
]
const box = (west: number, south: number, east: number, north: number): Position[] => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
  at(west, south),
]
const polygon = (...rings: Position[][]) => [rings]

describe('areas in square metres', () => {
  it('are those of the plan, holes left out', () => {
    expect(areaOf(polygon(box(0, 0, 100, 200)))).toBeCloseTo(20_000, 0)
    expect(areaOf(polygon(box(0, 0, 100, 200), box(10, 10, 20, 20)))).toBeCloseTo(19_900, 0)
    expect(areaOf([[box(0, 0, 10, 10)], [box(50, 0, 60, 10)]])).toBeCloseTo(200, 1)
  })

  it('tell overlap, what sticks out, and gaps', () => {
    const left = polygon(box(0, 0, 100, 100))
    const right = polygon(box(90, 0, 200, 100))
    expect(overlapOf(left, right)).toBeCloseTo(1_000, 0)
    expect(outsideOf(right, left)).toBeCloseTo(10_000, 0)
    expect(uncoveredOf(polygon(box(0, 0, 300, 100)), [left, right])).toBeCloseTo(10_000, 0)
    expect(uncoveredOf(polygon(box(0, 0, 200, 100)), [left, right])).toBeCloseTo(0, 3)
    const slanted = polygon([at(0, 0), at(100, 0), at(0, 100), at(0, 0)])
    expect(overlapOf(left, slanted)).toBeCloseTo(5_000, 0)
  })

  it('of a part and the rest make the whole', () => {
    const side = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(side, side, side, side, (x, y, width, height) => {
        const whole = polygon(box(0, 0, 500, 500))
        const part = polygon([at(x, y), at(x + width, y), at(x + width / 2, y + height), at(x, y)])
        expect((overlapOf(whole, part) + uncoveredOf(whole, [part])) / areaOf(whole)).toBeCloseTo(1, 3)
        expect((overlapOf(whole, part) + outsideOf(part, whole)) / areaOf(part)).toBeCloseTo(1, 3)
      }),
      { numRuns: 100 },
    )
  })
})

describe('an outline', () => {
  it('that crosses or touches itself is found, a plain one is not', () => {
    const bowTie = [at(0, 0), at(100, 100), at(100, 0), at(0, 100), at(0, 0)]
    const [lon, lat] = selfCrossing([bowTie]) ?? []
    expect(lon).toBeCloseTo(at(50, 50)[0], 6)
    expect(lat).toBeCloseTo(at(50, 50)[1], 6)
    expect(selfCrossing([box(0, 0, 10, 10)])).toBeUndefined()
    expect(selfCrossing([box(0, 0, 10, 10), box(5, 5, 15, 15)])).toBeDefined()
    expect(selfCrossing([box(0, 0, 100, 100), box(5, 5, 15, 15)])).toBeUndefined()
    const spike = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 0],
      [0, 10],
      [0, 0],
    ] as Position[]
    expect(selfCrossing([spike])).toEqual([5, 0])
  })

  it('goes around neighbours that share their points, and keeps side by side those that do not', () => {
    const ring = (points: Position[]) => ({ type: 'Polygon' as const, coordinates: [points] })
    const middle = [at(100, 0), at(100, 50), at(100, 100)]
    const left = ring([at(0, 0), ...middle, at(0, 100), at(0, 0)])
    const right = ring([at(200, 0), at(200, 100), ...middle.toReversed(), at(200, 0)])
    const union = unionOf([left, right])
    expect(union?.type).toBe('Polygon')
    expect(union?.coordinates).toHaveLength(1)
    expect(areaOf([union?.coordinates as Position[][]])).toBeCloseTo(20_000, 0)
    expect(unionOf([left, ring(box(300, 0, 400, 100))])?.type).toBe('MultiPolygon')
    expect(unionOf([left, ring(box(100, 10, 200, 90))])?.type).toBe('MultiPolygon')
    expect(unionOf([])).toBeUndefined()
  })
})
