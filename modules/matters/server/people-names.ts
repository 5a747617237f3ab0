import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { Person } from '../contract.ts'
import { listNames } from './queries.ts'

/** Names of staff with the role and work phone they hold today. */
export async function namesOf(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, Person>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db.rows(listNames, [ctx.district.id, wanted, dayIn(ctx.district.timeZone, ctx.now)])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        ...(row.role && { role: row.role as NonNullable<Person['role']> }),
        ...(row.work_phone && { workPhone: row.work_phone }),
      },
    ]),
  )
}
