import { useEffect, useState } from 'react'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { MapView } from './map-view.ts'
import { readPlaceSettings } from './routes.generated.ts'
import { type Shift, tilesOf } from './tiles.ts'

/** The base map that was set, if any. */
export function useBaseMap() {
  const { baseMap } = useStaffRoute(readPlaceSettings, {}).data ?? {}
  return baseMap?.template ? baseMap : undefined
}

type BaseMap = NonNullable<ReturnType<typeof useBaseMap>>

/** The tiles of the base map below everything that is ours. */
export function BaseTiles({ map, view }: { map: BaseMap; view: MapView }) {
  const shift = useShift(map.system, view)
  return (
    shift &&
    tilesOf(view, map, shift).map(({ key, ...tile }) => (
      <image key={key} {...tile} preserveAspectRatio="none" />
    ))
  )
}

const none: Shift = [0, 0]

/** A GCJ-02 map is moved back as a whole: over one screen its shift is the same to a few centimetres. */
function useShift(system: BaseMap['system'], view: MapView): Shift | undefined {
  const [reckon, setReckon] = useState<(at: MapView['centre']) => Shift>()
  const isShifted = system === 'gcj02'
  useEffect(() => {
    if (isShifted) void import('./gcj-shift.ts').then(({ gcjShift }) => setReckon(() => gcjShift))
  }, [isShifted])
  return isShifted ? reckon?.(view.centre) : none
}
