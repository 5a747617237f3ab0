import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { findArea } from '#modules/places/server/door.ts'
import {
  ruleGoesNowhere,
  type RuleDraft,
  ruleNotFound,
  type RuleSetup,
  subjectUnknown,
} from '../../contract.ts'
import { houseRules, residentRequest } from '../house-rules.ts'
import { forgetRules } from './edit-subjects.ts'
import * as queries from './setup-queries.ts'

export const shapeRule = (row: queries.RuleRow): RuleSetup => ({
  id: row.id,
  note: row.note,
  from: row.valid_from,
  isBroken: row.is_broken,
  ...(row.subject && { subject: row.subject }),
  ...(row.area_id && { areaId: row.area_id }),
  ...(row.area_name && { areaName: row.area_name }),
  ...(row.words && { words: row.words }),
  ...(row.channel && { channel: row.channel }),
  ...(row.to_level && { toLevel: row.to_level }),
  ...(row.to_organisation_id && { toOrganisationId: row.to_organisation_id }),
  ...(row.organisation_name && { organisationName: row.organisation_name }),
})

const today = (ctx: Context): string => dayIn(ctx.district.timeZone, ctx.now)

export async function addRule(ctx: Context, draft: RuleDraft): Promise<RuleSetup> {
  await check(ctx, draft)
  return insert(ctx, draft, undefined)
}

/** What was in force stays on file with its days; the new wording takes its place in the order. */
export async function editRule(ctx: Context, ruleId: number, draft: RuleDraft): Promise<RuleSetup> {
  const before = await ctx.db.row(queries.findRule, [ctx.district.id, today(ctx), ruleId])
  if (!before) throw ruleNotFound()
  await check(ctx, draft)
  await ctx.db.rows(queries.endRule, [ctx.district.id, ruleId, today(ctx)])
  return insert(ctx, draft, before)
}

export async function endRule(ctx: Context, ruleId: number): Promise<{ endedOn: string }> {
  const before = await ctx.db.row(queries.findRule, [ctx.district.id, today(ctx), ruleId])
  if (!before) throw ruleNotFound()
  await ctx.db.rows(queries.endRule, [ctx.district.id, ruleId, today(ctx)])
  ctx.audit('matters.rule-ended', String(ruleId), { from: shapeRule(before) })
  forgetRules(ctx)
  return { endedOn: today(ctx) }
}

export async function orderRules(ctx: Context, ruleIds: number[]): Promise<{ ruleIds: number[] }> {
  const rows = await ctx.db.rows(queries.listRules, [ctx.district.id, today(ctx), residentRequest])
  const known = rows.map((row) => row.id)
  // All of them, each once: a rule that somebody added meanwhile must not slip to an unknown place.
  const isWhole = ruleIds.length === known.length && new Set(ruleIds).size === known.length
  if (!isWhole || known.some((id) => !ruleIds.includes(id))) throw ruleNotFound()
  await ctx.db.rows(queries.placeRules, [ctx.district.id, ruleIds])
  ctx.audit('matters.rules-ordered', String(ctx.district.id), { from: known, to: ruleIds })
  forgetRules(ctx)
  return { ruleIds }
}

async function check(ctx: Context, draft: RuleDraft): Promise<void> {
  if (!draft.toLevel && !draft.toOrganisationId) throw ruleGoesNowhere()
  const rules = await houseRules(ctx, today(ctx))
  const isGroup = rules.groups.some((group) => group.key === draft.subject)
  if (draft.subject && !isGroup && !rules.subjects.has(draft.subject)) throw subjectUnknown()
  if (draft.areaId && !(await ctx.db.row(findArea, [ctx.district.id, draft.areaId]))) throw areaNotFound()
  const to = draft.toOrganisationId
  if (to && !(await ctx.db.row(findOrganisation(ctx.district.id, to)))) throw organisationNotFound()
}

async function insert(
  ctx: Context,
  draft: RuleDraft,
  before: queries.RuleRow | undefined,
): Promise<RuleSetup> {
  const made = await ctx.db.row(queries.insertRule, [
    ctx.district.id,
    before?.position ?? null,
    residentRequest,
    draft.subject ?? null,
    draft.areaId ?? null,
    draft.words?.map((word) => word.trim()) ?? null,
    draft.channel ?? null,
    draft.toLevel ?? null,
    draft.toOrganisationId ?? null,
    draft.note.trim(),
    today(ctx),
  ])
  const row = made && (await ctx.db.row(queries.findRule, [ctx.district.id, today(ctx), made.id]))
  if (!row) throw new Error('a rule was not made')
  ctx.audit('matters.rule-set', String(row.id), { from: before && shapeRule(before), to: shapeRule(row) })
  forgetRules(ctx)
  return shapeRule(row)
}
