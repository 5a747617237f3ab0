import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import {
  type addOrganisation as AddOrganisation,
  creditCodeWrong,
  type Organisation,
  organisationNotFound,
} from '../contract.ts'
import { isCreditCode } from './credit-code.ts'
import { findOrganisation, insertOrganisation, shapeOrganisation } from './queries.ts'

export async function addOrganisation(
  ctx: Context,
  body: BodyOf<typeof AddOrganisation>,
): Promise<Organisation> {
  const home = await reachedArea(ctx, 'organisations.edit', body.homeAreaId)
  if (body.creditCode && !isCreditCode(body.creditCode)) throw creditCodeWrong()
  if (body.parentId && !(await ctx.db.row(findOrganisation(ctx.district.id, body.parentId)))) {
    throw organisationNotFound()
  }

  const id = ctx.caller.key ?? uuidv7(ctx.now)
  await ctx.db.rows(
    insertOrganisation({
      district_id: ctx.district.id,
      id,
      kind: body.kind,
      name: body.name.trim(),
      home_area_id: home.id,
      parent_id: body.parentId ?? null,
      credit_code: body.creditCode ?? null,
      work_phone: body.workPhone ?? null,
      valid_from: dayIn(ctx.district.timeZone, ctx.now),
    }),
  )
  ctx.audit('organisations.added', id, { kind: body.kind, name: body.name })
  const added = await ctx.db.row(findOrganisation(ctx.district.id, id))
  if (!added) throw organisationNotFound()
  return shapeOrganisation(added)
}
