import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type * as contract from '../contract.ts'
import { type SavedFilter, tooManyFilters } from '../contract.ts'

const most = 30

const listOwn = statement<SavedFilter>(
  'matters.list-filters',
  'select id, name, query from saved_filters where district_id = $1 and account_id = $2 order by position, id',
)
/** An id that somebody else has is left as it is: nothing of theirs is changed or shown. */
const keep = statement(
  'matters.keep-filter',
  `insert into saved_filters as f (district_id, id, account_id, name, query, position)
   values ($1, $3, $2, $4, $5, (
     select coalesce(max(position), 0) + 1 from saved_filters where district_id = $1 and account_id = $2))
   on conflict (district_id, id) do update set name = excluded.name, query = excluded.query
     where f.account_id = excluded.account_id`,
)
const order = statement(
  'matters.order-filters',
  `update saved_filters set position = o.position
   from unnest($3::uuid[]) with ordinality as o (id, position)
   where district_id = $1 and account_id = $2 and saved_filters.id = o.id`,
)
const drop = statement(
  'matters.drop-filter',
  'delete from saved_filters where district_id = $1 and account_id = $2 and id = $3',
)

/** The filters somebody keeps under names; nobody else sees them. */
export async function listFilters(ctx: Context): Promise<{ items: SavedFilter[] }> {
  return { items: await ctx.db.rows(listOwn, [ctx.district.id, personId(ctx)]) }
}

export async function keepFilter(ctx: Context, id: string, body: BodyOf<typeof contract.keepFilter>) {
  const { items } = await listFilters(ctx)
  if (items.length >= most && items.every((each) => each.id !== id)) throw tooManyFilters({ most })
  const values = [ctx.district.id, personId(ctx), id, body.name.trim(), JSON.stringify(body.query)]
  await ctx.db.rows(keep, values)
  ctx.audit('matters.filter-kept', id)
  return listFilters(ctx)
}

export async function orderFilters(ctx: Context, ids: readonly string[]) {
  await ctx.db.rows(order, [ctx.district.id, personId(ctx), ids])
  ctx.audit('matters.filters-ordered', personId(ctx))
  return listFilters(ctx)
}

export async function dropFilter(ctx: Context, id: string) {
  await ctx.db.rows(drop, [ctx.district.id, personId(ctx), id])
  ctx.audit('matters.filter-dropped', id)
  return listFilters(ctx)
}
