import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type AreaKind, areaNotFound } from '#modules/places/contract.ts'
import type { AreaRow } from '#modules/places/server/door.ts'
import type { Level } from '../contract.ts'
import { type Holding, holdingsIn } from './holder-sums.ts'

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

type Row = { key: string; name: string; level: Level; since: Date }

const oldest = (table: string, holds: string): string =>
  `select h.id::text as key, n.name, first.level, first.due_at as since
   from unnest(HOLDERS) as h (id)
   join ${table} n on n.district_id = $1 and n.id = h.id
   cross join lateral (
     select level, due_at from matters where district_id = $1 and ${holds}
       and status in ('received', 'accepted', 'in_progress') and late_at is not null and area_path @> array[$2::int]
     order by due_at limit 1) first`

/** Of each who holds something late in an area ($2): the name, and what is due longest. */
const listOldest = statement<Row>(
  'matters.oldest-late',
  [
    oldest('accounts', 'handler_id = h.id').replace('HOLDERS', '$3::uuid[]'),
    oldest('organisations', 'organisation_id = h.id and handler_id is null').replace('HOLDERS', '$4::uuid[]'),
    oldest('areas', 'area_id = h.id and handler_id is null and organisation_id is null').replace(
      'HOLDERS',
      '$5::int[]',
    ),
  ].join(' union all '),
)

const levelKinds: readonly AreaKind[] = ['district', 'street', 'community', 'grid']

/**
 * What is late in an area, by whom, most first.
 * @param area a district, street, community or grid
 */
export async function lateHolders(ctx: Context, area: AreaRow, most: number): Promise<LateHolder[]> {
  if (!levelKinds.includes(area.kind)) throw areaNotFound()
  const holdings = await holdingsIn(ctx, area.id, { by: 'late', most })
  if (holdings.length === 0) return []
  const rows = await ctx.db.rows(listOldest, [
    ctx.district.id,
    area.id,
    holdings.flatMap(({ person }) => person ?? []),
    holdings.flatMap(({ organisation }) => organisation ?? []),
    holdings.flatMap(({ nobodyIn }) => nobodyIn ?? []),
  ])
  const found = new Map(rows.map((row) => [row.key, row]))
  return holdings.flatMap((holding) => {
    const row = found.get(String(holding.person ?? holding.organisation ?? holding.nobodyIn))
    return row ? [lateHolder(holding, row)] : []
  })
}

function lateHolder({ person, organisation, nobodyIn, late }: Holding, row: Row): LateHolder {
  const of = { level: row.level, count: late, since: row.since }
  if (nobodyIn !== undefined) return { ...of, name: '', areaId: nobodyIn, areaName: row.name }
  return {
    ...of,
    name: row.name,
    ...(person && { handlerId: person }),
    ...(organisation && { organisationId: organisation }),
  }
}
