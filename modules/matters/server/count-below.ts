import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { keptFor } from '#kernel/server/kept.ts'
import { dayIn } from '#kernel/server/day.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import type { Role } from '#modules/people/contract.ts'
import { type Column, reachOf } from './list-reach.ts'
import { type Standing, standingIn } from './standing.ts'

type Below = { areaId: number; open: number; overdue: number }

const listBelow = statement<{ id: number; is_level: boolean }>(
  'matters.list-below',
  `select id, kind in ('street', 'community', 'grid') as is_level from areas
   where district_id = $1 and parent_id = $2 and valid_to is null`,
)
/** $2 the community, street or district around them, $3 the areas, $4 now. */
const countIn = (column: 'community_id' | 'street_id' | 'district_id') =>
  statement<Below>(
    `matters.count-below-in-${column}`,
    `select child as "areaId", count(*)::int as open,
       (count(*) filter (where m.due_at < $4 and m.status <> 'answered'))::int as overdue
     from unnest($3::int[]) as child
     join matters m on m.district_id = $1 and m.${column} = $2
       and m.status in ('received', 'accepted', 'in_progress', 'answered') and m.area_path @> array[child]
     group by child`,
  )
const liveIn = {
  community_id: countIn('community_id'),
  street_id: countIn('street_id'),
  district_id: countIn('district_id'),
}

/**
 * What is open directly below an area: of streets, communities and grids from sums that are kept as things happen; of what
 * stands between them, as quarters do in a community, from what is open around them.
 */
export async function countBelow(ctx: Context, areaId: number): Promise<{ items: Below[] }> {
  const area = await reachedArea(ctx, 'matters.read', areaId)
  const below = await ctx.db.rows(listBelow, [ctx.district.id, areaId])
  const levels = below.filter((each) => each.is_level).map(({ id }) => id)
  const sums = levels.length > 0 ? await standingIn(ctx, levels) : new Map<number, Standing>()
  const known = [...sums].map(([id, { open, overdue }]) => ({ areaId: id, open, overdue }))
  const others = below.filter((each) => !each.is_level).map(({ id }) => id)
  if (others.length === 0) return { items: known }
  const column = area.community_id ? 'community_id' : area.street_id ? 'street_id' : 'district_id'
  const around = column === 'district_id' ? ctx.district.id : area[column]
  const live = await ctx.db.rows(liveIn[column], [ctx.district.id, around, others, ctx.now])
  return { items: [...known, ...live] }
}

type HolderRow = {
  id: string
  name: string
  role: Role | null
  work_phone: string | null
  open: number
  overdue: number
}

const holdersIn = (column: Column) =>
  statement<HolderRow>(
    `matters.holders-${column}`,
    `select h.handler_id as id, c.name, p.role, p.work_phone, h.open, h.overdue from (
       select handler_id, count(*)::int as open, (count(*) filter (where due_at < $3))::int as overdue
       from matters where district_id = $1 and ${column} = $2 and handler_id is not null
         and status in ('received', 'accepted', 'in_progress') and ($5::int is null or area_path @> array[$5::int])
       group by handler_id order by open desc limit 200) h
     join accounts c on c.district_id = $1 and c.id = h.handler_id
     left join lateral (
       select role, work_phone from posts p where p.district_id = $1 and p.account_id = h.handler_id
         and p.valid_from <= $4::date and (p.valid_to is null or p.valid_to > $4::date)
       order by p.valid_from desc limit 1) p on true
     order by h.overdue desc, h.open desc, c.name`,
  )

const keptMs = 5_000

/** Who has what in hand; the same for everybody who looks at the area, so it is asked of the database once in five seconds. */
export async function listHolders(ctx: Context, areaId: number | undefined) {
  const { column, value, within } = await reachOf(ctx, areaId)
  const name = `matters.holders ${column} ${value} ${within ?? ''}`
  const rows = await keptFor(ctx, name, keptMs, (inner) =>
    inner.db.rows(holdersIn(column), [
      inner.district.id,
      value,
      inner.now,
      dayIn(inner.district.timeZone, inner.now),
      within,
    ]),
  )
  const items = rows.map(({ role, work_phone, ...row }) => ({
    ...row,
    ...(role && { role }),
    ...(work_phone && { workPhone: work_phone }),
  }))
  return { items }
}
