import type { Box, Position } from './map-shape.ts'

type Pixel = readonly [x: number, y: number]

const metresPerDegree = 111_195

/** What part of the land a frame of pixels shows. Everything is a value: moving it makes another. */
export type MapView = {
  readonly centre: Position
  /** Pixels a metre is long. */
  readonly scale: number
  readonly width: number
  readonly height: number
  /** How much shorter a degree is eastwards than northwards; the same for one map, however it is moved. */
  readonly squeeze: number
}

/** North is up, and a metre is as long both ways. */
export function toScreen({ centre, scale, width, height, squeeze }: MapView, [lon, lat]: Position): Pixel {
  const degree = metresPerDegree * scale
  return [width / 2 + (lon - centre[0]) * degree * squeeze, height / 2 - (lat - centre[1]) * degree]
}

export function toPlace({ centre, scale, width, height, squeeze }: MapView, [x, y]: Pixel): Position {
  const degree = metresPerDegree * scale
  return [centre[0] + (x - width / 2) / (degree * squeeze), centre[1] - (y - height / 2) / degree]
}

const limits = { least: 0.002, most: 20 }

/** Larger or smaller by `factor`, with the place under `at` staying where it is. */
export function zoomed(
  view: MapView,
  factor: number,
  at: Pixel = [view.width / 2, view.height / 2],
): MapView {
  const scale = Math.min(limits.most, Math.max(limits.least, view.scale * factor))
  const kept = toPlace(view, at)
  const [x, y] = toScreen({ ...view, scale }, kept)
  return panned({ ...view, scale }, at[0] - x, at[1] - y)
}

/** Moves what is shown by so many pixels. */
export const panned = (view: MapView, x: number, y: number): MapView => ({
  ...view,
  centre: toPlace(view, [view.width / 2 - x, view.height / 2 - y]),
})

/** The view in which a box fills the frame but for a margin; a point is shown a few hundred metres wide. */
export function fitted(box: Box, width: number, height: number): MapView {
  const margin = 24
  const centre: Position = [(box.west + box.east) / 2, (box.south + box.north) / 2]
  const squeeze = Math.cos((centre[1] * Math.PI) / 180)
  const wide = Math.max((box.east - box.west) * metresPerDegree * squeeze, 200)
  const high = Math.max((box.north - box.south) * metresPerDegree, 200)
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high)
  return { centre, scale: Math.max(scale, limits.least), width, height, squeeze }
}

/** The longest round length of at most so many pixels: for the bar that says how large things are. */
export function scaleBar({ scale }: MapView, atMost = 120): { metres: number; pixels: number } {
  const room = atMost / scale
  const power = 10 ** Math.floor(Math.log10(room))
  const metres = ([5, 2, 1].find((step) => step * power <= room) ?? 1) * power
  return { metres, pixels: metres * scale }
}
