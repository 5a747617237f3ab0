import type { Problem } from '#kernel/contract/problem.ts'
import type { QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type * as contract from '../contract.ts'
import {
  evidenceMissing,
  extensionTooLong,
  handlerUnfit,
  matterNotFound,
  type MatterSummary,
  rerouteDecidedAbove,
} from '../contract.ts'
import { maySee } from './act.ts'
import { decidesDisputes, handlersOf } from './direct-matter.ts'
import { houseRules } from './house-rules.ts'
import { countByHandler, findSummaries } from './list-queries.ts'
import { shapeAll } from './list-summary.ts'
import { whyNot } from './possible-actions.ts'
import { findMatters, type MatterRow } from './queries.ts'

/** What lies outside the own posts is left out; where nothing is left, there is nothing. */
async function chosen(ctx: Context, ids: string): Promise<Map<string, MatterRow>> {
  const rows = await ctx.db.rows(findMatters, [ctx.district.id, ids.split(',')])
  const seen = rows.filter((matter) => maySee(ctx.actor, matter))
  if (seen.length === 0) throw matterNotFound()
  return new Map(seen.map((matter) => [matter.id, matter]))
}

type Query = QueryOf<typeof contract.previewBatch>

/** What would become of an act on each of the chosen, before anything is done; in the order they were chosen. */
export async function previewBatch(
  ctx: Context,
  query: Query,
): Promise<ReturnsOf<typeof contract.previewBatch>> {
  const matters = await chosen(ctx, query.ids)
  const ids = query.ids.split(',').filter((id) => matters.has(id))
  const summaries = await shapeAll(ctx, await ctx.db.rows(findSummaries, [ctx.district.id, ids]))
  const items = []
  for (const summary of summaries) {
    const matter = matters.get(summary.id)
    const problem = matter ? await against(ctx, matter, query) : matterNotFound()
    items.push(shape(ctx, summary, problem))
  }
  return { items }
}

function shape(ctx: Context, { id, number, subject, placeNames, handler }: MatterSummary, problem?: Problem) {
  return {
    id,
    number,
    subject,
    placeNames,
    ...(handler && { handlerName: handler.name }),
    ...(problem && { why: problem.kind.text[ctx.caller.language] }),
  }
}

async function against(ctx: Context, matter: MatterRow, query: Query): Promise<Problem | undefined> {
  const refused = whyNot(ctx, matter, query.action)
  if (refused) return refused
  switch (query.action) {
    case 'assign': {
      if (!query.handler) return undefined
      const fit = (await handlersOf(ctx, matter)).some((each) => each.accountId === query.handler)
      return fit ? undefined : handlerUnfit()
    }
    case 'transfer':
      return matter.rerouted > 0 && !decidesDisputes(ctx) ? rerouteDecidedAbove() : undefined
    case 'extend':
      return query.amount && query.amount > matter.promise.amount ? extensionTooLong() : undefined
    case 'answer': {
      if (query.outcome !== 'solved' || matter.has_evidence) return undefined
      const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
      return rules.subjects.get(matter.subject)?.evidence === 'photo' ? evidenceMissing() : undefined
    }
    default:
      return undefined
  }
}

/** Everybody who could be given at least one of them, who could be given most of them first. */
export async function listBatchHandlers(ctx: Context, ids: string) {
  const matters = await chosen(ctx, ids)
  const found = new Map<string, { id: string; name: string; role: Role; areaName: string; fits: number }>()
  for (const matter of matters.values()) {
    const unique = new Map((await handlersOf(ctx, matter)).map((each) => [each.accountId, each]))
    for (const { accountId, name, role, areaName } of unique.values()) {
      const before = found.get(accountId)
      if (before) before.fits += 1
      else found.set(accountId, { id: accountId, name, role, areaName, fits: 1 })
    }
  }
  const busy = await ctx.db.rows(countByHandler, [ctx.district.id, [...found.keys()]])
  const items = [...found.values()]
    .toSorted((one, other) => other.fits - one.fits)
    .map((each) => ({ ...each, openCount: busy.find((row) => row.handler_id === each.id)?.n ?? 0 }))
  return { items }
}

type Role = Awaited<ReturnType<typeof handlersOf>>[number]['role']
