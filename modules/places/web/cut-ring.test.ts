import { expect, it } from 'vitest'
import { cutRing, isInside } from './cut-ring.ts'
import type { Position } from './map-shape.ts'

const square: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
]
const area = (ring: readonly Position[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
      return sum + x * nextY - nextX * y
    }, 0),
  ) / 2

it('cuts an outline in two that share the line', () => {
  const line: Position[] = [
    [1, -1],
    [2, 2],
    [1, 5],
  ]
  const [a = [], b = []] = cutRing(square, line) ?? []
  expect(area(a) + area(b)).toBeCloseTo(16, 9)
  expect(a).toContainEqual([2, 2])
  expect(b).toContainEqual([2, 2])
  const [west, east] = area(a) < area(b) ? [a, b] : [b, a]
  expect(isInside([0.5, 2], west)).toBe(true)
  expect(isInside([3.5, 2], east)).toBe(true)
  expect(isInside([3.5, 2], west)).toBe(false)
})

it('cuts off a corner that lies on one edge', () => {
  const line: Position[] = [
    [1, -1],
    [1, 1],
    [3, 1],
    [3, -1],
  ]
  for (const way of [line, line.toReversed()]) {
    const [a = [], b = []] = cutRing(square, way) ?? []
    expect([area(a), area(b)].toSorted((x, y) => x - y)).toEqual([2, 14])
  }
})

it('cuts nothing with a line that only enters, or weaves', () => {
  expect(
    cutRing(square, [
      [-1, 1],
      [2, 2],
    ]),
  ).toBeUndefined()
  expect(
    cutRing(square, [
      [-1, 1],
      [5, 1],
      [5, 2],
      [-1, 2],
    ]),
  ).toBeUndefined()
  expect(
    cutRing(square, [
      [-1, -1],
      [-1, 5],
    ]),
  ).toBeUndefined()
})
