import type { Position } from './map-shape.ts'
import { type MapView, toPlace, toScreen } from './map-view.ts'

export type Tile = {
  readonly key: string
  readonly href: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Degrees by which the base map lies beside WGS-84 around here. */
export type Shift = readonly [lon: number, lat: number]

const metresPerPixel = 156_543.034

/** Number of a place in the grid of tiles of the web's usual projection, whole part and rest. */
function tileAt([lon, lat]: Position, zoom: number): readonly [x: number, y: number] {
  const count = 2 ** zoom
  const sine = Math.sin((lat * Math.PI) / 180)
  return [((lon + 180) / 360) * count, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * count]
}

function cornerOf(x: number, y: number, zoom: number): Position {
  const count = 2 ** zoom
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / count))) * 180) / Math.PI
  return [(x / count) * 360 - 180, lat]
}

/** The tiles that cover a view, each with where it is drawn. Each is stretched a little, from its projection to ours. */
export function tilesOf(view: MapView, map: { template: string; deepest: number }, shift: Shift): Tile[] {
  const squeeze = Math.cos((view.centre[1] * Math.PI) / 180)
  const wanted = Math.round(Math.log2(metresPerPixel * squeeze * view.scale))
  const zoom = Math.max(1, Math.min(map.deepest, wanted))
  const there = ([lon, lat]: Position): Position => [lon + shift[0], lat + shift[1]]
  const [left, top] = tileAt(there(toPlace(view, [0, 0])), zoom)
  const [right, bottom] = tileAt(there(toPlace(view, [view.width, view.height])), zoom)
  const tiles: Tile[] = []
  for (let x = Math.floor(left); x <= right; x += 1) {
    for (let y = Math.floor(top); y <= bottom; y += 1) {
      const [fromX, fromY] = screenAt(view, cornerOf(x, y, zoom), shift)
      const [toX, toY] = screenAt(view, cornerOf(x + 1, y + 1, zoom), shift)
      const href = map.template
        .replace('{z}', String(zoom))
        .replace('{x}', String(x))
        .replace('{y}', String(y))
      // A hair wider, so that no seam shows between them.
      tiles.push({
        key: `${zoom}/${x}/${y}`,
        href,
        x: fromX,
        y: fromY,
        width: toX - fromX + 0.5,
        height: toY - fromY + 0.5,
      })
    }
  }
  return tiles.length > 200 ? [] : tiles
}

const screenAt = (view: MapView, [lon, lat]: Position, [shiftLon, shiftLat]: Shift) =>
  toScreen(view, [lon - shiftLon, lat - shiftLat])
