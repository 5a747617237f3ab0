import type { Boundary } from '../contract.ts'

type Position = readonly [lon: number, lat: number]
export type Ring = readonly Position[]
export type Box = { west: number; south: number; east: number; north: number }

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'

const isRing = (value: unknown): value is Ring =>
  Array.isArray(value) && value.length >= 4 && value.every(isPosition)

/** Every ring of a boundary, holes included; what is not a ring is left out. */
export function ringsOf(boundary: Boundary): Ring[] {
  const parts: unknown[] = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates
  return parts.flatMap((part) => (Array.isArray(part) ? part.filter(isRing) : []))
}

/** The smallest box in degrees around all rings; undefined when there is none. */
export function boxOf(rings: readonly Ring[]): Box | undefined {
  const all = rings.flat()
  if (all.length === 0) return undefined
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [lon, lat] of all) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

/** Fits a box in degrees into `width` x `height` pixels with a margin; north is up and a metre is as long both ways. */
export function projectionOf(box: Box, width: number, height: number) {
  const margin = 14
  const squeeze = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180)
  const spanX = Math.max((box.east - box.west) * squeeze, 1e-9)
  const spanY = Math.max(box.north - box.south, 1e-9)
  const scale = Math.min((width - 2 * margin) / spanX, (height - 2 * margin) / spanY)
  const left = (width - spanX * scale) / 2
  const top = (height - spanY * scale) / 2
  return ([lon, lat]: Position): readonly [x: number, y: number] => [
    left + (lon - box.west) * squeeze * scale,
    top + (box.north - lat) * scale,
  ]
}

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
