import { expect, it } from 'vitest'
import { boundaryOf, openRingsOf } from '../web/map-shape.ts'
import { readPasted } from './pasted-boundary.ts'

const ring = [
  [113, 35],
  [113.1, 35],
  [113.1, 35.1],
  [113, 35],
]
const polygon = { type: 'Polygon', coordinates: [ring] }

it('reads a geometry, a feature and a collection of one', () => {
  const feature = { type: 'Feature', geometry: polygon }
  const collection = { type: 'FeatureCollection', features: [feature] }
  for (const given of [polygon, feature, collection]) {
    expect(readPasted(JSON.stringify(given))).toEqual({ boundary: polygon })
  }
})

it.each([
  ['not-json', '{"type":'],
  ['no-polygon', '{"type":"Point","coordinates":[113,35]}'],
  ['two-areas', JSON.stringify({ type: 'FeatureCollection', features: [polygon, polygon] })],
  ['ring-open', JSON.stringify({ type: 'Polygon', coordinates: [ring.slice(0, 3)] })],
  ['ring-open', JSON.stringify({ type: 'MultiPolygon', coordinates: [] })],
  [
    'not-degrees',
    JSON.stringify({ type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [x * 1e4, y])] }),
  ],
])('says %s of what cannot be a boundary', (problem, text) => {
  expect(readPasted(text)).toEqual({ problem })
})

it('is edited without its closing points and closed again', () => {
  const boundary = { type: 'Polygon' as const, coordinates: [ring] }
  const open = openRingsOf(boundary)
  expect(open).toEqual([[ring.slice(0, 3)]])
  expect(boundaryOf(open)).toEqual(boundary)
  expect(boundaryOf([...open, ...open])?.type).toBe('MultiPolygon')
  expect(boundaryOf([[ring.slice(0, 2) as [number, number][]]])).toBeUndefined()
})
