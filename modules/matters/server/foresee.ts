import type { QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { readSetting } from '#kernel/server/settings.ts'
import type { AreaRow } from '#modules/places/server/door.ts'
import {
  type foreseePromise as foreseeRoute,
  type listLikely as likelyRoute,
  subjectUnknown,
} from '../contract.ts'
import { houseRules } from './house-rules.ts'
import { listAlike } from './list-queries.ts'
import { loopRules } from './loop-rules.ts'
import { namesOf } from './people-names.ts'
import { around, placeSaid, shapePublic } from './place-page.ts'
import { promiseFor } from './promise.ts'
import { holderName } from './receipt.ts'
import { routeFor } from './routing.ts'

const dayMs = 24 * 3600_000

/**
 * What neighbours reported on the same kind of thing: in the same building or court, and of all that it stands in (water is
 * off in the whole quarter). The very subject first, then the newest.
 */
export async function listLikely(ctx: Context, query: QueryOf<typeof likelyRoute>) {
  const place = await placeSaid(ctx, query)
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const { joinDays } = await readSetting(ctx, loopRules)
  const group = rules.subjects.get(query.subject)?.group
  const alike = [...rules.subjects.values()].filter((each) => each.group === group).map((each) => each.key)
  const since = new Date(ctx.now.getTime() - joinDays * dayMs)
  const rows = await ctx.db.rows(listAlike, [
    ctx.district.id,
    around(place),
    [query.subject, ...alike],
    query.subject,
    since,
    courtOf(place),
  ])
  return { items: await Promise.all(rows.map((row) => shapePublic(ctx, row))) }
}

/** What shares walls or a yard with the place: all below the grid on its path; where there is no grid, the place alone. */
function courtOf({ path, grid_id, id }: AreaRow): number[] {
  const below = grid_id === null ? [] : path.slice(path.indexOf(grid_id) + 1)
  return below.length > 0 ? below : [id]
}

/** What a report sent now would be promised. Nothing is taken: the words may still lead it elsewhere, and the receipt tells. */
export async function foreseePromise(
  ctx: Context,
  query: QueryOf<typeof foreseeRoute>,
): Promise<ReturnsOf<typeof foreseeRoute>> {
  const place = await placeSaid(ctx, query)
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  if (rules.subjects.get(query.subject)?.isForOffices !== false) throw subjectUnknown()
  const channel = query.door ? 'qr' : 'web'
  const target = await routeFor(ctx, place, { subject: query.subject, words: '', channel })
  const { dueAt, amount, unit, source } = await promiseFor(ctx, target.level, ctx.now)
  const handler = target.handler_id
    ? (await namesOf(ctx, [target.handler_id])).get(target.handler_id)
    : undefined
  return {
    dueAt,
    amount,
    unit,
    source,
    holderName: await holderName(ctx, target),
    ...(handler && { handler }),
  }
}
