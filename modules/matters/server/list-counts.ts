import type { Context } from '#kernel/server/context.ts'
import type { Counts } from '../contract.ts'
import type { ListQuery } from './list-filter.ts'
import { listMatters } from './list-matters.ts'
import { countMine, countOpen } from './list-queries.ts'
import { type Reach, reachOf } from './list-reach.ts'
import { nothingStands, type Standing, standingIn } from './standing.ts'

export async function countMatters(ctx: Context, query: { area?: number }): Promise<Counts> {
  const reach = await reachOf(ctx, query.area)
  const mine = await ctx.db.row(countMine, [ctx.district.id, ctx.actor.id ?? null])
  // Finer areas and organisations have no sums of their own: what is open in them is few.
  const kept = reach.area && reach.within === null ? reach.area.id : undefined
  const standing = kept ? (await standingIn(ctx, [kept])).get(kept) : await countLive(ctx, reach)
  return { ...(standing ?? nothingStands), mine: mine?.n ?? 0 }
}

async function countLive(ctx: Context, reach: Reach): Promise<Standing> {
  const within = reach.within === null ? [] : [reach.within]
  const values = [ctx.district.id, reach.value, ctx.now, ...within]
  const rows = await ctx.db.rows(countOpen(reach.column, within.length > 0), values)
  const of = (status: string) => rows.find((row) => row.status === status)
  const running = ['received', 'accepted', 'in_progress'].map(of)
  const sum = (pick: 'overdue' | 'due_soon' | 'waiting' | 'raised' | 'disputed'): number =>
    running.reduce((total, row) => total + (row?.[pick] ?? 0), 0)
  const answered = of('answered')
  return {
    todo: of('received')?.n ?? 0,
    doing: (of('accepted')?.n ?? 0) + (of('in_progress')?.n ?? 0),
    dueSoon: sum('due_soon'),
    overdue: sum('overdue'),
    waiting: sum('waiting'),
    raised: sum('raised'),
    disputed: sum('disputed'),
    toFollowUp: (answered?.n ?? 0) - (answered?.asked ?? 0),
    toClose: answered?.asked ?? 0,
    open: rows.reduce((total, row) => total + row.n, 0),
  }
}

/** Beyond this nobody counts by eye. */
const countedTo = 100

/** How many a narrowed list holds, from its first page: what it costs does not grow with what is there. */
export async function countFound(ctx: Context, query: ListQuery) {
  const { items, next } = await listMatters(ctx, { ...query, limit: countedTo })
  return { count: items.length, isMore: next !== undefined }
}
