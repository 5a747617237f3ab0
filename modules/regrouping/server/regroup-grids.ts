import { Problem } from '#kernel/contract/problem.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { readdressOpen } from '#modules/matters/server/door.ts'
import { rehomeOrganisations } from '#modules/organisations/server/door.ts'
import { postTaken } from '#modules/people/contract.ts'
import { handOverPosts, postsHeldIn, type PostRow } from '#modules/people/server/door.ts'
import { houseLeftOver } from '#modules/places/contract.ts'
import { planRegrouping, reaches, reachedArea, regroup, widestArea } from '#modules/places/server/door.ts'
import {
  type Plan,
  type PostDecision,
  postsUndecided,
  type Regrouping,
  regroupingNotFound,
  regroupingSettled,
} from '../contract.ts'
import { dayOf, wantedOf } from './preview.ts'
import * as queries from './queries.ts'
import { messageOf } from './stuck-words.ts'

/** Decides a regrouping; on its day, which may be today, it is carried out whole or not at all. */
export async function regroupGrids(
  ctx: Context,
  { plan, posts }: { plan: Plan; posts: PostDecision[] },
): Promise<Regrouping> {
  const { day, isLater } = dayOf(ctx, plan)
  const planned = await planRegrouping(ctx, wantedOf(plan), day)
  const [left] = planned.leftOver
  if (left) throw houseLeftOver({ name: left.name, others: planned.leftOver.length - 1 })
  const ending = planned.ending.map(({ id, name }) => ({ areaId: id, name }))
  const decided = { plan: { ...plan, day }, posts, from: ending.length > 0 ? ending : givers(planned.giving) }
  await decidedPosts(ctx, decided, day)

  const id = ctx.caller.key ?? uuidv7(ctx.now)
  const decision = { ...decided, to: planned.parts.map(({ name, gridId }) => name?.trim() ?? String(gridId)) }
  const values = [ctx.district.id, id, plan.kind, day, planned.parent.id, JSON.stringify(decision)]
  await ctx.db.rows(queries.insertRegrouping, [...values, personId(ctx), ctx.now])
  ctx.audit('regrouping.decided', id, { kind: plan.kind, day, from: decided.from })
  if (!isLater) await carryOut(ctx, id, decision)
  return readRegrouping(ctx, id)
}

const givers = (grids: readonly { id: number; name: string }[]) =>
  grids.map(({ id, name }) => ({ areaId: id, name }))

type Decided = Pick<queries.Decision, 'plan' | 'posts' | 'from'>

/**
 * The posts of the grids that end, each with the parts in which its holder goes on. @throws postsUndecided when one was
 * not decided, postTaken when two would lead, or work full-time in, the same part
 */
async function decidedPosts(ctx: Context, { plan, posts, from }: Decided, day: string) {
  if (plan.kind === 'move') return []
  const held = await postsHeldIn(
    ctx,
    from.map(({ areaId }) => areaId),
    day,
  )
  const decided = held.map((post) => ({ post, to: posts.find(({ postId }) => postId === post.id)?.to }))
  const open = decided.filter(({ to }) => to === undefined || to.some((part) => part >= plan.parts.length))
  if (open.length > 0) throw postsUndecided({ posts: open.map(({ post }) => post.id) })
  const firm = decided.map(({ post, to }) => ({ post, to: to ?? [] }))
  for (const part of plan.parts.keys()) refuseTwo(firm.filter(({ to }) => to.includes(part)))
  return firm
}

function refuseTwo(here: readonly { post: PostRow }[]): void {
  for (const role of ['grid_leader', 'grid_worker'] as const) {
    const standing = here.filter(({ post }) => post.role === role && post.valid_to === null)
    if (standing.length > 1) throw postTaken({ role, holders: standing.length })
  }
}

/** Carries out what was decided, as of today. */
async function carryOut(ctx: Context, id: string, decision: queries.Decision): Promise<void> {
  const day = dayIn(ctx.district.timeZone, ctx.now)
  const { plan } = decision
  const posts = await decidedPosts(ctx, decision, day)
  const heir = plan.heir ?? 0
  const { grids } = await regroup(ctx, wantedOf(plan), { day, heir })
  const over = posts.map(({ post, to }) => ({ post, to: to.flatMap((part) => grids[part] ?? []) }))
  await handOverPosts(ctx, over, day)
  const home = grids[heir] ?? grids[0]
  const left = decision.from.map(({ areaId }) => areaId)
  if (home) await readdressOpen(ctx, { grids: left, heir: home })
  if (plan.kind !== 'move' && home) {
    await rehomeOrganisations(ctx, left, home)
  }
  await ctx.db.rows(queries.settleRegrouping, [ctx.district.id, id, day, 'done', grids, null, ctx.now])
}

/** Carries out what is due today. What has become impossible since it was decided is set aside with its reason. */
export async function carryOutDue(ctx: Context): Promise<void> {
  const today = dayIn(ctx.district.timeZone, ctx.now)
  for (const { id } of await ctx.db.rows(queries.listDue, [ctx.district.id, today])) {
    const row = await ctx.db.row(queries.findRegrouping, [ctx.district.id, id])
    if (!row) continue
    try {
      await carryOut(ctx, id, row.decision)
    } catch (error) {
      // Refused before anything was written; a refusal of the database ends the transaction and is tried again.
      if (!(error instanceof Problem)) throw error
      const { code } = error.kind
      await ctx.db.rows(queries.settleRegrouping, [ctx.district.id, id, null, 'stuck', null, code, ctx.now])
      ctx.audit('regrouping.stuck', id, { code })
    }
  }
}

export async function cancelRegrouping(ctx: Context, id: string): Promise<Regrouping> {
  const row = await ctx.db.row(queries.findRegrouping, [ctx.district.id, id])
  if (!row || !reaches(ctx.actor, 'places.edit', row.area_path)) throw regroupingNotFound()
  const locked = await ctx.db.row(queries.lockRegrouping, [ctx.district.id, id])
  if (locked?.state !== 'planned' && locked?.state !== 'stuck') throw regroupingSettled()
  await ctx.db.rows(queries.settleRegrouping, [ctx.district.id, id, null, 'cancelled', null, null, ctx.now])
  ctx.audit('regrouping.cancelled', id)
  return readRegrouping(ctx, id)
}

export async function listRegroupings(ctx: Context, query: { area?: number }) {
  const area = query.area
    ? await reachedArea(ctx, 'places.read', query.area)
    : await widestArea(ctx, 'places.read')
  const rows = await ctx.db.rows(queries.listRegroupings, [ctx.district.id, area.id])
  return { items: rows.map((row) => shape(ctx, row)) }
}

async function readRegrouping(ctx: Context, id: string): Promise<Regrouping> {
  const row = await ctx.db.row(queries.findRegrouping, [ctx.district.id, id])
  if (!row) throw regroupingNotFound()
  return shape(ctx, row)
}

const shape = (ctx: Context, row: queries.Row): Regrouping => ({
  id: row.id,
  kind: row.kind,
  day: row.day,
  state: row.state,
  areaId: row.area_id,
  areaName: row.area_name,
  from: row.decision.from,
  to: row.decision.to.map((name, index) => {
    const areaId = row.grid_ids?.[index]
    return { name, ...(areaId && { areaId }) }
  }),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at.toISOString(),
  ...(row.stuck_on && { stuckOn: messageOf(row.stuck_on, ctx.caller.language) }),
})
