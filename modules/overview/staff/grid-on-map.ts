import { boxOf, type MapView, ringsOf, toScreen } from '#modules/places/web/door.tsx'
import type { GridState, MapGrid } from '../contract.ts'

export type GridNow = {
  readonly areaId: number
  readonly state: GridState
  readonly open: number
  readonly yellow: number
  readonly red: number
  readonly supervised: number
}
export type GridOnMap = MapGrid & { readonly now: GridNow }

const nothing = { state: 'calm', open: 0, yellow: 0, red: 0, supervised: 0 } as const

/** Each grid with how it stands; one that nothing is said of is calm. */
export function gridsNow(grids: readonly MapGrid[], states: readonly GridNow[]): GridOnMap[] {
  const byId = new Map(states.map((state) => [state.areaId, state]))
  return grids.map((grid) => ({ ...grid, now: byId.get(grid.areaId) ?? { areaId: grid.areaId, ...nothing } }))
}

const gravity: Record<GridState, number> = { supervised: 3, red: 2, yellow: 1, calm: 0 }

/** The gravest first, then those with most in hand. */
export const byGravity = (grids: readonly GridOnMap[]): GridOnMap[] =>
  grids.toSorted(
    (a, b) => gravity[b.now.state] - gravity[a.now.state] || b.now.red - a.now.red || b.now.open - a.now.open,
  )

/** Open matters for a hundred households; undefined where nobody counted them. */
export const density = ({ households, now }: GridOnMap): number | undefined =>
  households ? (now.open / households) * 100 : undefined

/** In five steps from nothing to the most of all. */
export function densityStep(grid: GridOnMap, most: number): number | undefined {
  const own = density(grid)
  if (own === undefined) return undefined
  return own === 0 || most === 0 ? 0 : Math.min(5, Math.ceil((own / most) * 5))
}

type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'
const ways: Record<Way, (x: number, y: number) => number> = {
  ArrowLeft: (x, y) => (x < 0 && -x >= Math.abs(y) ? x * x + y * y : Infinity),
  ArrowRight: (x, y) => (x > 0 && x >= Math.abs(y) ? x * x + y * y : Infinity),
  ArrowUp: (x, y) => (y > 0 && y >= Math.abs(x) ? x * x + y * y : Infinity),
  ArrowDown: (x, y) => (y < 0 && -y >= Math.abs(x) ? x * x + y * y : Infinity),
}

/** The nearest grid that way; undefined where the map ends, or for another key. */
export function neighbourOf(
  grids: readonly GridOnMap[],
  from: GridOnMap,
  key: string,
): GridOnMap | undefined {
  if (!(key in ways)) return undefined
  const own = middleOf(from)
  let nearest: { grid: GridOnMap; far: number } | undefined
  for (const grid of grids) {
    const middle = middleOf(grid)
    const far = ways[key as Way](middle[0] - own[0], middle[1] - own[1])
    if (far < (nearest?.far ?? Infinity)) nearest = { grid, far }
  }
  return nearest?.grid
}

const middleOf = ({ boundary }: MapGrid): readonly [number, number] => {
  const box = boxOf(ringsOf(boundary))
  return box ? [(box.west + box.east) / 2, (box.south + box.north) / 2] : [0, 0]
}

/** Where a grid's name stands, and how large it can be written: 0 where there is no room. */
export function labelOf(grid: MapGrid, view: MapView, largest: number) {
  const box = boxOf(ringsOf(grid.boundary))
  if (!box) return undefined
  const [left, bottom] = toScreen(view, [box.west, box.south])
  const [right, top] = toScreen(view, [box.east, box.north])
  const wide = [...grid.name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 1 : 0.58), 0)
  const size = Math.min(largest, Math.floor((right - left - 6) / wide), Math.floor((bottom - top) / 2.6))
  return { x: (left + right) / 2, y: (top + bottom) / 2, size: size < 8 ? 0 : size, roomy: right - left > 34 }
}
