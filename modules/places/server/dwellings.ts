import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type DwellingPlan, noDwellings } from '../contract.ts'
import { reachedAreaOn, todayOf } from './as-of.ts'
import { reachedArea } from './reach.ts'

type Row = { id: number; name: string; floors: number | null; rooms: number | null }

/** The units of a building on a day, or the building itself where it has none. $1 district, $2 area, $3 day. */
const listStairs = statement<Row>(
  'places.list-stairs',
  `with below as (
     select v.area_id as id, v.name from area_versions v join areas a on a.district_id = v.district_id and a.id = v.area_id
     where v.district_id = $1 and v.parent_id = $2 and a.kind = 'unit' and v.valid_from <= $3::date
       and (v.valid_to is null or v.valid_to > $3::date)
   ), stairs as (
     select id, name from below
     union all
     select a.id, a.name from areas a where a.district_id = $1 and a.id = $2 and not exists (select 1 from below)
   )
   select s.id, s.name, p.floors, p.rooms from stairs s
   left join dwelling_plans p on p.district_id = $1 and p.area_id = s.id and p.valid_from <= $3::date
     and (p.valid_to is null or p.valid_to > $3::date)
   order by length(s.name), s.name, s.id`,
)
const endPlan = statement(
  'places.end-dwelling-plan',
  `update dwelling_plans set valid_to = greatest($3::date, valid_from)
   where district_id = $1 and area_id = $2 and valid_to is null`,
)
const writePlan = statement(
  'places.write-dwelling-plan',
  `insert into dwelling_plans (district_id, area_id, valid_from, floors, rooms) values ($1, $2, $3, $4, $5)
   on conflict (district_id, area_id, valid_from) do update set valid_to = null, floors = excluded.floors,
     rooms = excluded.rooms`,
)

export async function readDwellings(ctx: Context, areaId: number, on: string | undefined) {
  const day = on ?? todayOf(ctx)
  const area = on
    ? await reachedAreaOn(ctx, 'places.read', areaId, on)
    : await reachedArea(ctx, 'places.read', areaId)
  if (area.kind !== 'building' && area.kind !== 'unit') throw noDwellings({ kind: area.kind })
  const rows = await ctx.db.rows(listStairs, [ctx.district.id, areaId, day])
  return {
    stairs: rows.map(({ id, name, floors, rooms }) => ({
      areaId: id,
      name,
      ...(floors !== null && rooms !== null && { plan: { floors, rooms } }),
    })),
  }
}

/** What was said before stays on record. */
export async function setDwellings(ctx: Context, areaId: number, plan: DwellingPlan): Promise<DwellingPlan> {
  const area = await reachedArea(ctx, 'places.edit', areaId)
  if (area.kind !== 'building' && area.kind !== 'unit') throw noDwellings({ kind: area.kind })
  await ctx.db.rows(endPlan, [ctx.district.id, areaId, todayOf(ctx)])
  await ctx.db.rows(writePlan, [ctx.district.id, areaId, todayOf(ctx), plan.floors, plan.rooms])
  ctx.audit('places.dwellings-set', String(areaId), { ...plan })
  return plan
}
