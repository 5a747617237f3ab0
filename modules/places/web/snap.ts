import type { Position, Ring } from './map-shape.ts'
import { type MapView, toPlace, toScreen } from './map-view.ts'

/** How near, in pixels, another line draws a point to itself. */
const drawsFrom = 10

/**
 * The place a pressed point is meant to be at: on a corner nearby, else on a line nearby, else where it was pressed.
 * A corner is taken exactly, so that neighbours share it and neither gap nor overlap is left between them.
 */
export function snapped(at: Position, rings: readonly Ring[], view: MapView): Position {
  const pressed = toScreen(view, at)
  let corner: Position | undefined
  let line: Position | undefined
  let [cornerAway, lineAway] = [drawsFrom, drawsFrom]
  for (const ring of rings) {
    for (const [index, position] of ring.entries()) {
      const here = toScreen(view, position)
      const away = Math.hypot(here[0] - pressed[0], here[1] - pressed[1])
      if (away < cornerAway) [corner, cornerAway] = [position, away]
      const next = ring[index + 1]
      const foot = next && footOn(here, toScreen(view, next), pressed)
      if (foot && foot.away < lineAway) [line, lineAway] = [toPlace(view, foot.at), foot.away]
    }
  }
  return corner ?? line ?? at
}

type Pixel = readonly [x: number, y: number]

/** The nearest point of a line, and how far it is. */
function footOn(from: Pixel, to: Pixel, point: Pixel): { at: Pixel; away: number } {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const length = x * x + y * y || 1
  const share = Math.min(1, Math.max(0, ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / length))
  const at: Pixel = [from[0] + share * x, from[1] + share * y]
  return { at, away: Math.hypot(at[0] - point[0], at[1] - point[1]) }
}
