import type { Problem } from '#kernel/contract/problem.ts'
import type { Context } from '#kernel/server/context.ts'
import {
  type Action,
  actions,
  alreadyAsked,
  alreadyDecided,
  assessedByHandler,
  decidedAbove,
  extendedAlready,
  extensionTooLate,
  followUpByHandler,
  followUpMissing,
  heldByOthers,
  moveRefused,
  noLevelAbove,
} from '../contract.ts'
import { mayAct } from './act.ts'
import { mayMove } from './matter-states.ts'
import type { MatterRow } from './queries.ts'
import { decidingLevel, mayDecide } from './supervise.ts'

const permissionOf: Record<Action, string> = {
  accept: 'matters.handle',
  assign: 'matters.dispatch',
  transfer: 'matters.dispatch',
  hand_up: 'matters.hand-up',
  return: 'matters.dispatch',
  note: 'matters.handle',
  answer: 'matters.handle',
  follow_up: 'matters.follow-up',
  close: 'matters.close',
  ask: 'matters.handle',
  extend: 'matters.extend',
  instruct: 'matters.supervise',
  dispute: 'matters.handle',
  decide: 'matters.dispatch',
  change_subject: 'matters.moderate',
  merge: 'matters.moderate',
  split: 'matters.moderate',
  hide: 'matters.moderate',
  show: 'matters.moderate',
  assess: 'matters.supervise',
  look_at_contact: 'matters.contact',
}

/** What the actor may do with the matter as it stands. */
export const possibleActions = (ctx: Context, matter: MatterRow): Action[] =>
  actions.filter((action) => whyNot(ctx, matter, action) === undefined)

/** Why an act would be refused before anything is said about it; the commands refuse by the same rules. */
export function whyNot(ctx: Context, matter: MatterRow, action: Action): Problem | undefined {
  if (!mayAct(ctx.actor, matter, permissionOf[action])) return heldByOthers({ level: matter.level })
  if (action === 'look_at_contact') return undefined
  if (!mayMove(matter.status, action)) return moveRefused({ status: matter.status })
  return standsAgainst[action]?.(ctx, matter)
}

type Against = (ctx: Context, matter: MatterRow) => Problem | undefined

const refusedIf = (isSo: boolean, matter: MatterRow): Problem | undefined =>
  isSo ? moveRefused({ status: matter.status }) : undefined

const isOwn = (ctx: Context, matter: MatterRow): boolean =>
  [matter.answered_by, matter.handler_id].includes(ctx.actor.id ?? '')

const standsAgainst: Partial<Record<Action, Against>> = {
  follow_up(ctx, matter) {
    if (matter.followed_up_at) return moveRefused({ status: matter.status })
    return isOwn(ctx, matter) ? followUpByHandler() : undefined
  },
  close: (_ctx, matter) => (matter.followed_up_at ? undefined : followUpMissing()),
  transfer: (_ctx, matter) => (matter.is_decided ? alreadyDecided() : undefined),
  hand_up: (_ctx, matter) => (matter.level === 'district' ? noLevelAbove() : undefined),
  ask: (_ctx, matter) => (matter.paused_at ? alreadyAsked() : undefined),
  extend(ctx, matter) {
    if (matter.extended > 0) return extendedAlready()
    return matter.due_at <= ctx.now || matter.paused_at ? extensionTooLate() : undefined
  },
  dispute(_ctx, matter) {
    if (matter.is_decided) return alreadyDecided()
    return refusedIf(matter.disputed_at !== null, matter)
  },
  decide(ctx, matter) {
    if (!matter.disputed_at) return moveRefused({ status: matter.status })
    return mayDecide(ctx, matter) ? undefined : decidedAbove({ level: decidingLevel(matter) })
  },
  hide: (_ctx, matter) => refusedIf(matter.is_hidden || !matter.is_public, matter),
  show: (_ctx, matter) => refusedIf(!matter.is_hidden, matter),
  assess: (ctx, matter) => (isOwn(ctx, matter) ? assessedByHandler() : undefined),
}
