import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { reachedArea, reaches } from '#modules/places/server/door.ts'
import {
  type changeOrganisation as ChangeOrganisation,
  creditCodeWrong,
  notEnded,
  type Organisation,
  organisationNotFound,
  othersBelow,
  parentUnfit,
} from '../contract.ts'
import { today } from './add-organisation.ts'
import { isCreditCode } from './credit-code.ts'
import { refuseUnfit } from './forms.ts'
import * as queries from './queries.ts'
import { endTiesOf } from './tie-queries.ts'

/** The organisation, ended or not, if the actor's posts reach where it is at home. @throws organisationNotFound */
export async function reachedOrganisation(ctx: Context, permission: string, id: string) {
  const row = await ctx.db.row(queries.findEver, [ctx.district.id, id])
  if (!row || !reaches(ctx.actor, permission, row.path)) throw organisationNotFound()
  return row
}

/** @throws organisationNotFound also when it has ended */
export async function livingOrganisation(ctx: Context, permission: string, id: string) {
  const row = await reachedOrganisation(ctx, permission, id)
  if (row.valid_to) throw organisationNotFound()
  return row
}

export async function changeOrganisation(
  ctx: Context,
  id: string,
  body: BodyOf<typeof ChangeOrganisation>,
): Promise<Organisation> {
  const before = await livingOrganisation(ctx, 'organisations.edit', id)
  const home = await reachedArea(ctx, 'organisations.edit', body.homeAreaId)
  refuseUnfit(before.kind as Organisation['kind'], body)
  if (body.creditCode && !isCreditCode(body.creditCode)) throw creditCodeWrong()
  await refuseParent(ctx, id, body.parentId)

  await ctx.db.rows(queries.changeOrganisation, [
    ctx.district.id,
    id,
    body.form ?? null,
    body.stage ?? null,
    body.name.trim(),
    home.id,
    body.parentId ?? null,
    body.creditCode ?? null,
    body.workPhone ?? null,
  ])
  await keepVersions(ctx, [id])
  ctx.audit('organisations.changed', id, { was: before.name, name: body.name, areaId: home.id })
  return standingNow(ctx, id)
}

async function refuseParent(ctx: Context, id: string, parentId: string | undefined): Promise<void> {
  if (!parentId) return
  if (!(await ctx.db.row(queries.findOrganisation(ctx.district.id, parentId)))) throw organisationNotFound()
  const above = await ctx.db.rows(queries.listAbove, [ctx.district.id, parentId])
  if (above.some((each) => each.id === id)) throw parentUnfit()
}

/** What the rows say now holds from today on; what they were before stays on record. */
export async function keepVersions(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.db.rows(queries.endVersions, [ctx.district.id, ids, today(ctx)])
  await ctx.db.rows(queries.writeVersions, [ctx.district.id, ids, today(ctx)])
}

export async function endOrganisation(ctx: Context, id: string, reason: string) {
  const { name } = await livingOrganisation(ctx, 'organisations.edit', id)
  const below = await ctx.db.row(queries.countBelow, [ctx.district.id, id])
  if (below && below.count > 0) throw othersBelow({ count: below.count })

  const endedOn = today(ctx)
  await ctx.db.rows(queries.endVersions, [ctx.district.id, [id], endedOn])
  await ctx.db.rows(endTiesOf, [ctx.district.id, id, endedOn, reason.trim()])
  await ctx.db.rows(queries.setEnd, [ctx.district.id, id, endedOn])
  ctx.audit('organisations.ended', id, { name, reason })
  return { endedOn }
}

export async function reopenOrganisation(ctx: Context, id: string): Promise<Organisation> {
  const ended = await reachedOrganisation(ctx, 'organisations.edit', id)
  if (!ended.valid_to) throw notEnded()
  // Its home may have ended meanwhile: then it is registered anew, where it is now.
  await reachedArea(ctx, 'organisations.edit', ended.home_area_id)

  await ctx.db.rows(queries.setEnd, [ctx.district.id, id, null])
  await ctx.db.rows(queries.writeVersions, [ctx.district.id, [id], today(ctx)])
  ctx.audit('organisations.reopened', id, { name: ended.name })
  return standingNow(ctx, id)
}

async function standingNow(ctx: Context, id: string): Promise<Organisation> {
  const row = await ctx.db.row(queries.findOrganisation(ctx.district.id, id))
  if (!row) throw organisationNotFound()
  return queries.shapeOrganisation(row)
}
