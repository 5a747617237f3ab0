import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { BodyOf } from '#kernel/contract/route.ts'
import {
  type Area,
  areaHasChildren,
  type Boundary,
  boundaryBroken,
  type addArea as AddArea,
  type changeArea as ChangeArea,
  kindReversed,
} from '../contract.ts'
import { insertPlaced, place, reserveNumbers } from './add-areas.ts'
import { isSound } from './boundary.ts'
import * as queries from './queries.ts'
import { isFiner, reachedArea, shapeArea } from './reach.ts'

export async function addArea(ctx: Context, body: BodyOf<typeof AddArea>): Promise<Area> {
  const parent = await reachedArea(ctx, 'places.edit', body.parentId)
  if (!isFiner(body.kind, parent.kind)) throw kindReversed({ parent: parent.kind, kind: body.kind })
  refuseBroken(body.boundary)

  const id = await reserveNumbers(ctx, 1)
  await insertPlaced(ctx, [place(ctx, id, body, parent)])
  ctx.audit('places.area-added', String(id), { kind: body.kind, name: body.name, parentId: parent.id })
  return shapeArea(await reachedArea(ctx, 'places.edit', id))
}

export async function changeArea(
  ctx: Context,
  areaId: number,
  body: BodyOf<typeof ChangeArea>,
): Promise<Area> {
  const area = await reachedArea(ctx, 'places.edit', areaId)
  refuseBroken(body.boundary)

  const today = dayIn(ctx.district.timeZone, ctx.now)
  await ctx.db.rows(queries.endVersion, [ctx.district.id, areaId, today])
  await ctx.db.rows(queries.changeArea, [
    ctx.district.id,
    areaId,
    today,
    ctx.now,
    body.name?.trim() ?? null,
    body.communityType ?? null,
    body.gridKind ?? null,
    body.boundary ? JSON.stringify(body.boundary) : null,
  ])
  const { boundary, ...said } = body
  ctx.audit('places.area-changed', String(areaId), {
    was: area.name,
    ...said,
    boundary: boundary !== undefined,
  })
  return shapeArea(await reachedArea(ctx, 'places.edit', areaId))
}

export async function endArea(ctx: Context, areaId: number): Promise<{ endedOn: string }> {
  const area = await reachedArea(ctx, 'places.edit', areaId)
  if (area.child_count > 0) throw areaHasChildren({ children: area.child_count })

  const today = dayIn(ctx.district.timeZone, ctx.now)
  await ctx.db.rows(queries.endArea, [ctx.district.id, areaId, today, ctx.now])
  ctx.audit('places.area-ended', String(areaId), { name: area.name })
  return { endedOn: today }
}

function refuseBroken(boundary: Boundary | undefined): void {
  if (boundary && !isSound(boundary)) throw boundaryBroken()
}
