import type { Boundary } from '../contract.ts'

export type Position = readonly [lon: number, lat: number]
export type Ring = readonly Position[]
export type Box = { west: number; south: number; east: number; north: number }

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'

export const isRing = (value: unknown): value is Ring =>
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

/** The outlines of a boundary by polygon, without the closing point that repeats the first. */
export function openRingsOf(boundary: Boundary): Position[][][] {
  const parts: unknown[] = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates
  return parts.flatMap((part) =>
    Array.isArray(part) ? [part.filter(isRing).map((ring) => ring.slice(0, -1))] : [],
  )
}

/** The boundary around open outlines; undefined when there is none with three points. */
export function boundaryOf(polygons: readonly (readonly Ring[])[]): Boundary | undefined {
  const closed = polygons
    .map((rings) => rings.filter((ring) => ring.length >= 3).map((ring) => [...ring, ring[0]]))
    .filter((rings) => rings.length > 0)
  const [only, other] = closed
  if (!only) return undefined
  return other ? { type: 'MultiPolygon', coordinates: closed } : { type: 'Polygon', coordinates: only }
}
