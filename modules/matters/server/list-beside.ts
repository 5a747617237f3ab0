import type { Context } from '#kernel/server/context.ts'
import { seenMatter } from './act.ts'
import { handlersOf } from './direct-matter.ts'
import { countByHandler, dressed, pageColumns, type SummaryRow } from './list-queries.ts'
import { shapeAll } from './list-summary.ts'
import { statement } from '#kernel/server/database.ts'
import type { MatterRow } from './queries.ts'

/** Who could be given the matter, the nearest first, with what each has in hand already. */
export async function listHandlers(ctx: Context, matterId: string) {
  const matter = await seenMatter(ctx, matterId)
  const staff = await handlersOf(ctx, matter)
  const unique = [...new Map(staff.map((each) => [each.accountId, each])).values()]
  const busy = await ctx.db.rows(countByHandler, [ctx.district.id, unique.map((each) => each.accountId)])
  const items = unique.map(({ accountId, name, role, areaName }) => ({
    id: accountId,
    name,
    role,
    areaName,
    openCount: busy.find((row) => row.handler_id === accountId)?.n ?? 0,
  }))
  return { items }
}

const alikeIn = (column: 'grid_id' | 'community_id') =>
  statement<SummaryRow>(
    `matters.alike-in-${column}`,
    dressed(
      `select ${pageColumns} from matters where district_id = $1 and ${column} = $2 and id <> $3
         and status in ('received', 'accepted', 'in_progress')
       order by (subject = $4) desc, (place_id = $5) desc, received_at desc limit 20`,
      '(m.subject = $4) desc, (m.place_id = $5) desc, m.received_at desc',
    ),
  )
const near = { grid_id: alikeIn('grid_id'), community_id: alikeIn('community_id') }

/** Open matters of the same grid, or of the community where there is none: what a clerk would merge this one with. */
export async function listAlikeMatters(ctx: Context, matterId: string) {
  const matter = await seenMatter(ctx, matterId)
  const column = matter.grid_id ? 'grid_id' : 'community_id'
  if (!matter[column]) return { items: [] }
  return { items: await shapeAll(ctx, await ctx.db.rows(near[column], valuesOf(ctx, matter, column))) }
}

const valuesOf = (ctx: Context, matter: MatterRow, column: 'grid_id' | 'community_id') => [
  ctx.district.id,
  matter[column],
  matter.id,
  matter.subject,
  matter.place_id,
]
