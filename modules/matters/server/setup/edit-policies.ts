import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type * as contract from '../../contract.ts'
import { dateTooEarly, type Level, type PolicySetup } from '../../contract.ts'
import { residentRequest } from '../house-rules.ts'
import { forgetRules } from './edit-subjects.ts'
import { deletePolicy, endPolicy, insertPolicy, lockPolicies, type PolicyRow } from './setup-queries.ts'

export const shapePolicy = (row: PolicyRow): PolicySetup => ({
  id: row.id,
  level: row.level,
  amount: row.amount,
  unit: row.unit,
  source: row.source,
  yellowPercent: row.yellow_percent,
  version: row.version,
  from: row.valid_from,
  ...(row.valid_to && { until: row.valid_to }),
})

/** The limit of a level from a day on, until the next one that is set already. */
export async function setPolicy(
  ctx: Context,
  level: Level,
  draft: BodyOf<typeof contract.setPolicy>,
): Promise<PolicySetup> {
  if (draft.from < dayIn(ctx.district.timeZone, ctx.now)) throw dateTooEarly()
  const rows = await ctx.db.rows(lockPolicies, [ctx.district.id, residentRequest, level])
  const before = rows.findLast((row) => row.valid_from <= draft.from)
  const next = rows.find((row) => row.valid_from > draft.from)
  const sameDay = before?.valid_from === draft.from
  if (before && sameDay) await ctx.db.rows(deletePolicy, [ctx.district.id, before.id])
  else if (before) await ctx.db.rows(endPolicy, [ctx.district.id, before.id, draft.from])
  const row = await ctx.db.row(insertPolicy, [
    ctx.district.id,
    residentRequest,
    level,
    draft.amount,
    draft.unit,
    draft.source.trim(),
    draft.yellowPercent,
    Math.max(0, ...rows.map((each) => each.version)) + 1,
    draft.from,
    next?.valid_from ?? null,
  ])
  if (!row) throw new Error('a limit was not made')
  ctx.audit('matters.policy-set', String(row.id), {
    from: before && shapePolicy(before),
    to: shapePolicy(row),
  })
  forgetRules(ctx)
  return shapePolicy(row)
}
