import Flatbush from 'flatbush'

export type Position = [number, number]
/** A piece of an outline, with the outline it belongs to. */
export type Edge = { from: Position; to: Position; of: number }

export const edgesOf = (rings: readonly (readonly Position[])[], of: number): Edge[] =>
  rings.flatMap((ring) => ring.slice(1).map((to, index) => ({ from: ring[index] ?? to, to, of })))

/** Which side of the line a → b the point c lies on: positive left, 0 on it. */
const side = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** Where two edges cross in their insides; edges that only touch with an end, or run along each other, do not cross. */
export function crossingOf(a: Edge, b: Edge): Position | undefined {
  const [a1, a2] = [side(b.from, b.to, a.from), side(b.from, b.to, a.to)]
  const [b1, b2] = [side(a.from, a.to, b.from), side(a.from, a.to, b.to)]
  if (a1 * a2 >= 0 || b1 * b2 >= 0) return undefined
  const share = a1 / (a1 - a2)
  return [a.from[0] + share * (a.to[0] - a.from[0]), a.from[1] + share * (a.to[1] - a.from[1])]
}

/** Calls `found` with each pair of edges whose boxes meet, once. */
export function eachMeeting(edges: readonly Edge[], found: (a: Edge, b: Edge) => void): void {
  if (edges.length === 0) return
  const index = new Flatbush(edges.length)
  const boxes = edges.map(
    ({ from, to }) =>
      [
        Math.min(from[0], to[0]),
        Math.min(from[1], to[1]),
        Math.max(from[0], to[0]),
        Math.max(from[1], to[1]),
      ] as const,
  )
  for (const box of boxes) index.add(...box)
  index.finish()
  for (const [at, box] of boxes.entries()) {
    for (const other of index.search(...box)) {
      const [a, b] = [edges[at], edges[other]]
      if (other > at && a && b) found(a, b)
    }
  }
}

const samePoint = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

/**
 * Where the outline of one polygon crosses itself, or passes a point twice: then it has no plain inside. Undefined when
 * it is simple.
 */
export function selfCrossing(rings: readonly (readonly Position[])[]): Position | undefined {
  let first: Position | undefined
  const edges = rings.flatMap((ring, of) => edgesOf([ring], of))
  eachMeeting(edges, (a, b) => {
    first ??= crossingOf(a, b) ?? touching(a, b)
  })
  return first
}

/** An end of one edge inside the other: the outline touches itself there. */
function touching(a: Edge, b: Edge): Position | undefined {
  if (a.of !== b.of) return undefined
  const inside = (point: Position, edge: Edge): boolean =>
    !samePoint(point, edge.from) &&
    !samePoint(point, edge.to) &&
    side(edge.from, edge.to, point) === 0 &&
    Math.min(edge.from[0], edge.to[0]) <= point[0] &&
    point[0] <= Math.max(edge.from[0], edge.to[0]) &&
    Math.min(edge.from[1], edge.to[1]) <= point[1] &&
    point[1] <= Math.max(edge.from[1], edge.to[1])
  return [a.from, a.to].find((point) => inside(point, b)) ?? [b.from, b.to].find((point) => inside(point, a))
}
