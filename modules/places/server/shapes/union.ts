import type { Boundary } from '../../contract.ts'
import { polygonsOf } from './boundary.ts'

type Position = [number, number]
type Edge = { from: Position; to: Position }

const keyOf = ([lon, lat]: Position): string => `${lon.toFixed(7)} ${lat.toFixed(7)}`

/** Twice the area in square degrees, positive when counter-clockwise. */
const turn = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = ring[index] ?? [x, y]
    return sum + (beforeX * y - x * beforeY)
  }, 0)

/**
 * One boundary around several: edges that two of them share, point for point, fall away. Where neighbours do not share
 * their points, the outlines stay side by side in one MultiPolygon. Undefined when none is sound.
 */
export function unionOf(boundaries: readonly Boundary[]): Boundary | undefined {
  const polygons = boundaries.flatMap((boundary) => polygonsOf(boundary) ?? [])
  if (polygons.length === 0) return undefined
  const rings = stitch(outerEdges(polygons.flat()))
  const asTheyAre = { type: 'MultiPolygon' as const, coordinates: polygons }
  if (!rings) return asTheyAre
  const outer = rings.filter((ring) => turn(ring) > 0)
  const holes = rings.filter((ring) => turn(ring) < 0)
  const [only] = outer
  // Which hole lies in which of several outlines would have to be worked out; the parts themselves say the same.
  if (!only || (outer.length > 1 && holes.length > 0)) return asTheyAre
  if (outer.length === 1) return { type: 'Polygon', coordinates: [only, ...holes] }
  return { type: 'MultiPolygon', coordinates: outer.map((ring) => [ring]) }
}

/** All edges walked counter-clockwise around the inside, without those walked both ways. */
function outerEdges(rings: readonly Position[][]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const ring of rings) {
    const points = turn(ring) < 0 ? ring.toReversed() : ring
    for (const [index, to] of points.entries()) {
      const from = points[index - 1]
      if (!from) continue
      const back = `${keyOf(to)}|${keyOf(from)}`
      if (edges.has(back)) edges.delete(back)
      else edges.set(`${keyOf(from)}|${keyOf(to)}`, { from, to })
    }
  }
  return [...edges.values()]
}

/** Closed rings from edges; undefined when an end is left over or a point is passed twice. */
function stitch(edges: readonly Edge[]): Position[][] | undefined {
  const next = new Map(edges.map((edge) => [keyOf(edge.from), edge]))
  if (next.size < edges.length) return undefined
  const rings: Position[][] = []
  for (const [start, first] of next) {
    if (!next.delete(start)) continue
    const ring = [first.from, first.to]
    for (let edge = next.get(keyOf(first.to)); edge; edge = next.get(keyOf(edge.to))) {
      next.delete(keyOf(edge.from))
      ring.push(edge.to)
    }
    if (keyOf(ring.at(-1) ?? first.from) !== start) return undefined
    rings.push(ring)
  }
  return rings
}
