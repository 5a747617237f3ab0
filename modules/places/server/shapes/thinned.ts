import { metresAround } from './measure.ts'
import type { Position } from './crossings.ts'

/** A closed ring with the corners left out that lie nearer than so many metres to the line without them (Douglas, Peucker). */
export function thinned(ring: readonly Position[], metres: number): Position[] {
  const toMetres = metresAround(ring[0]?.[1] ?? 0)
  const points = ring.map(toMetres)
  const keep = new Set([0, ring.length - 1])
  // A ring ends where it begins: it is halved first, at the corner farthest from there.
  const far = points.reduce(
    (best, point, index) => (away(point, points[0]) > away(points[best], points[0]) ? index : best),
    0,
  )
  keep.add(far)
  const open: [number, number][] = [
    [0, far],
    [far, ring.length - 1],
  ]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let [worst, distance] = [-1, metres]
    for (let index = from + 1; index < to; index += 1) {
      const off = offLine(points[index], points[from], points[to])
      if (off > distance) [worst, distance] = [index, off]
    }
    if (worst === -1) continue
    keep.add(worst)
    open.push([from, worst], [worst, to])
  }
  const kept = ring.filter((_, index) => keep.has(index))
  return kept.length >= 4 ? kept : [...ring]
}

const away = (a: Position | undefined, b: Position | undefined): number =>
  a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0

function offLine(point: Position | undefined, from: Position | undefined, to: Position | undefined): number {
  if (!point || !from || !to) return 0
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const length = x * x + y * y
  if (length === 0) return away(point, from)
  const share = Math.min(1, Math.max(0, ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / length))
  return away(point, [from[0] + share * x, from[1] + share * y])
}
