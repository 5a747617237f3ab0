import type { Context } from '#kernel/server/context.ts'
import type { BodyOf } from '#kernel/contract/route.ts'
import {
  type Area,
  type AreaKind,
  areaHasChildren,
  type Boundary,
  boundaryBroken,
  type addArea as AddArea,
  type changeArea as ChangeArea,
  codeUnfit,
  kindReversed,
} from '../contract.ts'
import { insertPlaced, place, reserveNumbers } from './add-areas.ts'
import { todayOf } from './as-of.ts'
import { isSound } from './shapes/boundary.ts'
import * as queries from './queries.ts'
import { isFiner, reachedArea, shapeArea } from './reach.ts'

export async function addArea(ctx: Context, body: BodyOf<typeof AddArea>): Promise<Area> {
  const parent = await reachedArea(ctx, 'places.edit', body.parentId)
  if (!isFiner(body.kind, parent.kind)) throw kindReversed({ parent: parent.kind, kind: body.kind })
  if (body.code && !codeFits(body.kind, body.code)) throw codeUnfit()
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

  if (body.code && !codeFits(area.kind, body.code)) throw codeUnfit()
  await ctx.db.rows(queries.changeArea, [
    ctx.district.id,
    areaId,
    ctx.now,
    body.name?.trim() ?? null,
    body.code ?? null,
    body.communityType ?? null,
    body.gridKind ?? null,
    body.households ?? null,
    body.boundary ? JSON.stringify(body.boundary) : null,
  ])
  await keepVersions(ctx, [areaId], todayOf(ctx))
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

  const today = todayOf(ctx)
  await ctx.db.rows(queries.endArea, [ctx.district.id, areaId, today, ctx.now])
  ctx.audit('places.area-ended', String(areaId), { name: area.name })
  return { endedOn: today }
}

/** What the rows of these areas say now holds from the day on; what they were before stays on record. */
export async function keepVersions(ctx: Context, areaIds: readonly number[], day: string): Promise<void> {
  await ctx.db.rows(queries.endVersions, [ctx.district.id, areaIds, day])
  await ctx.db.rows(queries.writeVersions, [ctx.district.id, areaIds, day])
}

/** Streets and communities carry their official 12 digits; a grid those of its community and three of its own. */
function codeFits(kind: AreaKind, code: string): boolean {
  if (kind === 'grid') return code.length === 15
  return code.length === 12 && (kind === 'district' || kind === 'street' || kind === 'community')
}

function refuseBroken(boundary: Boundary | undefined): void {
  if (boundary && !isSound(boundary)) throw boundaryBroken()
}
