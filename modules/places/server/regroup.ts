import type { Context } from '#kernel/server/context.ts'
import { houseLeftOver } from '../contract.ts'
import { insertPlaced, place, type Parent, reserveNumbers } from './add-areas.ts'
import { insertLineage } from './as-of-queries.ts'
import { keepVersions } from './change-areas.ts'
import { type AreaRow, changeArea } from './queries.ts'
import { reachedArea } from './reach.ts'
import { type Plan, type PlannedPart, planRegrouping, type Wanted } from './regroup-plan.ts'
import { countDoorCodes, endGrids, handOnDoorCodes, lockAreas, moveAreas } from './regroup-queries.ts'

export type Regrouped = { plan: Plan; /** The grid of each part, in order. */ grids: number[] }

/**
 * Splits one grid, merges several, or moves houses between grids, from `day` on, which is today. Grids that end stay on
 * record with what became of them; matters keep the areas they came to. `heir` is the part that takes over what belonged
 * to an ended grid as a whole: the posters on its own door codes go on under it.
 * @throws what planRegrouping throws, houseLeftOver
 */
export async function regroup(
  ctx: Context,
  wanted: Wanted,
  { day, heir }: { day: string; heir: number },
): Promise<Regrouped> {
  const ids = [...wanted.from, ...wanted.parts.flatMap(({ gridId }) => gridId ?? [])]
  await ctx.db.rows(lockAreas, [ctx.district.id, ids])
  const plan = await planRegrouping(ctx, wanted, day)
  const [left] = plan.leftOver
  if (left) throw houseLeftOver({ name: left.name, others: plan.leftOver.length - 1 })

  const ended = plan.ending.map(({ id }) => id)
  // Ended first: a new grid may carry on the name of the old.
  if (ended.length > 0) await ctx.db.rows(endGrids, [ctx.district.id, ended, day, ctx.now])
  const grids: AreaRow[] = []
  for (const part of plan.parts) grids.push(await gridOf(ctx, part, plan.parent, day))
  await hang(ctx, plan, grids, day)
  await traceBack(ctx, plan, grids, day)
  const takingOver = grids[heir] ?? grids[0]
  if (takingOver && ended.length > 0)
    await ctx.db.rows(handOnDoorCodes, [ctx.district.id, ended, takingOver.id])
  ctx.audit('places.grids-regrouped', String(plan.parent.id), {
    kind: plan.kind,
    day,
    from: plan.giving.map(({ id, name }) => ({ id, name })),
    to: grids.map(({ id, name }, index) => ({ id, name, houses: plan.parts[index]?.houses.length })),
  })
  return { plan, grids: grids.map(({ id }) => id) }
}

/** The grid of a part: made new, or the existing one with its new boundary. */
async function gridOf(ctx: Context, part: PlannedPart, parent: Parent, day: string): Promise<AreaRow> {
  const { gridId, boundary, code, gridKind } = part
  if (gridId === undefined) {
    const id = await reserveNumbers(ctx, 1)
    const area = { kind: 'grid' as const, name: part.name ?? '', code, boundary, validFrom: day }
    await insertPlaced(ctx, [place(ctx, id, { ...area, gridKind: gridKind ?? 'community' }, parent)])
    return reachedArea(ctx, 'places.edit', id)
  }
  if (boundary) {
    const unchanged = [null, null, null, null, null]
    await ctx.db.rows(changeArea, [ctx.district.id, gridId, ctx.now, ...unchanged, JSON.stringify(boundary)])
    await keepVersions(ctx, [gridId], day)
  }
  return reachedArea(ctx, 'places.edit', gridId)
}

/** Hangs micro-grids and houses under their new grids; the way they hung before stays on record. */
async function hang(ctx: Context, plan: Plan, grids: readonly AreaRow[], day: string): Promise<void> {
  const moves = plan.parts.flatMap((part, index) => {
    const grid = grids[index]
    if (!grid) return []
    return part.roots.map(({ id, kind, name }) => ({
      root: id,
      kind,
      name: name ?? null,
      parent: grid.id,
      parent_path: grid.path,
      street_id: grid.street_id,
      community_id: grid.community_id,
      grid_id: grid.id,
    }))
  })
  // Micro-grids first: a house that leaves one is then hung elsewhere by itself.
  for (const first of [true, false]) {
    const some = moves.filter(({ kind }) => (kind === 'micro_grid') === first)
    if (some.length > 0) await ctx.db.rows(moveAreas, [ctx.district.id, ctx.now, JSON.stringify(some)])
  }
  await keepVersions(
    ctx,
    moves.map(({ root }) => root),
    day,
  )
}

async function traceBack(ctx: Context, plan: Plan, grids: readonly AreaRow[], day: string): Promise<void> {
  const whole = plan.ending.flatMap(({ id }) => grids.map((grid) => ({ from_id: id, to_id: grid.id })))
  const moved = plan.parts.flatMap((part, index) =>
    [...new Set(part.houses.map(({ grid_id }) => grid_id))].map((from) => ({
      from_id: from,
      to_id: grids[index]?.id,
    })),
  )
  const steps = plan.kind === 'move' ? moved : whole
  await ctx.db.rows(insertLineage, [ctx.district.id, day, plan.kind, JSON.stringify(steps)])
}

/** How many door codes hang for the grids themselves, not for their houses. */
export async function doorCodesOf(ctx: Context, areaIds: readonly number[]): Promise<number> {
  return (await ctx.db.row(countDoorCodes, [ctx.district.id, areaIds]))?.n ?? 0
}
