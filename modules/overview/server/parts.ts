import type { Context } from '#kernel/server/context.ts'
import type { AreaKind } from '#modules/places/contract.ts'
import { type AreaRow, areasAsOf, type AreaThen } from '#modules/places/server/door.ts'

/** Kinds that hold work, from the widest: figures are kept for these. */
const levelKinds = ['district', 'street', 'community', 'grid'] as const satisfies readonly AreaKind[]
type LevelKind = (typeof levelKinds)[number]

const isLevel = (kind: AreaKind): kind is LevelKind => levelKinds.some((level) => level === kind)

export type Part = { id: number; kind: AreaKind; name: string; isEnded: boolean }

/**
 * The areas of the next level in an area, as they stood at the end of the days; those that were there at their beginning and
 * are gone follow. Where a level is skipped, the one below it stands in its place.
 */
export async function partsOf(
  ctx: Context,
  area: AreaRow,
  days: { from: string; to: string },
): Promise<Part[]> {
  if (!isLevel(area.kind)) return []
  const below = levelKinds.slice(levelKinds.indexOf(area.kind) + 1)
  if (below.length === 0) return []
  const kinds = below.slice(0, 2)
  const [last, first] = await Promise.all(
    [days.to, days.from].map((day) => areasAsOf(ctx, day, { within: area.id, kinds })),
  )
  const now = topmost(area, last ?? [])
  const gone = topmost(area, first ?? []).filter((each) => now.every(({ id }) => id !== each.id))
  return [
    ...now.map((each) => ({ id: each.id, kind: each.kind, name: each.name, isEnded: false })),
    ...gone.map((each) => ({ id: each.id, kind: each.kind, name: each.name, isEnded: true })),
  ]
}

function topmost(area: AreaRow, tree: readonly AreaThen[]): AreaThen[] {
  const inTree = new Set(tree.filter(({ id }) => id !== area.id).map(({ id }) => id))
  return tree.filter(
    ({ id, path }) => inTree.has(id) && !path.some((above) => above !== id && inTree.has(above)),
  )
}
