import type { Context } from '#kernel/server/context.ts'
import { constraint } from '#kernel/server/constraints.ts'
import { implement } from '#kernel/server/endpoint.ts'
import { reachedArea, widestArea } from '#modules/places/server/door.ts'
import * as contract from '../contract.ts'
import { addOrganisation } from './add-organisation.ts'
import * as queries from './queries.ts'

constraint('organisations_name', contract.organisationExists)
constraint('organisations_credit_code', contract.organisationExists)

export const endpoints = [
  implement(contract.listOrganisations, (ctx, { query }) => listOrganisations(ctx, query)),
  implement(contract.addOrganisation, (ctx, { body }) => addOrganisation(ctx, body)),
]

async function listOrganisations(ctx: Context, query: { area?: number; kind?: string }) {
  const area = query.area
    ? await reachedArea(ctx, 'organisations.read', query.area)
    : await widestArea(ctx, 'organisations.read')
  const rows = await ctx.db.rows(queries.listOrganisations(ctx.district.id, area, query.kind))
  return { items: rows.map(queries.shapeOrganisation) }
}
