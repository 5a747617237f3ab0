import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { voicesOf } from '#modules/files/server/door.ts'
import { heldByOthers, matterNotFound, type MatterDetail } from '../contract.ts'
import { mayAct, seenMatter } from './act.ts'
import { openedContact } from './contact.ts'
import { houseRules } from './house-rules.ts'
import { summaryOf } from './list-summary.ts'
import { loopRules } from './loop-rules.ts'
import { possibleActions } from './possible-actions.ts'
import { endOf, promiseExtended } from './promise.ts'
import { findReport, listEvents, type MatterRow } from './queries.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { reportsOf } from './report-detail.ts'
import { notesOf } from './detail-notes.ts'
import { staffTimeline } from './timeline.ts'

export async function readMatter(ctx: Context, matterId: string): Promise<MatterDetail> {
  const matter = await seenMatter(ctx, matterId)
  const events = await ctx.db.rows(listEvents, [ctx.district.id, matterId])
  const timeline = await staffTimeline(ctx, matterId, events)
  const voices = await voicesOf(
    ctx,
    timeline.flatMap(({ voice }) => voice ?? []),
  )
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const { rule, level, areaName, passed } = matter.route
  const actions = possibleActions(ctx, matter)
  return {
    matter: await summaryOf(ctx, matterId),
    promise: matter.promise,
    route: { level, areaName, passed, ...(rule && { rule }) },
    needsPhoto: rules.subjects.get(matter.subject)?.evidence === 'photo',
    hasEvidence: matter.has_evidence,
    isBeyond: matter.is_beyond,
    isPublic: matter.is_public,
    reports: await reportsOf(ctx, matterId),
    timeline,
    voices: [...voices.values()],
    actions,
    foreseen: await foreseen(ctx, matter, actions),
    ...(await notesOf(ctx, matter, { events, timeline })),
    ...(matter.outcome && { outcome: matter.outcome }),
    ...(matter.follow_up && { followUp: matter.follow_up }),
  }
}

/** More time is rarely asked for by the month: longer extensions are possible, only not foretold. */
const mostForetold = 30

async function foreseen(
  ctx: Context,
  matter: MatterRow,
  actions: MatterDetail['actions'],
): Promise<MatterDetail['foreseen']> {
  const { promise } = matter
  const told: MatterDetail['foreseen'] = {}
  if (actions.includes('ask') && matter.due_at > ctx.now) {
    const { askDays } = await readSetting(ctx, loopRules)
    told.askUntil = (await endOf(ctx, { amount: askDays, unit: 'natural_days' })).toISOString()
  }
  if (!actions.includes('extend')) return told
  const dues: string[] = []
  for (let amount = 1; amount <= Math.min(promise.amount, mostForetold); amount += 1) {
    dues.push((await promiseExtended(ctx, promise, amount)).dueAt)
  }
  return { ...told, extension: { unit: promise.unit, dues } }
}

/** Shows who reported and how to reach them, to the post that handles it; who looked, when and why stays on record. */
export async function lookAtContact(
  ctx: Context,
  at: { matterId: string; reportId: string },
  reason: string,
) {
  const matter = await seenMatter(ctx, at.matterId)
  if (!mayAct(ctx.actor, matter, 'matters.contact')) throw heldByOthers({ level: matter.level })
  const report = await ctx.db.row(findReport, [ctx.district.id, at.reportId])
  if (!report || report.matter_id !== at.matterId) throw matterNotFound()

  const { name, phone, email } = openedContact(ctx, report)
  ctx.audit('matters.contact-seen', at.reportId, { matterId: at.matterId, reason: reason.trim() })
  return { ...(name && { name }), ...(phone && { phone }), ...(email && { email }) }
}
