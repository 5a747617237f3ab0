import type { Upload } from '#kernel/server/endpoint.ts'
import { type Boundary, type CoordinateSystem, geoJsonUnreadable } from '../contract.ts'
import { toWgs84 } from './coordinates.ts'

export type Feature = { id: string; properties: Record<string, unknown>; geometry: unknown }

const featuresAtMost = 1_000

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** The features of an uploaded GeoJSON file (RFC 7946): a collection, or one feature. @throws geoJsonUnreadable */
export function readFeatures(upload: Upload | undefined): Feature[] {
  if (!upload) throw geoJsonUnreadable()
  let parsed: unknown
  try {
    // Files of some map programs begin with a byte order mark.
    parsed = JSON.parse(upload.bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw geoJsonUnreadable()
  }
  const { features, type } = membersOf(parsed)
  const found: unknown[] = Array.isArray(features) ? features : type === 'Feature' ? [parsed] : []
  if (found.length === 0 || found.length > featuresAtMost) throw geoJsonUnreadable()
  return found.map((each) => {
    const { id, properties, geometry } = membersOf(each)
    return {
      id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
      properties: membersOf(properties),
      geometry,
    }
  })
}

/** What a feature says in a property, as text; its own id when none is named. */
export function saidBy(feature: Feature, property: string | undefined): string {
  const value = property === undefined ? feature.id : feature.properties[property]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** The geometry as a boundary in WGS-84, not yet checked further; undefined when it is no polygon. */
export function boundaryOf({ geometry }: Feature, system: CoordinateSystem): Boundary | undefined {
  const { type, coordinates } = membersOf(geometry)
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates)) return undefined
  return { type, coordinates: convert(coordinates, (at) => toWgs84(at, system)) as unknown[] }
}

/** Every position of nested coordinates, heights left out, converted and rounded to a centimetre. */
export function convert(value: unknown, how: (at: [number, number]) => [number, number]): unknown {
  if (!Array.isArray(value)) return value
  const [lon, lat] = value as unknown[]
  if (typeof lon !== 'number' || typeof lat !== 'number') return value.map((each) => convert(each, how))
  // Metres of a map projection are no degrees: left as they are, to be complained of.
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return [lon, lat]
  const [x, y] = how([lon, lat])
  return [Number(x.toFixed(7)), Number(y.toFixed(7))]
}
