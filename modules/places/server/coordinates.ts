import loaded from 'gcoord'
import type { CoordinateSystem } from '../contract.ts'

// Its types describe the build for bundlers; Node is given the same things one step higher.
const gcoord = loaded as unknown as (typeof loaded)['default']

type Position = [lon: number, lat: number]

const systems = {
  wgs84: gcoord.WGS84,
  // Surveyors' CGCS2000 in degrees: within decimetres of WGS-84, nothing to convert.
  cgcs2000: gcoord.WGS84,
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const

/** A position of a named coordinate system in WGS-84, which is what is stored. */
export function toWgs84(position: Position, from: CoordinateSystem): Position {
  if (systems[from] === gcoord.WGS84) return position
  const [lon, lat] = gcoord.transform(position, systems[from], gcoord.WGS84)
  return [lon, lat]
}

/** A stored position in another coordinate system. */
export function fromWgs84(position: Position, to: CoordinateSystem): Position {
  if (systems[to] === gcoord.WGS84) return position
  const [lon, lat] = gcoord.transform(position, gcoord.WGS84, systems[to])
  return [lon, lat]
}
