import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { keptFor } from '#kernel/server/kept.ts'
import { dayIn } from '#kernel/server/day.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import type { Role } from '#modules/people/contract.ts'
import { holdingsIn } from './holder-sums.ts'
import { type Column, type Reach, reachOf } from './list-reach.ts'
import { type Standing, standingIn } from './standing.ts'

type Below = { areaId: number; open: number; overdue: number }

const listBelow = statement<{ id: number; is_level: boolean }>(
  'matters.list-below',
  `select id, kind in ('street', 'community', 'grid') and not exists (
     select 1 from area_lineage l where l.district_id = areas.district_id and l.to_id = areas.id) as is_level from areas
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
 * stands between them, as quarters do in a community, and of grids that took over others, from what is open around them.
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

type Holder = {
  id: string
  name: string
  role: Role | null
  work_phone: string | null
  open: number
  overdue: number
}

const mostHolders = 200
/** Where an organisation or a finer area is all one sees: what is open there is few. */
const holdersIn = (column: Column) =>
  statement<{ id: string; open: number; overdue: number }>(
    `matters.holders-${column}`,
    `select handler_id as id, count(*)::int as open, (count(*) filter (where due_at < $3))::int as overdue
     from matters where district_id = $1 and ${column} = $2 and handler_id is not null
       and status in ('received', 'accepted', 'in_progress') and ($4::int is null or area_path @> array[$4::int])
     group by handler_id order by open desc limit ${mostHolders}`,
  )
const listPeople = statement<Pick<Holder, 'id' | 'name' | 'role' | 'work_phone'>>(
  'matters.holders-people',
  `select c.id, c.name, p.role, p.work_phone from accounts c
   left join lateral (
     select role, work_phone from posts p where p.district_id = $1 and p.account_id = c.id
       and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)
     order by p.valid_from desc limit 1) p on true
   where c.district_id = $1 and c.id = any ($2)`,
)

const keptMs = 5_000

/** Who has what in hand; the same for everybody who looks at the area, so it is asked of the database once in five seconds. */
export async function listHolders(ctx: Context, areaId: number | undefined) {
  const reach = await reachOf(ctx, areaId)
  const name = `matters.holders ${reach.column} ${reach.value} ${reach.within ?? ''}`
  const holders = await keptFor(ctx, name, keptMs, (inner) => holdersOf(inner, reach))
  const items = holders.map(({ role, work_phone, ...row }) => ({
    ...row,
    ...(role && { role }),
    ...(work_phone && { workPhone: work_phone }),
  }))
  return { items }
}

async function holdersOf(ctx: Context, reach: Reach): Promise<Holder[]> {
  const holding = await peopleHolding(ctx, reach)
  const ids = holding.map(({ id }) => id)
  const today = dayIn(ctx.district.timeZone, ctx.now)
  const people = await ctx.db.rows(listPeople, [ctx.district.id, ids, today])
  const counts = new Map(holding.map((each) => [each.id, each]))
  return people
    .map((person) => ({
      ...person,
      open: counts.get(person.id)?.open ?? 0,
      overdue: counts.get(person.id)?.overdue ?? 0,
    }))
    .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open || a.name.localeCompare(b.name, 'zh'))
}

async function peopleHolding(ctx: Context, { column, value, within, area }: Reach) {
  const { district, now } = ctx
  if (!area || within !== null) return ctx.db.rows(holdersIn(column), [district.id, value, now, within])
  const held = await holdingsIn(ctx, area.id, { by: 'open', most: mostHolders, onlyPeople: true })
  return held.map(({ person = '', open, late }) => ({ id: person, open, overdue: late }))
}
