import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'

export type OpenIn = {
  grid_id: number
  place_id: number
  place_path: number[]
  handler_id: string | null
  handler_name: string | null
  n: number
}

const countOpenIn = statement<OpenIn>(
  'matters.count-open-in',
  `select m.grid_id, m.place_id, p.path as place_path, m.handler_id, c.name as handler_name, count(*)::int as n
   from matters m
   join areas p on p.district_id = m.district_id and p.id = m.place_id
   left join accounts c on c.district_id = m.district_id and c.id = m.handler_id
   where m.district_id = $1 and m.area_path && $2::int[]
     and m.status in ('received', 'accepted', 'in_progress', 'answered')
   group by m.grid_id, m.place_id, p.path, m.handler_id, c.name`,
)

/** Open matters of these grids, also those that came from one before them, counted by place and by who has them in hand. */
export const openMattersIn = (ctx: Context, gridIds: readonly number[]): Promise<OpenIn[]> =>
  ctx.db.rows(countOpenIn, [ctx.district.id, gridIds])
