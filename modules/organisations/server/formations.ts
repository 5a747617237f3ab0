import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { reachedArea, reaches, widestArea } from '#modules/places/server/door.ts'
import {
  type addFormationStep as AddStep,
  type Formation,
  formationNotFound,
  formationPlace,
  formationSteps,
  nameMissing,
  type openFormation as OpenFormation,
  stepRefused,
  voteWrong,
} from '../contract.ts'
import { addOrganisation, sinceOf } from './add-organisation.ts'
import * as queries from './formation-queries.ts'

export async function listFormations(ctx: Context, query: { area?: number }) {
  const area = query.area
    ? await reachedArea(ctx, 'organisations.read', query.area)
    : await widestArea(ctx, 'organisations.read')
  const rows = await ctx.db.rows(queries.listCases, [ctx.district.id, area.id])
  return { items: rows.map(shapeFormation) }
}

export async function openFormation(ctx: Context, body: BodyOf<typeof OpenFormation>): Promise<Formation> {
  const area = await reachedArea(ctx, 'organisations.edit', body.areaId)
  if (!['quarter', 'grid', 'micro_grid', 'building'].includes(area.kind)) throw formationPlace()

  const id = ctx.caller.key ?? uuidv7(ctx.now)
  await ctx.db.rows(queries.insertCase, [ctx.district.id, id, area.id, sinceOf(ctx, body.openedOn)])
  ctx.audit('organisations.formation-opened', id, { areaId: area.id })
  return shapeFormation(await caseOf(ctx, id))
}

export async function addStep(
  ctx: Context,
  caseId: string,
  body: BodyOf<typeof AddStep>,
): Promise<Formation> {
  await ctx.db.rows(queries.lockCase, [ctx.district.id, caseId])
  const known = await caseOf(ctx, caseId)
  if (!reaches(ctx.actor, 'organisations.edit', known.area_path)) throw formationNotFound()
  const { step, vote, note = '' } = body
  const day = sinceOf(ctx, body.day)
  refuseStep(known, body)

  await ctx.db.rows(queries.insertStep, [
    ctx.district.id,
    caseId,
    known.steps.length + 1,
    step,
    day,
    note.trim(),
    vote?.entitled ?? null,
    vote?.voted ?? null,
    vote?.inFavour ?? null,
  ])
  if (step === 'filed' || step === 'given_up') {
    const organisationId =
      step === 'filed' ? await committee(ctx, known, { day, name: body.committeeName }) : null
    await ctx.db.rows(queries.closeCase, [ctx.district.id, caseId, day, organisationId])
  }
  ctx.audit('organisations.formation-step', caseId, { step, day, areaId: known.area_id })
  return shapeFormation(await caseOf(ctx, caseId))
}

/** @throws stepRefused, voteWrong */
function refuseStep(known: queries.FormationRow, { step, vote }: BodyOf<typeof AddStep>): void {
  const last = known.steps.at(-1)?.step
  const rank = (each: (typeof formationSteps)[number]): number => formationSteps.indexOf(each)
  const isBack = last !== undefined && rank(step) <= rank(last)
  const needsVote = step === 'filed' && !known.steps.some((each) => each.step === 'voted')
  if (known.closed_on || isBack || needsVote) throw stepRefused({ last: last ?? '', step })
  const counted = vote === undefined || (vote.voted <= vote.entitled && vote.inFavour <= vote.voted)
  if ((step === 'voted') !== (vote !== undefined) || !counted) throw voteWrong()
}

async function committee(
  ctx: Context,
  { area_id }: queries.FormationRow,
  { day, name }: { day: string; name: string | undefined },
): Promise<string> {
  if (!name) throw nameMissing()
  // The step and the committee are two things: the second does not take the first one's key for its id.
  const own = { ...ctx, caller: { ...ctx.caller, key: undefined } }
  const body = {
    kind: 'owners_committee',
    form: 'owners',
    name,
    homeAreaId: area_id,
    validFrom: day,
  } as const
  return (await addOrganisation(own, body)).id
}

async function caseOf(ctx: Context, id: string): Promise<queries.FormationRow> {
  const row = await ctx.db.row(queries.findCase, [ctx.district.id, id])
  if (!row) throw formationNotFound()
  return row
}

const shapeFormation = (row: queries.FormationRow): Formation => ({
  id: row.id,
  areaId: row.area_id,
  areaName: row.area_name,
  communityName: row.community ?? '',
  openedOn: row.opened_on,
  ...(row.closed_on && { closedOn: row.closed_on }),
  ...(row.organisation && { organisationName: row.organisation }),
  steps: row.steps.map(({ step, day, note, entitled, voted, in_favour }) => ({
    step,
    day,
    note,
    ...(entitled !== null &&
      voted !== null &&
      in_favour !== null && { vote: { entitled, voted, inFavour: in_favour } }),
  })),
})
