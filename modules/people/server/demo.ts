import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { Role } from '../contract.ts'

/** The one password of all invented people; only a demonstration has it. */
export const demoPassword = 'yige-demo-2026'

const shown = statement<{ login: string; name: string; role: Role; area_name: string }>(
  'people.list-demo',
  `select c.login, c.name, p.role, a.name as area_name
   from posts p
   join accounts c on c.district_id = p.district_id and c.id = p.account_id
   join areas a on a.district_id = p.district_id and a.id = p.area_id
   where p.district_id = $1 and c.login = any ($2) and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)
   order by array_position($2::text[], c.login)`,
)

const offered = ['wangfang', 'chenjing', 'limin', 'zhouhang', 'sunli', 'zhengkai', 'xiaqing', 'hewei']
const fieldRoles: readonly Role[] = ['grid_worker', 'grid_leader', 'grid_helper']

/** The sign-ins a visitor of the demonstration may step into. */
export async function listDemoPeople(ctx: Context) {
  if (!ctx.demo) return { items: [] }
  const rows = await ctx.db.rows(shown, [ctx.district.id, offered, dayIn(ctx.district.timeZone, ctx.now)])
  const items = rows.map((row) => ({
    login: row.login,
    name: row.name,
    role: row.role,
    areaName: row.area_name,
    password: demoPassword,
    app: fieldRoles.includes(row.role) ? ('work' as const) : ('staff' as const),
  }))
  return { items }
}
