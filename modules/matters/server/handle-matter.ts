import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { holdPhotos } from '#modules/files/server/door.ts'
import type * as contract from '../contract.ts'
import { evidenceMissing, followUpByHandler, followUpMissing } from '../contract.ts'
import { append, lockFor } from './act.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { houseRules } from './house-rules.ts'
import { loopRules } from './loop-rules.ts'
import { endOf, promiseFor } from './promise.ts'
import type { MatterRow } from './queries.ts'

export async function acceptMatter(
  ctx: Context,
  matterId: string,
  body: { take?: boolean },
): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.handle', action: 'accept' })
  // A department's own system accepts for the department: then nobody by name has it in hand.
  const me = ctx.actor.kind === 'system' ? null : personId(ctx)
  const handler = body.take || !matter.handler_id ? me : matter.handler_id
  return append(ctx, matter, 'accepted', { handler_id: handler })
}

export async function noteMatter(ctx: Context, matterId: string, body: BodyOf<typeof contract.noteMatter>) {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.handle', action: 'note' })
  await holdPhotos(ctx, body.photoIds, `matter:${matterId}`)
  return append(ctx, matter, 'noted', {
    words: body.words.trim(),
    photo_ids: body.photoIds,
    is_public: body.isPublic,
  })
}

/** The answer goes to every reporter. What the subject demands as evidence must be there before, not at the closing. */
export async function answerMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.answerMatter>,
) {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.handle', action: 'answer' })
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const demands = rules.subjects.get(matter.subject)?.evidence === 'photo' && body.outcome === 'solved'
  if (demands && !matter.has_evidence && body.photoIds.length === 0) throw evidenceMissing()
  await holdPhotos(ctx, body.photoIds, `matter:${matterId}`)
  const { followUpDays } = await readSetting(ctx, loopRules)
  const followUpBy =
    followUpDays > 0 ? await endOf(ctx, { amount: followUpDays, unit: 'natural_days' }) : undefined
  return append(ctx, matter, 'answered', {
    words: body.words.trim(),
    outcome: body.outcome,
    photo_ids: body.photoIds,
    ...(body.publicWords && { public_words: body.publicWords.trim() }),
    ...(followUpBy && { follow_up_by: followUpBy.toISOString() }),
  })
}

/** The call-back 回访, made by someone other than the handler. Dissatisfied goes back with a new clock. */
export async function followUpMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.followUpMatter>,
) {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.follow-up', action: 'follow_up' })
  const me = ctx.actor.id
  if (me && (me === matter.answered_by || me === matter.handler_id)) throw followUpByHandler()
  const words = body.words?.trim() ?? ''
  const asked = append(ctx, matter, 'followed_up', { result: body.result, words })
  if (body.result !== 'dissatisfied') return asked
  const promise = await promiseFor(ctx, matter.level, ctx.now)
  return append(ctx, asked, 'reopened', { words, promise, by: 'follow_up' })
}

export async function closeMatter(ctx: Context, matterId: string): Promise<MatterRow> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.close', action: 'close' })
  if (!matter.followed_up_at) throw followUpMissing()
  return append(ctx, matter, 'closed', {})
}
