import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type { Counts } from '../contract.ts'
import { standingMetrics } from './figures.ts'

/** What stands in an area now, without what a person has in hand. */
export type Standing = Omit<Counts, 'mine'>

type Row = { area_id: number } & Record<(typeof standingMetrics)[number], number>

const sums = standingMetrics.map((metric) => `coalesce(sum(${metric}), 0)::int as ${metric}`).join(', ')
const listStanding = statement<Row>(
  'matters.list-standing',
  `with pending as (
     select area.id::int as area_id, d.figures from matter_changes c
     cross join jsonb_to_recordset(c.delta) as d (areas jsonb, figures jsonb, holder text)
     cross join jsonb_array_elements_text(d.areas) as area (id)
     where c.district_id = $1 and d.holder is null and d.figures ?| $3 and area.id = any ($2::int[]::text[])
   ), parts as (
     select area_id, ${standingMetrics.join(', ')} from matter_rollups
     where district_id = $1 and area_id = any ($2) and grain = 'all' and start = '2000-01-01' and subject = ''
     union all
     select area_id, ${standingMetrics.map((metric) => `coalesce((figures ->> '${metric}')::int, 0)`).join(', ')} from pending
   )
   select area_id, ${sums} from parts group by area_id`,
)

/**
 * How many stand in each list of some areas that hold a level (district, street, community, grid): from the sums kept as things
 * happen, with what is not yet added, so that the cost does not grow with what is open. The colours are those the clock has
 * seen, at most a few seconds ago. Areas where nothing ever was are left out.
 */
export async function standingIn(ctx: Context, areaIds: readonly number[]): Promise<Map<number, Standing>> {
  const rows = await ctx.db.rows(listStanding, [ctx.district.id, areaIds, standingMetrics])
  return new Map(rows.map((row) => [row.area_id, shape(row)]))
}

export const nothingStands: Standing = {
  todo: 0,
  doing: 0,
  dueSoon: 0,
  overdue: 0,
  waiting: 0,
  raised: 0,
  disputed: 0,
  toFollowUp: 0,
  toClose: 0,
  open: 0,
}

const shape = (row: Row): Standing => ({
  todo: row.todo,
  doing: row.doing,
  dueSoon: row.yellow,
  overdue: row.open_late,
  waiting: row.waiting,
  raised: row.supervised,
  disputed: row.disputed,
  toFollowUp: row.to_follow_up,
  toClose: row.to_close,
  open: row.todo + row.doing + row.to_follow_up + row.to_close,
})
