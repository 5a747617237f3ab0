import type { Actor, Context } from '#kernel/server/context.ts'
import type { AreaKind } from '#modules/places/contract.ts'
import { levelOfKind, rankOfLevel } from '#modules/places/server/door.ts'
import { type Action, type EventKind, heldByOthers, matterNotFound, moveRefused } from '../contract.ts'
import { deltaOf } from './figures.ts'
import { after } from './fold.ts'
import { type EventData, firstHash, hashOf, type MatterEvent, type MatterState } from './matter-events.ts'
import { mayMove } from './matter-states.ts'
import { appendEvent, findMatter, insertMatter, lockMatter, type MatterRow } from './queries.ts'

/** Whether the actor may see the matter: a post over its area, a post in the organisation that holds it, or in hand. */
export function maySee(actor: Actor, matter: MatterRow): boolean {
  if (actor.kind === 'system' || matter.handler_id === actor.id) return actor.kind !== 'visitor'
  return actor.posts.some((post) => {
    if (!post.permissions.has('matters.read')) return false
    if (post.role === 'department_staff')
      return post.organisation === matter.organisation_id && matter.organisation_id !== null
    return matter.area_path.includes(post.area)
  })
}

/** Whether the actor may act: it is in hand, their organisation holds it, or their post is at its level or above. */
export function mayAct(actor: Actor, matter: MatterRow, permission: string): boolean {
  if (actor.kind === 'system') return true
  return actor.posts.some((post) => {
    if (!post.permissions.has(permission)) return false
    if (matter.organisation_id && post.organisation === matter.organisation_id) return true
    if (post.role === 'department_staff') return false
    if (!matter.area_path.includes(post.area)) return matter.handler_id === actor.id
    const rank = rankOfLevel(levelOfKind(post.areaKind as AreaKind))
    return matter.handler_id === actor.id || rank >= rankOfLevel(matter.level)
  })
}

/** @throws matterNotFound also when it exists outside the actor's posts. */
export async function seenMatter(ctx: Context, matterId: string): Promise<MatterRow> {
  const matter = await ctx.db.row(findMatter, [ctx.district.id, matterId])
  if (!matter || !maySee(ctx.actor, matter)) throw matterNotFound()
  return matter
}

/** Locks the matter for one act. @throws matterNotFound, heldByOthers, moveRefused */
export async function lockFor(
  ctx: Context,
  matterId: string,
  act: { permission: string; action: Exclude<Action, 'look_at_contact'> },
): Promise<MatterRow> {
  const matter = await ctx.db.row(lockMatter, [ctx.district.id, matterId])
  if (!matter || !maySee(ctx.actor, matter)) throw matterNotFound()
  if (!mayAct(ctx.actor, matter, act.permission)) throw heldByOthers({ level: matter.level })
  if (!mayMove(matter.status, act.action)) throw moveRefused({ status: matter.status })
  return matter
}

/** The role in which the actor did it, for the history: the post that reaches the matter. */
const roleOf = (actor: Actor, path: readonly number[]): string | null =>
  (actor.posts.find((post) => path.includes(post.area)) ?? actor.posts[0])?.role ?? null

function eventOf<Kind extends EventKind>(
  ctx: Context,
  on: { seq: number; path: readonly number[] },
  kind: Kind,
  data: EventData[Kind],
): MatterEvent {
  const { actor } = ctx
  return {
    seq: on.seq,
    kind,
    at: ctx.now,
    actor_kind: actor.kind,
    actor_id: actor.id ?? null,
    actor_role: roleOf(actor, on.path),
    data,
  } as MatterEvent
}

type Written = {
  matterId: string
  before: MatterState | undefined
  state: MatterState
  event: MatterEvent
  prev: Buffer
}

/** The parameters of a write, and the hash that ends the chain after it. */
function written(ctx: Context, { matterId, before, state, event, prev }: Written) {
  const hash = hashOf(prev, ctx.district.id, matterId, event)
  const values = [
    ctx.district.id,
    matterId,
    JSON.stringify(state),
    hash,
    event.seq,
    event.kind,
    event.at,
    event.actor_kind,
    event.actor_id,
    event.actor_role,
    JSON.stringify(event.data),
    prev,
    JSON.stringify(deltaOf(ctx.district.timeZone, before, state)),
  ]
  return { hash, values }
}

/** Begins a matter with its receipt. */
export function begin(
  ctx: Context,
  matterId: string,
  data: EventData['received'],
): { matter: MatterRow; event: MatterEvent } {
  const event = eventOf(ctx, { seq: 1, path: data.area_path }, 'received', data)
  const state = after(undefined, event)
  const { hash, values } = written(ctx, { matterId, before: undefined, state, event, prev: firstHash })
  ctx.send(insertMatter, values)
  ctx.audit('matters.received', matterId, { number: data.number })
  return { matter: { ...state, id: matterId, last_hash: hash }, event }
}

/** Adds one event to a locked matter: the row is what the events make it, never set by hand. */
export function append<Kind extends EventKind>(
  ctx: Context,
  matter: MatterRow,
  kind: Kind,
  data: EventData[Kind],
): MatterRow {
  const { id, last_hash, ...state } = matter
  const event = eventOf(ctx, { seq: matter.version + 1, path: matter.area_path }, kind, data)
  const next = after(state, event)
  const { hash, values } = written(ctx, { matterId: id, before: state, state: next, event, prev: last_hash })
  ctx.send(appendEvent, values)
  ctx.audit(`matters.${kind}`, id, { seq: event.seq })
  return { ...next, id, last_hash: hash }
}
