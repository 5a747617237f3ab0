import { expect, it } from 'vitest'
import { fitted, toScreen } from './map-view.ts'
import { tilesOf } from './tiles.ts'

const map = { template: 'https://tiles.example/{z}/{x}/{y}.png', deepest: 18 }
const view = fitted({ west: 113.23, south: 35.23, east: 113.25, north: 35.25 }, 800, 500)

it('covers the view with tiles that meet', () => {
  const tiles = tilesOf(view, map, [0, 0])
  expect(tiles.length).toBeGreaterThan(4)
  expect(Math.min(...tiles.map(({ x }) => x))).toBeLessThanOrEqual(0)
  expect(Math.max(...tiles.map(({ x, width }) => x + width))).toBeGreaterThanOrEqual(800)
  expect(Math.min(...tiles.map(({ y }) => y))).toBeLessThanOrEqual(0)
  expect(Math.max(...tiles.map(({ y, height }) => y + height))).toBeGreaterThanOrEqual(500)
  const [first] = tiles
  expect(first?.href).toMatch(/^https:\/\/tiles\.example\/1\d\/\d+\/\d+\.png$/)
  const beside = tiles.find(({ x, y }) => first && y === first.y && x > first.x)
  expect(beside?.x).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0) - 0.5, 6)
})

it('moves a shifted map back under the places it shows', () => {
  const shift = [0.006, -0.0009] as const
  const plain = tilesOf(view, map, [0, 0])
  const moved = tilesOf(view, map, shift)
  const key = moved.find((tile) => plain.some((each) => each.key === tile.key))?.key
  const [a, b] = [plain.find((tile) => tile.key === key), moved.find((tile) => tile.key === key)]
  const [atX] = toScreen(view, [113.24, 35.24])
  const [shiftedX] = toScreen(view, [113.246, 35.24])
  expect((a?.x ?? 0) - (b?.x ?? 0)).toBeCloseTo(shiftedX - atX, 3)
})
