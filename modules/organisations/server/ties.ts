import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import {
  type addTie as AddTie,
  type OrganisationKind,
  type Tie,
  type TieKind,
  tieNotFound,
  tieUnfit,
} from '../contract.ts'
import { sinceOf, today } from './add-organisation.ts'
import { livingOrganisation, reachedOrganisation } from './change-organisation.ts'
import * as queries from './tie-queries.ts'

/** Which kinds of organisation a tie is for; every kind may cover an area. */
const kindsOfTie: Partial<Record<TieKind, readonly OrganisationKind[]>> = {
  red: ['property_company', 'owners_committee'],
  conference: ['department', 'institution', 'enterprise', 'partner', 'social_organisation', 'party'],
}

export async function listTies(ctx: Context, organisationId: string): Promise<{ items: Tie[] }> {
  await reachedOrganisation(ctx, 'organisations.read', organisationId)
  const rows = await ctx.db.rows(queries.listTies, [ctx.district.id, organisationId])
  return { items: rows.map(shapeTie) }
}

export async function addTie(
  ctx: Context,
  organisationId: string,
  body: BodyOf<typeof AddTie>,
): Promise<Tie> {
  const organisation = await livingOrganisation(ctx, 'organisations.edit', organisationId)
  const { kind, areaId, note = '' } = body
  const fits = kindsOfTie[kind]?.includes(organisation.kind as OrganisationKind) ?? true
  if (!fits || (areaId === undefined) !== (kind === 'red')) throw tieUnfit({ kind })
  if (areaId !== undefined) await reachedArea(ctx, 'organisations.edit', areaId)

  const id = ctx.caller.key ?? uuidv7(ctx.now)
  await ctx.db.rows(queries.insertTie, [
    ctx.district.id,
    id,
    organisationId,
    kind,
    areaId ?? null,
    note.trim(),
    sinceOf(ctx, body.validFrom),
  ])
  ctx.audit('organisations.tie-added', organisationId, { kind, ...(areaId && { areaId }) })
  return shapeTie(await tieOf(ctx, organisationId, id))
}

export async function endTie(ctx: Context, ids: { organisationId: string; tieId: string }, reason: string) {
  const { organisationId, tieId } = ids
  await livingOrganisation(ctx, 'organisations.edit', organisationId)
  const tie = await tieOf(ctx, organisationId, tieId)
  if (tie.valid_to) throw tieNotFound()

  await ctx.db.rows(queries.endTie, [ctx.district.id, tieId, today(ctx), reason.trim()])
  ctx.audit('organisations.tie-ended', organisationId, { kind: tie.kind, reason })
  return { endedOn: today(ctx) }
}

async function tieOf(ctx: Context, organisationId: string, tieId: string): Promise<queries.TieRow> {
  const tie = await ctx.db.row(queries.findTie, [ctx.district.id, organisationId, tieId])
  if (!tie) throw tieNotFound()
  return tie
}

const shapeTie = (row: queries.TieRow): Tie => ({
  id: row.id,
  kind: row.kind as TieKind,
  note: row.note,
  validFrom: row.valid_from,
  endNote: row.end_note,
  ...(row.area_id && { areaId: row.area_id }),
  ...(row.area_name && { areaName: row.area_name }),
  ...(row.valid_to && { validTo: row.valid_to }),
})
