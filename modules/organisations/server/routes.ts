import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { constraint } from '#kernel/server/constraints.ts'
import { type Endpoint, implement } from '#kernel/server/endpoint.ts'
import { reachedArea, widestArea } from '#modules/places/server/door.ts'
import * as contract from '../contract.ts'
import { addOrganisation, today } from './add-organisation.ts'
import { changeOrganisation, endOrganisation, reopenOrganisation } from './change-organisation.ts'
import { addStep, listFormations, openFormation } from './formations.ts'
import * as queries from './queries.ts'
import { addTie, endTie, listTies } from './ties.ts'

constraint('organisations_name', contract.organisationExists)
constraint('organisations_credit_code', contract.organisationExists)
constraint('organisation_ties_once', contract.tieExists)
constraint('formation_cases_open', contract.formationOpen)

export const endpoints: readonly Endpoint[] = [
  implement(contract.listOrganisations, (ctx, { query }) => listOrganisations(ctx, query)),
  implement(contract.addOrganisation, (ctx, { body }) => addOrganisation(ctx, body)),
  implement(contract.changeOrganisation, (ctx, { params, body }) =>
    changeOrganisation(ctx, params.organisationId, body),
  ),
  implement(contract.endOrganisation, (ctx, { params, query }) =>
    endOrganisation(ctx, params.organisationId, query.reason),
  ),
  implement(contract.reopenOrganisation, (ctx, { params }) => reopenOrganisation(ctx, params.organisationId)),
  implement(contract.listTies, (ctx, { params }) => listTies(ctx, params.organisationId)),
  implement(contract.addTie, (ctx, { params, body }) => addTie(ctx, params.organisationId, body)),
  implement(contract.listFormations, (ctx, { query }) => listFormations(ctx, query)),
  implement(contract.openFormation, (ctx, { body }) => openFormation(ctx, body)),
  implement(contract.addFormationStep, (ctx, { params, body }) => addStep(ctx, params.caseId, body)),
  implement(contract.endTie, (ctx, { params, query }) => endTie(ctx, params, query.reason)),
]

async function listOrganisations(ctx: Context, query: QueryOf<typeof contract.listOrganisations>) {
  const area = query.area
    ? await reachedArea(ctx, 'organisations.read', query.area)
    : await widestArea(ctx, 'organisations.read')
  const kind = query.kind ?? null
  const rows = query.ended
    ? await ctx.db.rows(queries.listEnded, [ctx.district.id, area.id, kind])
    : await ctx.db.rows(queries.listOn, [ctx.district.id, area.id, area.path, kind, query.on ?? today(ctx)])
  return { items: rows.map(queries.shapeOrganisation) }
}
