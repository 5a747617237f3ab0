import type { Context } from '#kernel/server/context.ts'
import { mergeRefused, moveRefused } from '../contract.ts'
import { append, lockFor, seenMatter } from './act.ts'
import { withoutHold } from './promise.ts'
import { findMatterByNumber, type MatterRow, moveReports, reportsToMove } from './queries.ts'

/**
 * Two matters are one thing: the reports of the first join the second, each still answered and asked. The earlier of the two
 * promises is kept, and the first ends as merged, saying where it went.
 */
export async function mergeMatter(
  ctx: Context,
  matterId: string,
  body: { into: string; reason: string },
): Promise<MatterRow> {
  const found = await ctx.db.row(findMatterByNumber, [ctx.district.id, body.into.trim()])
  if (!found || found.id === matterId) throw mergeRefused({ into: body.into })
  await seenMatter(ctx, found.id)
  const [source, target] = await lockBoth(ctx, matterId, found.id)
  if (target.status === 'answered') throw moveRefused({ status: target.status })

  const reports = await ctx.db.rows(reportsToMove, [ctx.district.id, source.id])
  await ctx.db.rows(moveReports, [ctx.district.id, reports.map((each) => each.id), target.id])
  const reason = body.reason.trim()
  const ids = reports.map((each) => each.id)
  const merged = append(ctx, source, 'merged', {
    into: target.id,
    number: target.number,
    reason,
    report_ids: ids,
  })
  let joined = target
  for (const [index, report] of reports.entries()) {
    const earlier = index === 0 && withoutHold(source.promise).dueAt < withoutHold(target.promise).dueAt
    joined = append(ctx, joined, 'joined', {
      report_id: report.id,
      fingerprint: report.fingerprint.toString('hex'),
      from: source.id,
      // While the target waits for a reporter its clock stands still: then its own promise stays.
      ...(earlier && !target.paused_at && { promise: withoutHold(source.promise) }),
    })
  }
  return merged
}

/** Always in the order of their ids, so that two people who merge the same two crosswise do not wait for each other. */
async function lockBoth(ctx: Context, sourceId: string, targetId: string): Promise<[MatterRow, MatterRow]> {
  const act = { permission: 'matters.moderate', action: 'merge' } as const
  if (sourceId < targetId) {
    const source = await lockFor(ctx, sourceId, act)
    return [source, await lockFor(ctx, targetId, act)]
  }
  const target = await lockFor(ctx, targetId, act)
  return [await lockFor(ctx, sourceId, act), target]
}
