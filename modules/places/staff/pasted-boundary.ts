import type { Boundary } from '../contract.ts'
import { isRing, ringsOf } from '../web/map-shape.ts'

type Problem = 'not-json' | 'no-polygon' | 'two-areas' | 'ring-open' | 'not-degrees'
export type Pasted = { readonly boundary: Boundary } | { readonly problem: Problem }

function geometryOf(value: unknown): { type?: unknown; coordinates?: unknown } | Problem {
  if (typeof value !== 'object' || value === null) return 'no-polygon'
  if ('features' in value && Array.isArray(value.features)) {
    return value.features.length > 1 ? 'two-areas' : geometryOf(value.features[0])
  }
  return 'geometry' in value ? geometryOf(value.geometry) : value
}

const isClosed = (ring: unknown): boolean => {
  if (!isRing(ring)) return false
  const [first, last] = [ring[0], ring.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

/** Reads GeoJSON that a person pasted: a geometry, a feature, or a collection of one feature. */
export function readPasted(text: string): Pasted {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { problem: 'not-json' }
  }
  const geometry = geometryOf(parsed)
  if (typeof geometry === 'string') return { problem: geometry }
  const { type, coordinates } = geometry
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates)) {
    return { problem: 'no-polygon' }
  }
  const boundary: Boundary = { type, coordinates }
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  const sound = polygons.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(isClosed))
  if (!sound || polygons.length === 0) return { problem: 'ring-open' }
  const far = ringsOf(boundary)
    .flat()
    .some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)
  return far ? { problem: 'not-degrees' } : { boundary }
}
