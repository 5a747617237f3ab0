import type { Static } from 'typebox'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { photosOf, pick } from '#modules/files/server/door.ts'
import {
  type Action,
  actions,
  heldByOthers,
  matterNotFound,
  type MatterDetail,
  type ReportDetail,
} from '../contract.ts'
import { mayAct, seenMatter } from './act.ts'
import { handlersOf } from './direct-matter.ts'
import { houseRules } from './house-rules.ts'
import { countByHandler } from './list-queries.ts'
import { summaryOf } from './list-matters.ts'
import { mayMove } from './matter-states.ts'
import { mayDecide } from './supervise.ts'
import { findReport, listReports, type MatterRow, type ReportRow } from './queries.ts'
import { maskName, maskPhone, openedContact } from './contact.ts'
import { staffTimeline } from './timeline.ts'

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
  look_at_contact: 'matters.contact',
}

/** What the actor may do with the matter as it stands; the commands refuse the rest by the same rules. */
function possibleActions(ctx: Context, matter: MatterRow): Action[] {
  return actions.filter((action) => {
    if (!mayAct(ctx.actor, matter, permissionOf[action])) return false
    if (action === 'look_at_contact') return true
    if (!mayMove(matter.status, action)) return false
    if (action === 'follow_up') {
      return (
        matter.followed_up_at === null &&
        ![matter.answered_by, matter.handler_id].includes(ctx.actor.id ?? '')
      )
    }
    return stands(ctx, matter, action)
  })
}

/** What else must be so for an act to be offered; the commands say why when it is not. */
function stands(ctx: Context, matter: MatterRow, action: Action): boolean {
  switch (action) {
    case 'close':
      return matter.followed_up_at !== null
    case 'transfer':
      return !matter.is_decided
    case 'ask':
      return matter.paused_at === null
    case 'extend':
      return matter.extended === 0 && matter.due_at > ctx.now && matter.paused_at === null
    case 'dispute':
      return matter.disputed_at === null && !matter.is_decided
    case 'decide':
      return matter.disputed_at !== null && mayDecide(ctx, matter)
    case 'hide':
      return !matter.is_hidden && matter.is_public
    case 'show':
      return matter.is_hidden
    default:
      return true
  }
}

export async function readMatter(ctx: Context, matterId: string): Promise<MatterDetail> {
  const matter = await seenMatter(ctx, matterId)
  const reports = await ctx.db.rows(listReports, [ctx.district.id, matterId])
  const photos = await photosOf(
    ctx,
    reports.flatMap((report) => report.photo_ids),
  )
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const { rule, level, areaName, passed } = matter.route
  return {
    matter: await summaryOf(ctx, matterId),
    promise: matter.promise,
    route: { level, areaName, passed, ...(rule && { rule }) },
    needsPhoto: rules.subjects.get(matter.subject)?.evidence === 'photo',
    hasEvidence: matter.has_evidence,
    reports: reports.map((report) => shapeReport(ctx, report, pick(photos, report.photo_ids))),
    timeline: await staffTimeline(ctx, matterId),
    actions: possibleActions(ctx, matter),
    ...(matter.outcome && { outcome: matter.outcome }),
    ...(matter.follow_up && { followUp: matter.follow_up }),
  }
}

function shapeReport(ctx: Context, report: ReportRow, photos: Static<typeof ReportDetail>['photos']) {
  const { name, phone } = openedContact(ctx, report)
  return {
    id: report.id,
    words: report.words,
    photos,
    channel: report.channel,
    receivedAt: report.received_at.toISOString(),
    ratingReasons: report.rating_reasons,
    isPrivate: report.is_private,
    ...(phone && { maskedPhone: maskPhone(phone) }),
    ...(name && { maskedName: maskName(name) }),
    ...(report.rating && { rating: report.rating }),
    ...(report.rating_words && { ratingWords: report.rating_words }),
  }
}

/** Shows who reported, to the post that handles it; who looked, when and why stays on record. */
export async function lookAtContact(
  ctx: Context,
  at: { matterId: string; reportId: string },
  reason: string,
) {
  const matter = await seenMatter(ctx, at.matterId)
  if (!mayAct(ctx.actor, matter, 'matters.contact')) throw heldByOthers({ level: matter.level })
  const report = await ctx.db.row(findReport, [ctx.district.id, at.reportId])
  if (!report || report.matter_id !== at.matterId) throw matterNotFound()

  const { name, phone } = openedContact(ctx, report)
  ctx.audit('matters.contact-seen', at.reportId, { matterId: at.matterId, reason: reason.trim() })
  return { ...(name && { name }), ...(phone && { phone }) }
}

export async function listHandlers(ctx: Context, matterId: string) {
  const matter = await seenMatter(ctx, matterId)
  const staff = await handlersOf(ctx, matter)
  const unique = [...new Map(staff.map((each) => [each.accountId, each])).values()]
  const busy = await ctx.db.rows(countByHandler, [ctx.district.id, unique.map((each) => each.accountId)])
  const items = unique.map(({ accountId, name, role, areaName }) => ({
    id: accountId,
    name,
    role,
    areaName,
    openCount: busy.find((row) => row.handler_id === accountId)?.n ?? 0,
  }))
  return { items }
}
