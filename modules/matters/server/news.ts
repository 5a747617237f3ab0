import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type * as contract from '../contract.ts'
import { type EventKind, searchTooShort } from '../contract.ts'
import { endOfFeed, readFeed } from './follow-feed.ts'
import { inStates, type ListQuery, narrowed, narrowingValues, shaped, statusesOf } from './list-filter.ts'
import { findSummaries } from './list-queries.ts'
import { type Reach, reachOf } from './list-reach.ts'
import { shapeAll } from './list-summary.ts'
import { recentYears, soughtOf, tsqueryOf } from './search-matters.ts'
import { momentOf, periodOf } from './search-periods.ts'
import { typed } from './search-text.ts'

/** Events looked at in one call, and matters told one by one: more is quicker read anew. */
const mostEvents = 500
const mostTold = 60

const inReach = (column: Reach['column']) =>
  statement<{ id: string }>(
    `matters.news-in-${column}`,
    `select id from matters where district_id = $1 and id = any ($2) and ${column}::text = $3
       and ($4::int is null or area_path @> array[$4::int]) limit ${mostTold + 1}`,
  )
/** $3 a search, or null; $4 the column of the organisation where that is all one sees. */
const belonging = shaped<{ id: string }>(
  'matters.belonging',
  (shape) => `select id from matters where district_id = $1 and id = any ($2)
     and ($3::text is null or exists (select 1 from matter_search s
       where s.district_id = matters.district_id and s.matter_id = matters.id and s.document @@ $3::text::tsquery))
     ${narrowed(4, shape)} ${inStates(14, '$4')}`,
)

/** What happened since somebody looked last, among what they may see: cheap to ask every few seconds when it is nothing. */
export async function readNews(ctx: Context, query: QueryOf<typeof contract.readNews>) {
  const { after, ...filter } = query
  if (after === undefined) return { position: await endOfFeed(ctx), changed: [], isMany: false }
  const entries = await readFeed(ctx, after, mostEvents)
  const position = entries.at(-1)?.position ?? after
  if (entries.length === 0) return { position, changed: [], isMany: false }
  if (entries.length === mostEvents) return { position: await endOfFeed(ctx), changed: [], isMany: true }

  const reach = await reachOf(ctx, filter.area)
  const byMatter = Map.groupBy(entries, (entry) => entry.matter_id)
  const values = [ctx.district.id, [...byMatter.keys()], String(reach.value), reach.within]
  const seen = (await ctx.db.rows(inReach(reach.column), values)).map(({ id }) => id)
  if (seen.length > mostTold) return { position, changed: [], isMany: true }
  const inList = new Set(await stillIn(ctx, reach, filter, seen))
  const matters = await shapeAll(ctx, await ctx.db.rows(findSummaries, [ctx.district.id, seen]))
  const changed = matters.map((matter) => {
    const own = byMatter.get(matter.id) ?? []
    return {
      matter,
      isIn: inList.has(matter.id),
      kinds: [...new Set(own.map((entry) => entry.kind as EventKind))],
      seq: Math.max(...own.map((entry) => entry.seq)),
    }
  })
  return { position, changed, isMany: false }
}

async function stillIn(
  ctx: Context,
  reach: Reach,
  filter: ListQuery,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const list = filter.list ?? (filter.q ? 'all' : 'open')
  const narrowing = narrowingValues(ctx, reach, filter)
  const values = [
    ctx.district.id,
    ids,
    await searchedFor(ctx, reach, filter, ids),
    ...narrowing,
    statusesOf[list],
    list,
  ]
  return (await ctx.db.rows(belonging(narrowing), values)).map(({ id }) => id)
}

/** The search as it stands in the documents of the months these matters came in. */
async function searchedFor(
  ctx: Context,
  reach: Reach,
  filter: ListQuery,
  ids: readonly string[],
): Promise<string | null> {
  if (!filter.q?.trim()) return null
  const wanted = typed(filter.q, recentYears(ctx))
  if (wanted.kind === 'short') throw searchTooShort()
  // Nothing new ever comes to have a number that was read out.
  if (wanted.kind !== 'words') return null
  const { all } = await soughtOf(ctx, reach, {}, wanted.terms)
  const periods = [...new Set(ids.map((id) => periodOf(momentOf(id))))]
  return periods.map((period) => `(${tsqueryOf(all, { period, days: undefined })})`).join(' | ')
}
