import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import type { AreaKind } from '#modules/places/contract.ts'
import { levelOfKind, rankOfLevel } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import {
  alreadyDecided,
  assessedByHandler,
  decidedAbove,
  extendedAlready,
  extensionTooLate,
  extensionTooLong,
  type Level,
  moveRefused,
} from '../contract.ts'
import { append, lockFor, seenMatter } from './act.ts'
import { targetOf } from './direct-matter.ts'
import { promiseAfterHandUp, promiseExtended } from './promise.ts'
import type { MatterRow } from './queries.ts'

/** More time, once, with a reason, before it is over, and never more than the limit itself. */
export async function extendMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.extendMatter>,
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.extend', action: 'extend' })
  if (matter.extended > 0) throw extendedAlready()
  if (matter.due_at <= ctx.now || matter.paused_at) throw extensionTooLate()
  if (body.amount > matter.promise.amount) throw extensionTooLong({ most: matter.promise.amount })
  const promise = await promiseExtended(ctx, matter.promise, body.amount)
  return append(ctx, matter, 'extended', { reason: body.reason.trim(), amount: body.amount, promise })
}

/** What a level that supervises 督办 demands of whoever has it in hand. */
export async function instructMatter(
  ctx: Context,
  matterId: string,
  body: { words: string },
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.supervise', action: 'instruct' })
  return append(ctx, matter, 'instructed', { words: body.words.trim() })
}

/** Whoever was given it says that it is not theirs; the level above decides once. The clock runs on meanwhile. */
export async function disputeMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.disputeMatter>,
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.handle', action: 'dispute' })
  if (matter.is_decided) throw alreadyDecided()
  if (matter.disputed_at) throw moveRefused({ status: matter.status })
  return append(ctx, matter, 'disputed', {
    reason: body.reason.trim(),
    ...(body.organisationId && { organisation_id: body.organisationId }),
    ...(body.areaId && { area_id: body.areaId }),
  })
}

/** The street decides what lies with a grid or community, the district what lies with a street or a department. */
export const decidingLevel = (matter: Pick<MatterRow, 'level' | 'organisation_id'>): Level =>
  matter.organisation_id || rankOfLevel(matter.level) >= rankOfLevel('street') ? 'district' : 'street'

export function mayDecide(ctx: Context, matter: MatterRow): boolean {
  if (ctx.actor.kind === 'system') return true
  const needed = rankOfLevel(decidingLevel(matter))
  return ctx.actor.posts.some(
    (post) =>
      post.permissions.has('matters.dispatch') &&
      post.role !== 'department_staff' &&
      matter.area_path.includes(post.area) &&
      rankOfLevel(levelOfKind(post.areaKind as AreaKind)) >= needed,
  )
}

/** The decision over a disputed dispatch: it stays, or it goes to whom it names. What is decided is not passed on again. */
export async function decideMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.decideMatter>,
): Promise<MatterRow> {
  // Who decides stands above the level that holds it: looked at first, so that the refusal says who does.
  const seen = await seenMatter(ctx, matterId)
  if (!mayDecide(ctx, seen)) throw decidedAbove({ level: decidingLevel(seen) })
  const matter = await lockFor(ctx, matterId, { permission: 'matters.dispatch', action: 'decide' })
  if (!matter.disputed_at) throw moveRefused({ status: matter.status })
  const reason = body.reason.trim()
  if (!body.areaId && !body.organisationId) return append(ctx, matter, 'decided', { reason })
  const target = await targetOf(ctx, matter, body)
  const promise = await promiseAfterHandUp(ctx, target.level, matter)
  return append(ctx, matter, 'decided', { reason, target, promise })
}

/**
 * Classified assessment: a level above finds that a settled matter lies beyond what the unit answers for. Never found by who
 * handled or answered it; an answer that is opened again begins anew.
 */
export async function assessMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.assessMatter>,
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.supervise', action: 'assess' })
  const own = ctx.actor.id !== undefined && [matter.handler_id, matter.answered_by].includes(ctx.actor.id)
  if (own) throw assessedByHandler()
  if (matter.is_beyond === body.isBeyond) throw moveRefused({ status: matter.status })
  return append(ctx, matter, 'assessed', { is_beyond: body.isBeyond, reason: body.reason.trim() })
}
