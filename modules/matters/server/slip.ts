import QRCode from 'qrcode'
import type { Context } from '#kernel/server/context.ts'
import { officeNow } from '#modules/office/server/door.ts'
import type { Contact } from '#modules/people/contract.ts'
import { contactsOf } from '#modules/people/server/door.ts'
import { matterNotFound, type Slip, spokenByHandler } from '../contract.ts'
import { seenMatter } from './act.ts'
import { summaryOf } from './list-summary.ts'
import { namesOf } from './people-names.ts'
import { findReport, type MatterRow, type ReportRow } from './queries.ts'
import { holderName, subjectName } from './receipt.ts'

/** Whether the actor had it in hand or answered it: then they do not speak for the reporter. */
export const isHandledBy = ({ actor }: Context, matter: MatterRow): boolean =>
  actor.id !== undefined && [matter.handler_id, matter.answered_by].includes(actor.id)

/** Who took it down told the code anyway; to others it is given unless they would judge themselves with it. */
export const mayPrint = (ctx: Context, matter: MatterRow, report: ReportRow): boolean =>
  report.erased_at === null && (report.taken_by === ctx.actor.id || !isHandledBy(ctx, matter))

/** A report the actor may see through its matter. @throws matterNotFound */
export async function seenReport(ctx: Context, at: { matterId: string; reportId: string }) {
  const matter = await seenMatter(ctx, at.matterId)
  const report = await ctx.db.row(findReport, [ctx.district.id, at.reportId])
  if (!report || report.matter_id !== at.matterId) throw matterNotFound()
  return { matter, report }
}

/** The slip to take home: number, code, promise with its rule, who has it, whom to call. Who made it is on record. */
export async function makeSlip(ctx: Context, at: { matterId: string; reportId: string }): Promise<Slip> {
  const { matter, report } = await seenReport(ctx, at)
  if (!mayPrint(ctx, matter, report)) throw spokenByHandler()
  ctx.audit('matters.slip-made', at.reportId, { matterId: at.matterId })
  const url = `${ctx.caller.base}/r/${report.query_code}`
  const { placeNames } = await summaryOf(ctx, matter.id)
  const handler = matter.handler_id
    ? (await namesOf(ctx, [matter.handler_id])).get(matter.handler_id)
    : undefined
  const contacts = await contactsOf(ctx, matter.place_id)
  const { dueAt, amount, unit, source } = matter.promise
  const { name, lines } = await officeNow(ctx)
  return {
    districtName: name,
    lines,
    number: matter.number,
    code: report.query_code,
    url,
    svg: await QRCode.toString(url, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
    subject: await subjectName(ctx, report.subject),
    placeNames,
    receivedAt: report.received_at.toISOString(),
    promise: { dueAt, amount, unit, source },
    holderName: await holderName(ctx, matter),
    ...(handler && { handler }),
    phones: communityFirst(contacts.filter(({ workPhone }) => workPhone !== '')),
  }
}

/** The community's own number answers also when who has it in hand is out or gone. */
const communityFirst = (contacts: readonly Contact[]): Contact[] =>
  contacts.toSorted((one, other) => Number(isOfCommunity(other)) - Number(isOfCommunity(one)))
const isOfCommunity = ({ role }: Contact): boolean =>
  role === 'community_clerk' || role === 'community_secretary'
