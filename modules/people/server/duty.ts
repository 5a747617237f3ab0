import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { Level } from '#modules/places/server/door.ts'
import type { Role } from '../contract.ts'
import { listHolders, type PostRow } from './queries.ts'
import { dutyRoles } from './roles.ts'

export type OnDuty = {
  accountId: string
  name: string
  role: Role
  postId: string
  areaId: number
  areaName: string
  organisationId: string | undefined
}

/** The post that takes what arrives in one of the areas at a level, if it is held today. */
export async function onDuty(
  ctx: Context,
  level: Level,
  areaIds: readonly number[],
): Promise<OnDuty | undefined> {
  const [first] = await holdersOf(ctx, areaIds, dutyRoles[level])
  return first
}

/** Those who hold one of the roles in one of the areas today; the finest area first, then in the order of the roles. */
export async function holdersOf(
  ctx: Context,
  areaIds: readonly number[],
  roles: readonly Role[],
): Promise<OnDuty[]> {
  const day = dayIn(ctx.district.timeZone, ctx.now)
  return (await ctx.db.rows(listHolders, [ctx.district.id, areaIds, roles, day])).map(shape)
}

const shape = (row: PostRow): OnDuty => ({
  accountId: row.account_id,
  name: row.holder,
  role: row.role,
  postId: row.id,
  areaId: row.area_id,
  areaName: row.area_name,
  organisationId: row.organisation_id ?? undefined,
})
