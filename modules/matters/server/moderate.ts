import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { moveRefused, subjectUnknown } from '../contract.ts'
import { append, lockFor } from './act.ts'
import { houseRules } from './house-rules.ts'
import type { MatterRow } from './queries.ts'

/** Takes a matter off the public pages, with a reason; the reporter sees it as before. */
export async function hideMatter(ctx: Context, matterId: string, reason: string): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.moderate', action: 'hide' })
  if (matter.is_hidden) throw moveRefused({ status: matter.status })
  return append(ctx, matter, 'hidden', { reason: reason.trim() })
}

export async function showMatter(ctx: Context, matterId: string, reason: string): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.moderate', action: 'show' })
  if (!matter.is_hidden) throw moveRefused({ status: matter.status })
  return append(ctx, matter, 'shown', { reason: reason.trim() })
}

/** It is about something else than it was filed under. Where it lies stays; passing it on is an act of its own. */
export async function changeSubject(
  ctx: Context,
  matterId: string,
  body: { subject: string; reason: string },
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.moderate', action: 'change_subject' })
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  if (!rules.subjects.has(body.subject)) throw subjectUnknown()
  if (body.subject === matter.subject) throw moveRefused({ status: matter.status })
  const reason = body.reason.trim()
  return append(ctx, matter, 'subject_changed', { subject: body.subject, from: matter.subject, reason })
}
