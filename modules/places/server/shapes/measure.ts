import { crossingOf, type Edge, eachMeeting, edgesOf, type Position } from './crossings.ts'

const metresPerDegree = (Math.PI / 180) * 6_371_008.8

type Polygons = readonly (readonly (readonly Position[])[])[]

/** Degrees as metres around a place: good to a thousandth over a district. */
export function metresAround(latitude: number): (position: Position) => Position {
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  return ([lon, lat]) => [lon * squeeze * metresPerDegree, lat * metresPerDegree]
}

/**
 * The area, in square metres, of all places whose coverings fulfil `counts`. Each covering is a set of polygons in WGS-84;
 * `counts` is told for a place which coverings hold it.
 *
 * The plane is cut into horizontal bands at every corner and crossing. Within a band no two edges cross, so each piece is a
 * trapezium, and its width at half height times the height of the band is its exact area.
 */
export function areaWhere(
  coverings: readonly Polygons[],
  counts: (inside: readonly boolean[]) => boolean,
): number {
  const latitude = coverings.flat(3)[0]?.[1] ?? 0
  const toMetres = metresAround(latitude)
  const edges = coverings
    .flatMap((polygons, of) => edgesOf(polygons.flat(), of))
    .map(({ from, to, of }) => ({ from: toMetres(from), to: toMetres(to), of }))
    .filter(({ from, to }) => from[1] !== to[1])
  const cuts = cutsOf(edges)
  const byLower = edges.toSorted((a, b) => lower(a) - lower(b))
  let active: Edge[] = []
  let next = 0
  let area = 0
  for (const [index, top] of cuts.entries()) {
    const bottom = cuts[index - 1]
    if (bottom === undefined) continue
    for (let edge = byLower[next]; edge && lower(edge) <= bottom; edge = byLower[next]) {
      active.push(edge)
      next += 1
    }
    active = active.filter((edge) => upper(edge) > bottom)
    area += (top - bottom) * widthAt((bottom + top) / 2, active, { count: coverings.length, counts })
  }
  return area
}

const lower = ({ from, to }: Edge): number => Math.min(from[1], to[1])
const upper = ({ from, to }: Edge): number => Math.max(from[1], to[1])

function cutsOf(edges: readonly Edge[]): number[] {
  const cuts = new Set(edges.flatMap(({ from, to }) => [from[1], to[1]]))
  eachMeeting(edges, (a, b) => {
    const crossing = crossingOf(a, b)
    if (crossing) cuts.add(crossing[1])
  })
  return [...cuts].toSorted((a, b) => a - b)
}

type Counting = { count: number; counts: (inside: readonly boolean[]) => boolean }

/** How much of a horizontal line lies where it counts. */
function widthAt(height: number, edges: readonly Edge[], { count, counts }: Counting): number {
  const passed = edges
    .map(({ from, to, of }) => ({
      x: from[0] + ((height - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
      of,
    }))
    .toSorted((a, b) => a.x - b.x)
  const inside = Array.from({ length: count }, () => false)
  let width = 0
  for (const [index, { x, of }] of passed.entries()) {
    const before = passed[index - 1]
    if (before && x > before.x && counts(inside)) width += x - before.x
    inside[of] = !inside[of]
  }
  return width
}

/** Of one set of polygons. */
export const areaOf = (polygons: Polygons): number => areaWhere([polygons], ([inside]) => inside === true)

/** Of what two sets share. */
export const overlapOf = (a: Polygons, b: Polygons): number =>
  areaWhere([a, b], ([inA, inB]) => inA === true && inB === true)

/** Of what lies in `inner` but not in `outer`. */
export const outsideOf = (inner: Polygons, outer: Polygons): number =>
  areaWhere([inner, outer], ([isInner, isOuter]) => isInner === true && isOuter !== true)

/** Of what lies in `whole` but in none of the parts. */
export const uncoveredOf = (whole: Polygons, parts: readonly Polygons[]): number =>
  areaWhere([whole, ...parts], ([isWhole, ...inParts]) => isWhole === true && !inParts.includes(true))
