import type { QueryOf } from '#kernel/contract/route.ts'
import type {
  Boundary,
  checkBoundaries as CheckBoundaries,
  CheckedBoundaries,
  CheckedShape,
  CoordinateSystem,
} from '../contract.ts'
import type { Candidate, Outline } from './boundary-queries.ts'
import { boundaryOf, type Feature, saidBy } from './geojson.ts'
import { polygonsOf } from './shapes/boundary.ts'
import { selfCrossing } from './shapes/crossings.ts'
import { areaOf, outsideOf, overlapOf, uncoveredOf } from './shapes/measure.ts'

type Polygons = NonNullable<ReturnType<typeof polygonsOf>>
/** A shape of a file with what was found out about it. */
export type Shape = CheckedShape & { boundary?: Boundary; polygons?: Polygons; area?: Candidate }
export type Around = ReadonlyMap<number, Outline>

/** Less is what surveyors and pens differ by. */
const noticedFrom = 5
/** More of a shape than this outside the area around it means another place, or another coordinate system. */
const strayShare = 0.2

export type Reading = QueryOf<typeof CheckBoundaries> & {
  system: CoordinateSystem
  candidates: readonly Candidate[]
}

/** Reads one feature: its area, and whether its outline is sound by itself. */
export function shapeOf(feature: Feature, index: number, { property, system, candidates }: Reading): Shape {
  const said = saidBy(feature, property)
  const shape: Shape = { index, label: said.slice(0, 80), faults: [], warnings: [] }
  const fitting = candidates.filter(({ id, name, code }) =>
    property === undefined ? String(id) === said : said !== '' && (name === said || code === said),
  )
  const [area, other] = fitting
  if (!area) shape.faults.push('unmatched')
  else if (other) shape.faults.push('ambiguous')
  else Object.assign(shape, { area, areaId: area.id, areaName: area.name })

  const boundary = boundaryOf(feature, system)
  if (!boundary) return { ...shape, faults: [...shape.faults, 'no_polygon'] }
  if (hasFar(boundary.coordinates)) return { ...shape, faults: [...shape.faults, 'not_degrees'] }
  const polygons = polygonsOf(boundary)
  if (!polygons) return { ...shape, faults: [...shape.faults, 'ring_open'] }
  if (polygons.some((rings) => selfCrossing(rings)))
    return { ...shape, faults: [...shape.faults, 'crosses_itself'] }
  return { ...shape, boundary, polygons, squareMetres: Math.round(areaOf(polygons)) }
}

const hasFar = (value: unknown): boolean => {
  if (!Array.isArray(value)) return false
  const [lon, lat] = value as unknown[]
  if (typeof lon === 'number' && typeof lat === 'number') return Math.abs(lon) > 180 || Math.abs(lat) > 90
  return value.some(hasFar)
}

export function markTwice(shapes: readonly Shape[]): void {
  const byArea = Map.groupBy(shapes, ({ areaId }) => areaId)
  for (const [areaId, same] of byArea)
    if (areaId !== undefined && same.length > 1) for (const shape of same) shape.faults.push('twice')
}

/** The nearest area around one that has an outline. */
function aroundOf(path: readonly number[], around: Around): Outline | undefined {
  return path
    .slice(0, -1)
    .toReversed()
    .map((id) => around.get(id))
    .find((outline) => outline !== undefined)
}

export function markStray(shape: Shape, around: Around): void {
  const outline = shape.area && aroundOf(shape.area.path, around)
  const outer = outline && polygonsOf(outline.boundary)
  if (!outline || !outer || !shape.polygons) return
  const outside = outsideOf(shape.polygons, outer)
  if (outside > strayShare * areaOf(shape.polygons)) shape.faults.push('elsewhere')
  else if (outside >= noticedFrom)
    shape.warnings.push({ what: 'sticks_out', name: outline.name, squareMetres: Math.round(outside) })
}

/** What the areas would look like afterwards: the file's shape where it has a sound one, else what is there. */
function afterwards(sound: readonly Shape[], candidates: readonly Candidate[]) {
  return candidates.flatMap((area) => {
    const polygons =
      sound.find(({ areaId }) => areaId === area.id)?.polygons ?? (area.boundary && polygonsOf(area.boundary))
    return polygons ? [{ area, polygons }] : []
  })
}

export function warnOfOverlaps(shapes: readonly Shape[], candidates: readonly Candidate[]): void {
  const sound = shapes.filter(({ faults }) => faults.length === 0)
  const others = afterwards(sound, candidates)
  for (const shape of sound) {
    for (const { area, polygons } of others) {
      if (area.id === shape.areaId || !shape.polygons || !boxesMeet(shape.polygons, polygons)) continue
      const shared = overlapOf(shape.polygons, polygons)
      if (shared >= noticedFrom)
        shape.warnings.push({ what: 'overlaps', name: area.name, squareMetres: Math.round(shared) })
    }
  }
}

const boxOf = (polygons: Polygons) => {
  const points = polygons.flat(2)
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  // Not by spreading: an outline may have more points than a call takes arguments.
  const [west, east] = [
    lons.reduce((a, b) => Math.min(a, b), 180),
    lons.reduce((a, b) => Math.max(a, b), -180),
  ]
  return {
    west,
    east,
    south: lats.reduce((a, b) => Math.min(a, b), 90),
    north: lats.reduce((a, b) => Math.max(a, b), -90),
  }
}

function boxesMeet(a: Polygons, b: Polygons): boolean {
  const [boxA, boxB] = [boxOf(a), boxOf(b)]
  return (
    boxA.west <= boxB.east && boxB.west <= boxA.east && boxA.south <= boxB.north && boxB.south <= boxA.north
  )
}

/** More corners than this are not laid over each other while somebody waits. */
const cornersAtMost = 30_000

export function gapsLeft(
  sound: readonly Shape[],
  candidates: readonly Candidate[],
  around: Around,
): CheckedBoundaries['gaps'] {
  const others = afterwards(sound, candidates)
  const touched = new Set(sound.flatMap(({ area }) => (area && aroundOf(area.path, around)?.id) ?? []))
  return [...touched].flatMap((id) => {
    const outline = around.get(id)
    const whole = outline && polygonsOf(outline.boundary)
    const parts = others
      .filter(({ area }) => aroundOf(area.path, around)?.id === id)
      .map((each) => each.polygons)
    const corners = [...parts, whole ?? []].flat(2).reduce((sum, ring) => sum + ring.length, 0)
    if (!outline || !whole || corners > cornersAtMost) return []
    const uncovered = uncoveredOf(whole, parts)
    return uncovered >= noticedFrom
      ? [{ areaId: id, name: outline.name, squareMetres: Math.round(uncovered) }]
      : []
  })
}
