import { expect, it } from 'vitest'
import { boxOf, projectionOf, readPasted, ringsOf } from './map-shape.ts'

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

it('draws north up and keeps everything inside the frame', () => {
  const pasted = readPasted(JSON.stringify(polygon))
  const box = 'boundary' in pasted ? boxOf(ringsOf(pasted.boundary)) : undefined
  if (!box) throw new Error('no box')
  const project = projectionOf(box, 400, 300)
  const [south, north] = [project([113, 35]), project([113, 35.1])]
  expect(north[1]).toBeLessThan(south[1])
  for (const [x, y] of [south, north, project([113.1, 35.05])]) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(400)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(300)
  }
})
