import type { Context } from '#kernel/server/context.ts'
import type { MatterSummary } from '../contract.ts'
import { findSummary, type SummaryRow } from './list-queries.ts'
import { isOpen } from './matter-states.ts'
import { subjectName } from './receipt.ts'

export const shapeAll = (ctx: Context, rows: readonly SummaryRow[]): Promise<MatterSummary[]> =>
  Promise.all(rows.map((row) => shapeSummary(ctx, row)))

export async function shapeSummary(ctx: Context, row: SummaryRow): Promise<MatterSummary> {
  const running = isOpen(row.status) && row.status !== 'answered'
  const left = row.due_at.getTime() - ctx.now.getTime()
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    level: row.level,
    subject: await subjectName(ctx, row.subject),
    words: row.words ?? '',
    channel: row.channel ?? 'web',
    placeId: row.place_id,
    placeNames: row.place_names ?? [],
    areaName: row.area_name ?? '',
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    statusAt: row.status_at.toISOString(),
    isOverdue: running && left < 0,
    isDueSoon: running && left >= 0 && !row.paused_at && row.yellow_at <= ctx.now,
    reportCount: row.report_count,
    reopened: row.reopened,
    ...(row.organisation_name && { organisationName: row.organisation_name }),
    ...(row.handler_id && { handler: { id: row.handler_id, name: row.handler_name ?? '' } }),
    ...(row.satisfaction && { satisfaction: row.satisfaction }),
    urged: row.urged,
    isPaused: row.paused_at !== null,
    isDisputed: row.disputed_at !== null,
    isHidden: row.is_hidden,
    ...(row.raised_to && { raisedTo: row.raised_to }),
  }
}

/** The row of one matter as lists show it, read after an act. */
export async function summaryOf(ctx: Context, matterId: string): Promise<MatterSummary> {
  const row = await ctx.db.row(findSummary, [ctx.district.id, matterId])
  if (!row) throw new Error('a matter that was just written is gone')
  return shapeSummary(ctx, row)
}
