import loaded from 'gcoord'
import type { Position } from './map-shape.ts'
import type { Shift } from './tiles.ts'

// Its types describe the build for bundlers; what is imported is the same things one step higher.
const gcoord = loaded as unknown as (typeof loaded)['default']

/** By how many degrees a GCJ-02 map lies beside WGS-84 around a place. */
export function gcjShift([lon, lat]: Position): Shift {
  const [there, north] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02)
  return [there - lon, north - lat]
}
