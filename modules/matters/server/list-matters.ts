import type { ReturnsOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { requestMalformed } from '#kernel/server/problems.ts'
import type * as contract from '../contract.ts'
import { type ListName, searchTooShort } from '../contract.ts'
import { type ListQuery, narrowingValues } from './list-filter.ts'
import { findSummaries, listPage, type SummaryRow } from './list-queries.ts'
import { type Column, type Reach, reachOf } from './list-reach.ts'
import { shapeAll } from './list-summary.ts'
import { excerptsOf } from './search-excerpts.ts'
import { recentYears, searchIds, type Sought, soughtOf } from './search-matters.ts'
import { findByTail, withNumbers } from './search-numbers.ts'
import { type Typed, typed } from './search-text.ts'

type Page = ReturnsOf<typeof contract.listMatters>
/** How many at most; more than a call may ask for when a file is made of them. */
type Sized = ListQuery & { limit?: number }

export async function listMatters(ctx: Context, query: Sized): Promise<Page> {
  const reach = await reachOf(ctx, query.area)
  const said = query.q ?? query.number
  if (said?.trim()) {
    const wanted = typed(said, recentYears(ctx))
    if (wanted.kind === 'short') throw searchTooShort()
    return listFound(ctx, reach, query, wanted)
  }
  return isOrdered(query) ? listOrdered(ctx, reach, query) : listFound(ctx, reach, query, noWords)
}

const noWords: Typed = { kind: 'words', terms: [] }

/** Whether an index holds the list in its order: open ones by due time, done ones by their end if nothing narrows them. */
export function isOrdered({ list = 'open', ...query }: ListQuery): boolean {
  if (list === 'all') return false
  if (list !== 'done') return true
  const { subject, channel, level, colour, from, until, handler, organisation } = query
  return [subject, channel, level, colour, from, until, handler, organisation].every(
    (each) => each === undefined,
  )
}

type Cursor = { at: Date; id: string }
const writeCursor = ({ at, id }: Cursor): string => `${at.getTime().toString(36)}.${id}`
function readCursor(text: string): Cursor {
  const [time = '', id = ''] = text.split('.')
  const at = new Date(Number.parseInt(time, 36))
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw requestMalformed({ field: 'after' })
  return { at, id }
}
const beginning: Cursor = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
const end: Cursor = { at: new Date('9999-01-01'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const usualSize = 30

async function listOrdered(ctx: Context, reach: Reach, query: Sized): Promise<Page> {
  const list: ListName = query.list ?? 'open'
  const size = query.limit ?? usualSize
  const cursor = query.after ? readCursor(query.after) : list === 'done' ? end : beginning
  const { column, value, within } = narrowest(ctx, reach, query)
  const narrowing = narrowingValues(ctx, { ...reach, within }, query)
  const rows = await ctx.db.rows(listPage(column, list, narrowing), [
    ctx.district.id,
    value,
    cursor.at,
    cursor.id,
    size + 1,
    ...narrowing,
  ])
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  const timeOf = (row: SummaryRow) => (list === 'done' ? row.status_at : row.due_at)
  const next = rows.length > size && last ? writeCursor({ at: timeOf(last), id: last.id }) : undefined
  return { items: await shapeAll(ctx, shown), ...(next && { next }) }
}

/** Who holds it is the narrowest index; the area then only has to lie on the path. */
function narrowest(
  ctx: Context,
  reach: Reach,
  query: ListQuery,
): { column: Column; value: number | string; within: number | null } {
  const within = reach.area && reach.column !== 'district_id' ? reach.area.id : reach.within
  // In hand is in hand, also what lies outside a grid that took over another.
  const own = reach.area?.kind === 'grid' ? null : reach.within
  if (query.list === 'mine') return { column: 'handler_id', value: personId(ctx), within: own }
  if (reach.column === 'organisation_id') return reach
  if (query.handler) return { column: 'handler_id', value: query.handler, within }
  return query.organisation ? { column: 'organisation_id', value: query.organisation, within } : reach
}

async function listFound(ctx: Context, reach: Reach, query: Sized, wanted: Typed): Promise<Page> {
  const size = query.limit ?? usualSize
  if (wanted.kind === 'number') {
    return pageOf(ctx, await withNumbers(ctx, reach, { numbers: wanted.numbers, size }))
  }
  if (wanted.kind === 'tail') return pageOf(ctx, await findByTail(ctx, reach, wanted.digits, size))
  const terms = wanted.kind === 'words' ? wanted.terms : []
  const sought = await soughtOf(ctx, reach, query, terms)
  const before = query.after ? readCursor(query.after).id : undefined
  const ids = await searchIds(ctx, reach, query, { sought, before, size: size + 1 })
  const shown = ids.slice(0, size)
  const last = shown.at(-1)
  const next = ids.length > size && last ? writeCursor({ at: beginning.at, id: last }) : undefined
  return { ...(await pageOf(ctx, shown, sought)), ...(next && { next }) }
}

async function pageOf(ctx: Context, ids: readonly string[], sought?: Sought): Promise<Page> {
  const items = await shapeAll(ctx, await ctx.db.rows(findSummaries, [ctx.district.id, ids]))
  if (!sought || sought.highlights.length === 0) return { items }
  const excerpts = await excerptsOf(ctx, items, sought.highlights)
  const found = items.map((item) => {
    const excerpt = excerpts.get(item.id)
    return excerpt ? { ...item, found: excerpt } : item
  })
  return { items: found, marks: sought.highlights }
}
