import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { openMattersIn, type OpenIn } from '#modules/matters/server/door.ts'
import { listAtHome } from '#modules/organisations/server/door.ts'
import { postsHeldIn, type PostRow } from '#modules/people/server/door.ts'
import {
  doorCodesOf,
  type Plan as Planned,
  planRegrouping,
  type Wanted,
} from '#modules/places/server/door.ts'
import { dayPast, type Plan, type Preview } from '../contract.ts'

export const wantedOf = ({ kind, from, parts }: Plan): Wanted => ({ kind, from, parts })

/** The day it takes effect, today unless said. @throws dayPast */
export function dayOf(ctx: Context, plan: Plan): { day: string; isLater: boolean } {
  const today = dayIn(ctx.district.timeZone, ctx.now)
  const day = plan.day ?? today
  if (day < today) throw dayPast()
  return { day, isLater: day > today }
}

/** What a regrouping would do, changing nothing. */
export async function previewRegrouping(ctx: Context, plan: Plan): Promise<Preview> {
  const { day, isLater } = dayOf(ctx, plan)
  const planned = await planRegrouping(ctx, wantedOf(plan), day)
  const ending = planned.ending.map(({ id }) => id)
  const touched = await openTouched(ctx, planned)
  const posts = ending.length > 0 ? await postsHeldIn(ctx, ending, day) : []
  const home = ending.length > 0 ? await ctx.db.rows(listAtHome(ctx.district.id, ending)) : []
  ctx.audit('regrouping.previewed', String(planned.parent.id), { kind: plan.kind, day })
  return {
    day,
    isLater,
    ending: planned.ending.map(({ id, name }) => ({ areaId: id, name })),
    parts: planned.parts.map((part) => shapePart(part, planned, touched)),
    leftOver: planned.leftOver.map(({ id, name }) => ({ areaId: id, name })),
    posts: posts.map(shapePost),
    openMatters: byHandler(touched),
    doorCodes: ending.length > 0 ? await doorCodesOf(ctx, ending) : 0,
    organisations: home.length,
  }
}

/** Open matters of grids that end, or of houses that move. */
async function openTouched(ctx: Context, planned: Planned): Promise<OpenIn[]> {
  const grids = (planned.kind === 'move' ? planned.giving : planned.ending).map(({ id }) => id)
  const open = await openMattersIn(ctx, grids)
  if (planned.kind !== 'move') return open
  const moved = new Set(planned.parts.flatMap(({ houses }) => houses.map(({ id }) => id)))
  return open.filter(({ place_path }) => place_path.some((id) => moved.has(id)))
}

function shapePart(part: Planned['parts'][number], planned: Planned, open: readonly OpenIn[]) {
  const ids = new Set(part.houses.map(({ id }) => id))
  const name = part.name?.trim() ?? planned.giving.find(({ id }) => id === part.gridId)?.name ?? ''
  return {
    ...(part.gridId && { gridId: part.gridId }),
    name,
    houses: part.houses.map(({ id, name: house }) => ({ areaId: id, name: house })),
    households: part.houses.reduce((sum, { households }) => sum + (households ?? 0), 0),
    hasBoundary: part.boundary !== undefined,
    renamed: part.roots.flatMap((root) => (root.name ? [{ was: root.was, now: root.name }] : [])),
    openMatters: open
      .filter(({ place_path }) => place_path.some((id) => ids.has(id)))
      .reduce((sum, { n }) => sum + n, 0),
  }
}

const shapePost = (post: PostRow): Preview['posts'][number] => ({
  postId: post.id,
  role: post.role,
  holder: post.holder,
  areaId: post.area_id,
  areaName: post.area_name,
  validFrom: post.valid_from,
})

const byHandler = (open: readonly OpenIn[]): Preview['openMatters'] =>
  [...Map.groupBy(open, ({ handler_id }) => handler_id).values()]
    .map((rows) => {
      const [first] = rows
      return {
        ...(first?.handler_id && { handlerId: first.handler_id }),
        ...(first?.handler_name && { handlerName: first.handler_name }),
        count: rows.reduce((sum, { n }) => sum + n, 0),
      }
    })
    .toSorted((a, b) => b.count - a.count)
