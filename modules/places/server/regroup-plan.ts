import pointInPolygon from 'point-in-polygon-hao'
import type { Context } from '#kernel/server/context.ts'
import { type Boundary, boundaryBroken, gridsApart, gridsWrong, gridTooNew, partsWrong } from '../contract.ts'
import { polygonsOf } from './shapes/boundary.ts'
import { type AreaRow, findBoundary } from './queries.ts'
import { reachedArea } from './reach.ts'
import { listWithin, type Within } from './regroup-queries.ts'
import { unionOf } from './shapes/union.ts'

export type RegroupKind = 'split' | 'merge' | 'move'

/** What somebody wants: which grids, and what is to become of them. */
export type Wanted = {
  kind: RegroupKind
  /** split: the one; merge: two or more. Not for move: there the houses say which grids give. */
  from: readonly number[]
  parts: readonly WantedPart[]
}
export type WantedPart = {
  /** An existing grid that takes houses or is given a new boundary; only for move. */
  gridId?: number | undefined
  name?: string | undefined
  code?: string | undefined
  gridKind?: 'community' | 'rural' | 'dedicated' | undefined
  boundary?: Boundary | undefined
  /** Houses or micro-grids it takes. Houses nobody takes go by their point into the boundary that holds it. */
  takes?: readonly number[] | undefined
}

export type PlannedPart = WantedPart & {
  /** What is hung under it, micro-grids first; with a new name where it would be the second of that name there. */
  roots: { id: number; kind: Within['kind']; was: string; name: string | undefined }[]
  houses: Within[]
}
export type Plan = {
  kind: RegroupKind
  /** The grids that end; none when houses only move. */
  ending: AreaRow[]
  /** The grids that give houses. */
  giving: AreaRow[]
  /** Where new grids hang. */
  parent: AreaRow
  parts: PlannedPart[]
  /** Houses and micro-grids that no part takes. */
  leftOver: Within[]
}

/**
 * Works out what goes where, without changing anything. A regrouping on `day` cannot touch a grid that began on that day
 * or later: it would never have been there. @throws areaNotFound, gridsWrong, gridsApart, gridTooNew, partsWrong
 */
export async function planRegrouping(ctx: Context, wanted: Wanted, day: string): Promise<Plan> {
  const existing = await gridsOf(ctx, wanted)
  refuseParts(wanted)
  const ending = wanted.kind === 'move' ? [] : existing
  for (const grid of ending) if (grid.valid_from >= day) throw gridTooNew({ name: grid.name })
  const [first] = existing
  const parent = first?.parent_id && (await reachedArea(ctx, 'places.edit', first.parent_id))
  if (!parent) throw gridsWrong()
  if (ending.some((grid) => grid.parent_id !== parent.id)) throw gridsApart()

  const within = await ctx.db.rows(listWithin, [ctx.district.id, existing.map(({ id }) => id)])
  const assigned = assign(wanted, within)
  const known = { assigned, within, existing }
  const parts = wanted.parts.map((part, index) => plannedPart(part, index, known))
  if (wanted.kind === 'merge') await drawTogether(ctx, parts, ending)
  const leftOver = wanted.kind === 'move' ? [] : within.filter(({ id }) => !assigned.has(id))
  const taken = new Set(parts.flatMap(({ houses }) => houses.map(({ grid_id }) => grid_id)))
  return {
    kind: wanted.kind,
    ending,
    giving: existing.filter(({ id }) => taken.has(id)),
    parent,
    parts,
    leftOver,
  }
}

/** What nobody drew for a merger is the outline of all that go into it. */
async function drawTogether(ctx: Context, parts: PlannedPart[], ending: readonly AreaRow[]): Promise<void> {
  const [part] = parts
  if (!part || part.boundary) return
  const found: Boundary[] = []
  for (const { id } of ending) {
    const row = await ctx.db.row(findBoundary, [ctx.district.id, id])
    if (row?.boundary) found.push(row.boundary)
  }
  if (found.length === ending.length) part.boundary = unionOf(found)
}

/** The grids a regrouping is about, each within reach. */
async function gridsOf(ctx: Context, wanted: Wanted): Promise<AreaRow[]> {
  const named = wanted.parts.flatMap(({ gridId }) => gridId ?? [])
  const ids = new Set(wanted.kind === 'move' ? [...named, ...wanted.from] : wanted.from)
  const count = { split: ids.size === 1, merge: ids.size >= 2, move: ids.size >= 2 }
  if (!count[wanted.kind]) throw gridsWrong()
  const grids: AreaRow[] = []
  for (const id of ids) grids.push(await reachedArea(ctx, 'places.edit', id))
  if (grids.some(({ kind }) => kind !== 'grid')) throw gridsWrong()
  return grids
}

function refuseParts({ kind, parts }: Wanted): void {
  const fresh = parts.filter(({ gridId }) => gridId === undefined)
  const fits = { split: parts.length >= 2, merge: parts.length === 1, move: parts.length >= 1 }[kind]
  const allNew = kind === 'move' ? fresh.length === 0 : fresh.length === parts.length
  const names = fresh.map(({ name }) => name?.trim() ?? '')
  if (!fits || !allNew || names.includes('') || new Set(names).size < names.length) throw partsWrong()
  for (const { boundary } of parts) if (boundary && !polygonsOf(boundary)) throw boundaryBroken()
}

/** Which part takes each house and micro-grid: what is said, else all (merge), else the boundary its point lies in. */
function assign(wanted: Wanted, within: readonly Within[]): Map<number, number> {
  const said = new Map<number, number>()
  for (const [index, part] of wanted.parts.entries()) {
    for (const id of part.takes ?? []) {
      if (said.has(id) || !within.some((each) => each.id === id)) throw partsWrong()
      said.set(id, index)
    }
  }
  const assigned = new Map(said)
  const houses = within.filter(({ kind }) => kind !== 'micro_grid')
  for (const house of houses) {
    const part = said.get(house.id) ?? said.get(house.parent_id) ?? byItself(wanted, house)
    if (part !== undefined) assigned.set(house.id, part)
  }
  for (const micro of within.filter(({ kind }) => kind === 'micro_grid')) {
    if (said.has(micro.id)) continue
    const own = houses.filter(({ parent_id }) => parent_id === micro.id).map(({ id }) => assigned.get(id))
    const part = wanted.kind === 'move' ? common(own) : (most(own) ?? 0)
    if (part !== undefined) assigned.set(micro.id, part)
  }
  return assigned
}

function byItself(wanted: Wanted, house: Within): number | undefined {
  if (wanted.kind === 'move') return undefined
  if (wanted.kind === 'merge') return 0
  const { lon, lat } = house
  if (lon === null || lat === null) return undefined
  const index = wanted.parts.findIndex(({ boundary }) =>
    (boundary ? (polygonsOf(boundary) ?? []) : []).some(
      (rings) => pointInPolygon([lon, lat], rings) !== false,
    ),
  )
  return index === -1 ? undefined : index
}

/** Where all of them go; undefined when some stay or they part. */
function common(parts: readonly (number | undefined)[]): number | undefined {
  const [first] = parts
  return parts.every((part) => part === first) ? first : undefined
}

/** Where most of them go. */
function most(parts: readonly (number | undefined)[]): number | undefined {
  const known = parts.filter((part) => part !== undefined)
  const groups = [...Map.groupBy(known, (part) => part)]
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

type Known = {
  assigned: ReadonlyMap<number, number>
  within: readonly Within[]
  existing: readonly AreaRow[]
}

function plannedPart(part: WantedPart, index: number, { assigned, within, existing }: Known): PlannedPart {
  const mine = within.filter(({ id, grid_id }) => assigned.get(id) === index && grid_id !== part.gridId)
  const ids = new Set(mine.map(({ id }) => id))
  // What hangs under a micro-grid that comes along is not hung anew.
  const roots = mine.filter(({ parent_id }) => !ids.has(parent_id))
  const gridName = (id: number): string => existing.find((grid) => grid.id === id)?.name ?? ''
  const stay = within.filter((each) => each.grid_id === part.gridId && each.parent_id === part.gridId)
  const used = new Set(stay.map(({ kind, name }) => `${kind} ${name}`))
  return {
    ...part,
    houses: mine.filter(({ kind }) => kind !== 'micro_grid'),
    roots: roots
      .toSorted((a, b) => Number(b.kind === 'micro_grid') - Number(a.kind === 'micro_grid'))
      .map(({ id, kind, name, grid_id }) => {
        const second = used.has(`${kind} ${name}`)
        used.add(`${kind} ${name}`)
        return { id, kind, was: name, name: second ? `${gridName(grid_id)}${name}` : undefined }
      }),
  }
}
