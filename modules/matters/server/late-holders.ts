import type { Context } from '#kernel/server/context.ts'
import { type Statement, statement } from '#kernel/server/database.ts'
import { type AreaKind, areaNotFound } from '#modules/places/contract.ts'
import type { AreaRow } from '#modules/places/server/door.ts'
import type { Level } from '../contract.ts'

/** Who has what is late: a person, an organisation, or nobody at a level of an area. */
export type LateHolder = {
  handlerId?: string
  organisationId?: string
  name: string
  level: Level
  /** Where it lies, if nobody has it in hand. */
  areaId?: number
  areaName?: string
  count: number
  /** The due time of the oldest. */
  since: Date
}

type Row = {
  handler_id: string | null
  organisation_id: string | null
  handler_name: string | null
  organisation_name: string | null
  area_id: number | null
  area_name: string | null
  level: Level
  n: number
  since: Date
}

const columnOf: Partial<Record<AreaKind, string>> = {
  district: 'district_id',
  street: 'street_id',
  community: 'community_id',
  grid: 'grid_id',
}

/** From the index of what is open: what is late is few. */
function listLate(column: string): Statement<Row> {
  return statement<Row>(
    `matters.late-holders-${column}`,
    `with late as (
       select handler_id, case when handler_id is null then organisation_id end as organisation_id,
         case when handler_id is null and organisation_id is null then area_id end as area_id,
         level, due_at
       from matters where district_id = $1 and ${column} = $2 and status in ('received', 'accepted', 'in_progress')
         and due_at < $3 and late_at is not null
     ), held as (
       select handler_id, organisation_id, area_id, min(level) as level, count(*)::int as n, min(due_at) as since
       from late group by handler_id, organisation_id, area_id
     )
     select held.handler_id, held.organisation_id, held.area_id, held.level, held.n, held.since, c.name as handler_name,
       o.name as organisation_name, a.name as area_name
     from held
     left join accounts c on c.district_id = $1 and c.id = held.handler_id
     left join organisations o on o.district_id = $1 and o.id = held.organisation_id
     left join areas a on a.district_id = $1 and a.id = held.area_id
     order by held.n desc, held.since limit $4`,
  )
}

/**
 * What is late in an area, by whom, most first.
 * @param area a district, street, community or grid
 */
export async function lateHolders(ctx: Context, area: AreaRow, most: number): Promise<LateHolder[]> {
  const column = columnOf[area.kind]
  if (!column) throw areaNotFound()
  const value = column === 'district_id' ? ctx.district.id : area.id
  const rows = await ctx.db.rows(listLate(column), [ctx.district.id, value, ctx.now, most])
  return rows.map((row) => ({
    name: row.handler_name ?? row.organisation_name ?? '',
    level: row.level,
    count: row.n,
    since: row.since,
    ...(row.handler_id && { handlerId: row.handler_id }),
    ...(row.organisation_id && { organisationId: row.organisation_id }),
    ...(row.area_id && { areaId: row.area_id, areaName: row.area_name ?? '' }),
  }))
}
