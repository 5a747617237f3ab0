import type { Position, Ring } from './map-shape.ts'

type Crossing = { edge: number; along: number; at: Position }

/** Where the way from `a` to `b` crosses the edge from `c` to `d`, and how far along it that is (0 to 1). */
function crossing(a: Position, b: Position, [c, d]: readonly [Position, Position]) {
  const [x, y] = [b[0] - a[0], b[1] - a[1]]
  const [edgeX, edgeY] = [d[0] - c[0], d[1] - c[1]]
  const parallel = x * edgeY - y * edgeX
  if (parallel === 0) return undefined
  const along = ((c[0] - a[0]) * edgeY - (c[1] - a[1]) * edgeX) / parallel
  const onEdge = ((c[0] - a[0]) * y - (c[1] - a[1]) * x) / parallel
  // An end of an edge belongs to one of the two edges that meet there.
  if (along <= 0 || along >= 1 || onEdge < 0 || onEdge >= 1) return undefined
  const at: Position = [a[0] + along * x, a[1] + along * y]
  return { along, at }
}

/**
 * Cuts an outline (without its closing point) in two along a line that enters and leaves it once. Both halves hold the line
 * itself, point for point, so that neither gap nor overlap is left. Undefined when the line does not cross exactly twice.
 */
export function cutRing(ring: Ring, line: readonly Position[]): readonly [Ring, Ring] | undefined {
  const found: Crossing[] = []
  for (const [index, to] of line.entries()) {
    const from = line[index - 1]
    if (!from) continue
    for (const [edge, start] of ring.entries()) {
      const end = ring[(edge + 1) % ring.length]
      const hit = end && crossing(from, to, [start, end])
      if (hit) found.push({ edge, along: index + hit.along, at: hit.at })
    }
  }
  const [enter, leave, more] = found.toSorted((a, b) => a.along - b.along)
  if (!enter || !leave || more) return undefined
  const between = line.filter((_, index) => index + 1 > enter.along && index + 1 < leave.along)
  const cut = [enter.at, ...between, leave.at]
  return [
    [...cut, ...after(ring, leave, enter)],
    [...cut.toReversed(), ...after(ring, enter, leave)],
  ]
}

/** The corners of the ring on the way from one crossing to the other. */
function after(ring: Ring, from: Crossing, to: Crossing): Position[] {
  const corners: Position[] = []
  const steps = (to.edge - from.edge + ring.length) % ring.length
  for (let step = 1; step <= steps; step += 1) {
    const corner = ring[(from.edge + step) % ring.length]
    if (corner) corners.push(corner)
  }
  if (steps > 0 || isBefore(from, to, ring)) return corners
  // Both on one edge, and the other way round: all corners.
  return ring.map((_, step) => ring[(from.edge + 1 + step) % ring.length] ?? from.at)
}

function isBefore(from: Crossing, to: Crossing, ring: Ring): boolean {
  const start = ring[from.edge] ?? from.at
  const away = ({ at }: Crossing): number => Math.hypot(at[0] - start[0], at[1] - start[1])
  return away(from) < away(to)
}

/** Whether a place lies inside an outline, closed or not. */
export function isInside([x, y]: Position, ring: Ring): boolean {
  let inside = false
  for (const [index, [toX, toY]] of ring.entries()) {
    const [fromX, fromY] = ring[(index + ring.length - 1) % ring.length] ?? [toX, toY]
    if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) inside = !inside
  }
  return inside
}
