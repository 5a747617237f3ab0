import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import {
  type addOrganisation as AddOrganisation,
  creditCodeWrong,
  dayAhead,
  type Organisation,
  organisationNotFound,
} from '../contract.ts'
import { isCreditCode } from './credit-code.ts'
import { refuseUnfit } from './forms.ts'
import { findOrganisation, insertOrganisation, shapeOrganisation, writeVersions } from './queries.ts'

export const today = (ctx: Context): string => dayIn(ctx.district.timeZone, ctx.now)

/** The day something has held since. @throws dayAhead */
export function sinceOf(ctx: Context, day: string | undefined): string {
  if (day !== undefined && day > today(ctx)) throw dayAhead()
  return day ?? today(ctx)
}

export async function addOrganisation(
  ctx: Context,
  body: BodyOf<typeof AddOrganisation>,
): Promise<Organisation> {
  const home = await reachedArea(ctx, 'organisations.edit', body.homeAreaId)
  refuseUnfit(body.kind, body)
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
      form: body.form ?? null,
      stage: body.stage ?? null,
      name: body.name.trim(),
      home_area_id: home.id,
      parent_id: body.parentId ?? null,
      credit_code: body.creditCode ?? null,
      work_phone: body.workPhone ?? null,
      valid_from: sinceOf(ctx, body.validFrom),
    }),
  )
  await ctx.db.rows(writeVersions, [ctx.district.id, [id], null])
  ctx.audit('organisations.added', id, { kind: body.kind, name: body.name })
  const added = await ctx.db.row(findOrganisation(ctx.district.id, id))
  if (!added) throw organisationNotFound()
  return shapeOrganisation(added)
}
