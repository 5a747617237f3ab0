import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'

/** Goes up when what the figures count changes: then they are made anew by themselves. */
const figuresVersion = 3
const versionName = 'matter figures version'

const findVersion = statement<{ value: number }>(
  'matters.figures-version',
  'select value from counters where district_id = $1 and name = $2',
)
const keepVersion = statement(
  'matters.keep-figures-version',
  `insert into counters (district_id, name, value) values ($1, $2, $3)
   on conflict (district_id, name) do update set value = excluded.value`,
)

/** Whether the kept figures count what this release counts. */
export const figuresAreCurrent = async (ctx: Context): Promise<boolean> =>
  (await ctx.db.row(findVersion, [ctx.district.id, versionName]))?.value === figuresVersion

/** From now on they do: they were made anew, or nothing was there to count. */
export async function markFigures(ctx: Context): Promise<void> {
  await ctx.db.rows(keepVersion, [ctx.district.id, versionName, figuresVersion])
}
