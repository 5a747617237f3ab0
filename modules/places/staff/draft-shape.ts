import type { Position, Ring } from '../web/map-shape.ts'

/** A boundary while it is drawn: outlines without the closing point, and the one whose end is still open. */
export type DraftShape = {
  readonly polygons: readonly (readonly Ring[])[]
  readonly drawing?: Ring | undefined
}
/** One corner of an outline. */
export type Corner = { readonly polygon: number; readonly ring: number; readonly index: number }

const withRing = (
  draft: DraftShape,
  { polygon, ring }: Corner,
  change: (ring: Ring) => Ring,
): DraftShape => ({
  ...draft,
  polygons: draft.polygons.map((rings, at) =>
    at === polygon ? rings.map((each, position) => (position === ring ? change(each) : each)) : rings,
  ),
})

export const moveCorner = (draft: DraftShape, corner: Corner, to: Position): DraftShape =>
  withRing(draft, corner, (ring) => ring.map((at, index) => (index === corner.index ? to : at)))

/** A new corner after the given one, half way to the next unless a place is given. */
export const addCorner = (draft: DraftShape, corner: Corner, at?: Position): DraftShape =>
  withRing(draft, corner, (ring) => {
    const [from, to] = [ring[corner.index], ring[(corner.index + 1) % ring.length]]
    const middle = at ?? (from && to && halfWay(from, to))
    return middle ? ring.toSpliced(corner.index + 1, 0, middle) : ring
  })

export const halfWay = ([x, y]: Position, [toX, toY]: Position): Position => [(x + toX) / 2, (y + toY) / 2]

/** Takes a corner out; an outline of three loses itself, and with its outer outline a polygon is gone. */
export function removeCorner(draft: DraftShape, corner: Corner): DraftShape {
  const ring = draft.polygons[corner.polygon]?.[corner.ring]
  if (!ring) return draft
  if (ring.length > 3) return withRing(draft, corner, (each) => each.toSpliced(corner.index, 1))
  const polygons =
    corner.ring === 0
      ? draft.polygons.toSpliced(corner.polygon, 1)
      : draft.polygons.map((rings, at) => (at === corner.polygon ? rings.toSpliced(corner.ring, 1) : rings))
  return { ...draft, polygons }
}

/** Begins a new outline; what was drawn before stays, or goes. */
export const begin = (draft: DraftShape, how: 'anew' | 'besides'): DraftShape => ({
  polygons: how === 'anew' ? [] : draft.polygons,
  drawing: [],
})

export const drawPoint = (draft: DraftShape, at: Position): DraftShape =>
  draft.drawing ? { ...draft, drawing: [...draft.drawing, at] } : draft

export const dropPoint = (draft: DraftShape): DraftShape =>
  draft.drawing ? { ...draft, drawing: draft.drawing.slice(0, -1) } : draft

/** Closes the open outline; with fewer than three points it stays open. */
export const finish = (draft: DraftShape): DraftShape =>
  draft.drawing && draft.drawing.length >= 3 ? { polygons: [...draft.polygons, [draft.drawing]] } : draft

const metre = 111_195

/** Square metres inside, holes taken off; good enough to see while drawing. */
export function squareMetresOf({ polygons }: DraftShape): number {
  return polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0),
    0,
  )
}

function ringArea(ring: Ring): number {
  const latitude = ring[0]?.[1] ?? 0
  const squeeze = metre * metre * Math.cos((latitude * Math.PI) / 180)
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return (Math.abs(twice) / 2) * squeeze
}
