import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import { dutyRoles, holdersOf, type OnDuty } from '#modules/people/server/door.ts'
import type { AreaKind } from '#modules/places/contract.ts'
import {
  type AreaRow,
  findArea,
  findLiving,
  levelOfKind,
  levels,
  rankOfLevel,
} from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import {
  alreadyDecided,
  handlerUnfit,
  noLevelAbove,
  rerouteDecidedAbove,
  targetUnknown,
} from '../contract.ts'
import { append, lockFor } from './act.ts'
import { promiseAfterHandUp } from './promise.ts'
import type { MatterRow } from './queries.ts'
import { organisationTarget, toLevel } from './routing.ts'

const fieldRoles = [...dutyRoles.grid, 'grid_helper'] as const
const handling = [...fieldRoles, ...dutyRoles.community, ...dutyRoles.street, ...dutyRoles.district] as const

/** Everyone with a handling post on the way from the place up to the district, the nearest first. */
export async function handlersOf(ctx: Context, matter: MatterRow): Promise<OnDuty[]> {
  const staff = await holdersOf(ctx, matter.area_path, [...handling, 'department_staff'])
  return staff.filter(
    (each) => each.role !== 'department_staff' || each.organisationId === matter.organisation_id,
  )
}

export async function assignMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.assignMatter>,
) {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.dispatch', action: 'assign' })
  const fit = (await handlersOf(ctx, matter)).some((each) => each.accountId === body.accountId)
  if (!fit) throw handlerUnfit()
  return append(ctx, matter, 'assigned', { handler_id: body.accountId, words: body.words?.trim() ?? '' })
}

/** Re-routing once with a reason; from then on a street or the district decides. */
export async function transferMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.transferMatter>,
) {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.dispatch', action: 'transfer' })
  if (matter.is_decided) throw alreadyDecided()
  if (matter.rerouted > 0 && !decidesDisputes(ctx)) throw rerouteDecidedAbove()
  const target = await targetOf(ctx, matter, body)
  const promise = await promiseAfterHandUp(ctx, target.level, matter)
  return append(ctx, matter, 'transferred', { ...target, promise, reason: body.reason.trim() })
}

/** Whether a second re-routing is theirs to decide. */
export const decidesDisputes = (ctx: Context): boolean =>
  ctx.actor.kind === 'system' ||
  ctx.actor.posts.some(
    (post) =>
      post.permissions.has('matters.dispatch') &&
      post.role !== 'department_staff' &&
      rankOfLevel(levelOfKind(post.areaKind as AreaKind)) >= rankOfLevel('street'),
  )

export async function targetOf(
  ctx: Context,
  matter: MatterRow,
  to: { areaId?: number; organisationId?: string },
) {
  if (to.organisationId) {
    const organisation = await ctx.db.row(findOrganisation(ctx.district.id, to.organisationId))
    if (!organisation) throw organisationNotFound()
    return organisationTarget(ctx, await placeOf(ctx, matter), to.organisationId)
  }
  const area = to.areaId ? await ctx.db.row(findArea, [ctx.district.id, to.areaId]) : undefined
  if (!area) throw targetUnknown()
  return toLevel(ctx, area, levelOfKind(area.kind))
}

async function placeOf(ctx: Context, matter: MatterRow): Promise<AreaRow> {
  // Ended since then: what lay around it is still there.
  const place = await ctx.db.row(findArea, [ctx.district.id, matter.place_id])
  const found = place ?? (await ctx.db.row(findLiving, [ctx.district.id, matter.area_path]))
  if (!found) throw targetUnknown()
  return found
}

/** The level from which the actor acts on the matter: a clerk who took a grid's matter hands it to the street. */
function ownRank(ctx: Context, matter: MatterRow): number {
  const over = ctx.actor.posts.filter(
    (post) => post.permissions.has('matters.hand-up') && matter.area_path.includes(post.area),
  )
  return Math.max(-1, ...over.map((post) => rankOfLevel(levelOfKind(post.areaKind as AreaKind))))
}

export async function handUpMatter(
  ctx: Context,
  matterId: string,
  body: { reason: string },
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.hand-up', action: 'hand_up' })
  const above = levels[Math.max(rankOfLevel(matter.level), ownRank(ctx, matter)) + 1]
  if (!above) throw noLevelAbove()
  const area = await ctx.db.row(findLiving, [ctx.district.id, matter.area_path])
  if (!area) throw targetUnknown()
  const target = await toLevel(ctx, area, above)
  const promise = await promiseAfterHandUp(ctx, target.level, matter)
  return append(ctx, matter, 'handed_up', {
    level: target.level,
    handler_id: target.handler_id,
    route: target.route,
    reason: body.reason.trim(),
    promise,
  })
}

export async function returnMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.returnMatter>,
) {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.dispatch', action: 'return' })
  return append(ctx, matter, 'returned', {
    reason: body.reason.trim(),
    right_channel: body.rightChannel.trim(),
  })
}
