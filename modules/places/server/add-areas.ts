import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { AreaKind, Boundary } from '../contract.ts'
import { insertAreas, nextNumbers } from './queries.ts'

/** Where an area hangs: what it takes over from the one above. */
export type Parent = {
  id: number
  path: number[]
  street_id: number | null
  community_id: number | null
  grid_id: number | null
}

export type NewArea = {
  kind: AreaKind
  name: string
  code?: string | undefined
  communityType?: string | undefined
  gridKind?: string | undefined
  households?: number | undefined
  boundary?: Boundary | undefined
  point?: { lon: number; lat: number } | undefined
  validFrom?: string | undefined
}

export type PlacedArea = Parent & { kind: AreaKind; row: Record<string, unknown> }

/** Reserves `count` numbers of the district; returns the first. */
export async function reserveNumbers(ctx: Context, count: number): Promise<number> {
  const last = await ctx.db.row(nextNumbers, [ctx.district.id, count])
  if (!last) throw new Error('the counter of areas gave no number')
  return last.value - count + 1
}

/** Gives an area its place in the tree: the path, and one column for each level that has work lists. */
export function place(ctx: Context, id: number, area: NewArea, parent: Parent | undefined): PlacedArea {
  const at = (kind: AreaKind, inherited: number | null | undefined): number | null =>
    area.kind === kind ? id : (inherited ?? null)
  const placed = {
    id,
    path: [...(parent?.path ?? []), id],
    street_id: at('street', parent?.street_id),
    community_id: at('community', parent?.community_id),
    grid_id: at('grid', parent?.grid_id),
  }
  const row = {
    ...placed,
    kind: area.kind,
    code: area.code ?? null,
    name: area.name.trim(),
    parent_id: parent?.id ?? null,
    community_type: area.communityType ?? null,
    grid_kind: area.gridKind ?? null,
    households: area.households ?? null,
    boundary: area.boundary ?? null,
    lon: area.point?.lon ?? null,
    lat: area.point?.lat ?? null,
    valid_from: area.validFrom ?? dayIn(ctx.district.timeZone, ctx.now),
  }
  return { ...placed, kind: area.kind, row }
}

const batch = 2_000

/** Writes placed areas, parents before children, in few statements. */
export async function insertPlaced(ctx: Context, placed: readonly PlacedArea[]): Promise<void> {
  const sent: Promise<unknown>[] = []
  for (let from = 0; from < placed.length; from += batch) {
    // jsonb_to_recordset reads JSON arrays into int[] columns.
    const rows = placed.slice(from, from + batch).map((each) => each.row)
    sent.push(ctx.db.rows(insertAreas, [ctx.district.id, ctx.now, JSON.stringify(rows)]))
  }
  await Promise.all(sent)
}
