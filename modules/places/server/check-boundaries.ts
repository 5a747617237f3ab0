import type { ParamsOf, QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import type { Upload } from '#kernel/server/endpoint.ts'
import type { checkBoundaries as CheckBoundaries, CheckedBoundaries, CoordinateSystem } from '../contract.ts'
import { type Candidate, listCandidates, listOutlines } from './boundary-queries.ts'
import {
  type Around,
  gapsLeft,
  markStray,
  markTwice,
  type Shape,
  shapeOf,
  warnOfOverlaps,
} from './check-shapes.ts'
import { readFeatures } from './geojson.ts'
import { reachedArea } from './reach.ts'

type Query = QueryOf<typeof CheckBoundaries>
export type Checked = { shapes: Shape[]; answer: CheckedBoundaries }

/** Checks a file whole: each shape by itself, against the area around it, its neighbours and the others of the file. */
export async function checkFile(
  ctx: Context,
  { areaId }: ParamsOf<typeof CheckBoundaries>,
  query: Query,
  upload: Upload | undefined,
): Promise<Checked> {
  const { path } = await reachedArea(ctx, 'places.edit', areaId)
  const features = readFeatures(upload)
  const candidates = await ctx.db.rows(listCandidates, [ctx.district.id, query.kind, areaId])
  const above = [...new Set([...path, ...candidates.flatMap((each) => each.path)])]
  const outlines = await ctx.db.rows(listOutlines, [ctx.district.id, above])
  const around = new Map(outlines.map((outline) => [outline.id, outline]))
  const read = (system: CoordinateSystem): Shape[] => {
    const shapes = features.map((feature, index) => shapeOf(feature, index, { ...query, system, candidates }))
    markTwice(shapes)
    for (const shape of shapes) markStray(shape, around)
    return shapes
  }
  const system = query.system ?? 'wgs84'
  const shapes = read(system)
  const suggests =
    mostlyElsewhere(shapes) && otherSystems(system).find((each) => !mostlyElsewhere(read(each)))
  warnOfOverlaps(shapes, candidates)
  return { shapes, answer: { ...answered(shapes, candidates, around), ...(suggests && { suggests }) } }
}

function answered(shapes: Shape[], candidates: readonly Candidate[], around: Around): CheckedBoundaries {
  const sound = shapes.filter(({ faults }) => faults.length === 0)
  const taken = new Set(sound.map(({ areaId }) => areaId))
  return {
    items: shapes.map(({ boundary: _boundary, polygons: _polygons, area: _area, ...shape }) => shape),
    sound: sound.length,
    gaps: gapsLeft(sound, candidates, around),
    without: candidates
      .filter(({ id, boundary }) => !boundary && !taken.has(id))
      .slice(0, 200)
      .map(({ id, name }) => ({ areaId: id, name })),
  }
}

const otherSystems = (system: CoordinateSystem): CoordinateSystem[] =>
  (['wgs84', 'gcj02', 'bd09'] as const).filter((each) => each !== system)

const mostlyElsewhere = (shapes: readonly Shape[]): boolean => {
  const placed = shapes.filter(({ polygons, area }) => polygons && area)
  const stray = placed.filter(({ faults }) => faults.includes('elsewhere'))
  return placed.length > 0 && stray.length * 2 > placed.length
}
