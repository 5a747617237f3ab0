import type { Context } from '#kernel/server/context.ts'
import { fold } from './fold.ts'
import type { MatterState } from './matter-events.ts'
import { listEvents } from './queries.ts'

/** The matter as it was right after one of its events. */
export async function matterThen(
  ctx: Context,
  matterId: string,
  seq: number,
): Promise<MatterState | undefined> {
  const events = await ctx.db.rows(listEvents, [ctx.district.id, matterId])
  return fold(events.filter((event) => event.seq <= seq))
}
