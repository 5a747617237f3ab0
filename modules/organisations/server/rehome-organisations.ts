import type { Context } from '#kernel/server/context.ts'
import { keepVersions } from './change-organisation.ts'
import { rehome } from './queries.ts'

/** Gives organisations at home in areas that end a home in the area that takes over. */
export async function rehomeOrganisations(
  ctx: Context,
  areaIds: readonly number[],
  to: number,
): Promise<void> {
  const moved = await ctx.db.rows(rehome(ctx.district.id, areaIds, to))
  await keepVersions(
    ctx,
    moved.map(({ id }) => id),
  )
  for (const { id } of moved) ctx.audit('organisations.rehomed', id, { areaId: to })
}
