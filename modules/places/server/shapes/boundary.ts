import type { Boundary } from '../../contract.ts'
import { selfCrossing } from './crossings.ts'

type Ring = [number, number][]

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

function isRing(value: unknown): value is Ring {
  if (!Array.isArray(value) || value.length < 4 || value.length > 20_000 || !value.every(isPosition))
    return false
  const [first, last] = [value[0], value.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

const isPolygon = (value: unknown): value is Ring[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRing)

/** The polygons of a boundary, each a list of rings (outer first). Undefined when it is not sound GeoJSON (RFC 7946). */
export function polygonsOf(boundary: Boundary): Ring[][] | undefined {
  const { coordinates } = boundary
  if (boundary.type === 'Polygon') return isPolygon(coordinates) ? [coordinates] : undefined
  return coordinates.length > 0 && coordinates.every(isPolygon) ? coordinates : undefined
}

/** Sound GeoJSON whose outlines do not cross themselves. */
export const isSound = (boundary: Boundary): boolean =>
  polygonsOf(boundary)?.every((rings) => selfCrossing(rings) === undefined) ?? false
