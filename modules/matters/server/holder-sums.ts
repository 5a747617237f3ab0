import type { Context } from '#kernel/server/context.ts'
import { type Statement, statement } from '#kernel/server/database.ts'
import { heldBy } from './figures.ts'

/** Who has something of an area in hand, and how much of it. */
export type Holding = {
  /** Exactly one of the three. */
  person?: string
  organisation?: string
  /** The area where it lies with nobody. */
  nobodyIn?: number
  open: number
  late: number
}

type Row = { holder: string; open: number; late: number }

const list = (by: 'open' | 'late'): Statement<Row> =>
  statement<Row>(
    `matters.list-holdings-${by}`,
    `with pending as (
       select d.holder, d.figures from matter_changes c
       cross join jsonb_to_recordset(c.delta) as d (areas jsonb, figures jsonb, holder text)
       where c.district_id = $1 and d.holder is not null and d.areas @> to_jsonb($2::int)
     ), parts as (
       select subject as holder, todo + doing as open, open_late as late from matter_rollups
       where district_id = $1 and area_id = $2 and grain = 'all' and start = '2000-01-01' and subject <> ''
       union all
       select holder, coalesce((figures ->> 'todo')::int, 0) + coalesce((figures ->> 'doing')::int, 0),
         coalesce((figures ->> 'open_late')::int, 0) from pending
     )
     select holder, sum(open)::int as open, sum(late)::int as late from parts
     where $3::text is null or left(holder, 2) = $3
     group by holder having sum(${by}) > 0 order by ${by} desc, holder limit $4`,
  )
const lists = { open: list('open'), late: list('late') }

/**
 * Who has most of an area that holds a level (district, street, community, grid), most first: from sums kept as things happen,
 * with what is not yet added, so that the cost does not grow with what is open.
 */
export async function holdingsIn(
  ctx: Context,
  areaId: number,
  { by, most, onlyPeople = false }: { by: 'open' | 'late'; most: number; onlyPeople?: boolean },
): Promise<Holding[]> {
  const kind = onlyPeople ? heldBy.person : null
  const rows = await ctx.db.rows(lists[by], [ctx.district.id, areaId, kind, most])
  return rows.map(({ holder, open, late }) => ({ ...named(holder), open, late }))
}

function named(holder: string): Pick<Holding, 'person' | 'organisation' | 'nobodyIn'> {
  const name = holder.slice(2)
  if (holder.startsWith(heldBy.person)) return { person: name }
  return holder.startsWith(heldBy.organisation) ? { organisation: name } : { nobodyIn: Number(name) }
}
