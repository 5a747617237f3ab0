import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { findArea } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import { splitRefused, targetUnknown } from '../contract.ts'
import { append, lockFor } from './act.ts'
import { type MatterRow, moveReports, type ReportRow, reportsToMove } from './queries.ts'
import { openedContact } from './contact.ts'
import { beginNumbered, destine, prepare, type Said, take } from './receive.ts'

/**
 * One matter was two. Either some of its reports were about something else and go over to a new matter, or one reporter said
 * two things at once and the second becomes a report of its own, with the same contact and a code of its own.
 */
export async function splitMatter(
  ctx: Context,
  matterId: string,
  body: BodyOf<typeof contract.splitMatter>,
): Promise<{ matter: MatterRow; made: MatterRow }> {
  const matter = await lockFor(ctx, matterId, { permission: 'matters.moderate', action: 'split' })
  const reports = await ctx.db.rows(reportsToMove, [ctx.district.id, matterId])
  const chosen = reports.filter((report) => body.reportIds.includes(report.id))
  const [first] = chosen
  if (!first || chosen.length !== body.reportIds.length) throw splitRefused()
  return body.words === undefined
    ? moveOver(ctx, matter, { body, first, chosen, stay: reports.length - chosen.length })
    : takePart(ctx, matter, { body, first, words: body.words.trim() })
}

type Body = BodyOf<typeof contract.splitMatter>

async function moveOver(
  ctx: Context,
  matter: MatterRow,
  { body, first, chosen, stay }: { body: Body; first: ReportRow; chosen: ReportRow[]; stay: number },
) {
  if (stay === 0) throw splitRefused()
  const said = await saidAgain(ctx, matter, first, body)
  const origin = { start: first.received_at, splitFrom: matter.id }
  const destined = await destine(ctx, said, origin)
  const begun = { ...destined, reportId: first.id, fingerprint: first.fingerprint }
  let made = (await beginNumbered(ctx, begun, origin)).matter
  await ctx.db.rows(moveReports, [ctx.district.id, chosen.map((each) => each.id), made.id])
  for (const report of chosen.slice(1)) {
    const fingerprint = report.fingerprint.toString('hex')
    made = append(ctx, made, 'joined', { report_id: report.id, fingerprint, from: matter.id })
  }
  return {
    made,
    matter: append(
      ctx,
      matter,
      'split',
      told(
        made,
        body,
        chosen.map((each) => each.id),
      ),
    ),
  }
}

async function takePart(
  ctx: Context,
  matter: MatterRow,
  { body, first, words }: { body: Body; first: ReportRow; words: string },
) {
  if (body.reportIds.length !== 1) throw splitRefused()
  const said = { ...(await saidAgain(ctx, matter, first, body)), words, photoIds: [], splitFrom: first.id }
  const origin = { start: first.received_at, splitFrom: matter.id }
  const { matter: made } = await take(ctx, await prepare(ctx, said, origin), origin)
  return { made, matter: append(ctx, matter, 'split', told(made, body, [])) }
}

const told = (made: MatterRow, body: Body, reportIds: string[]) => ({
  into: made.id,
  number: made.number,
  reason: body.reason.trim(),
  report_ids: reportIds,
})

/** What the reporter said, as it would be received again under the other subject. */
async function saidAgain(ctx: Context, matter: MatterRow, report: ReportRow, body: Body): Promise<Said> {
  const place = await ctx.db.row(findArea, [ctx.district.id, report.place_id])
  const found = place ?? (await ctx.db.row(findArea, [ctx.district.id, matter.area_id]))
  if (!found) throw targetUnknown()
  const { name, phone, email } = openedContact(ctx, report)
  return {
    place: found,
    doorToken: report.door_token ?? undefined,
    channel: report.channel,
    subject: body.subject,
    words: report.words,
    photoIds: report.photo_ids,
    contactName: name,
    contactPhone: phone,
    contactEmail: email,
    isPrivate: report.is_private,
    language: report.language,
    noticeWay: report.notice_way,
    consentVersion: report.consent_version ?? undefined,
    byGuardian: report.by_guardian,
    ...(body.areaId && { place: await areaGiven(ctx, body.areaId) }),
  }
}

async function areaGiven(ctx: Context, areaId: number) {
  const area = await ctx.db.row(findArea, [ctx.district.id, areaId])
  if (!area) throw targetUnknown()
  return area
}
