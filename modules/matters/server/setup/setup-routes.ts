import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { implement } from '#kernel/server/endpoint.ts'
import { readSetting, settingVersions, writeSetting } from '#kernel/server/settings.ts'
import * as contract from '../../contract.ts'
import { residentRequest } from '../house-rules.ts'
import { loopRules } from '../loop-rules.ts'
import { missingYears, readCalendar, setCalendar, takeStandardCalendar } from './edit-calendar.ts'
import { setPolicy, shapePolicy } from './edit-policies.ts'
import { addRule, editRule, endRule, orderRules, shapeRule } from './edit-rules.ts'
import { addSubject, editSubject, shapeSubject } from './edit-subjects.ts'
import { listPolicies, listRules, listSubjects, nameOfAccount } from './setup-queries.ts'
import { tryRouting } from './try-routing.ts'

async function readSetup(ctx: Context) {
  const today = dayIn(ctx.district.timeZone, ctx.now)
  const [subjects, policies, rules, missing] = await Promise.all([
    ctx.db.rows(listSubjects, [ctx.district.id]),
    ctx.db.rows(listPolicies, [ctx.district.id, residentRequest]),
    ctx.db.rows(listRules, [ctx.district.id, today, residentRequest]),
    missingYears(ctx),
  ])
  return {
    subjects: subjects.map(shapeSubject),
    policies: policies.map(shapePolicy),
    rules: rules.map(shapeRule),
    missingYears: missing,
  }
}

async function readLoopRules(ctx: Context) {
  const versions = await settingVersions(ctx, loopRules)
  const ids = versions.flatMap((each) => each.changedBy ?? [])
  const names = new Map(
    (await ctx.db.rows(nameOfAccount, [ctx.district.id, ids])).map((row) => [row.id, row.name]),
  )
  return {
    rules: await readSetting(ctx, loopRules),
    versions: versions.map(({ version, changedAt, changedBy, value }) => ({
      version,
      changedAt: changedAt.toISOString(),
      changedBy: (changedBy && names.get(changedBy)) ?? '',
      rules: { ...loopRules.initial, ...value },
    })),
  }
}

export const setupEndpoints = [
  implement(contract.readSetup, (ctx) => readSetup(ctx)),
  implement(contract.addSubject, (ctx, { body }) => addSubject(ctx, body)),
  implement(contract.editSubject, (ctx, { params, body }) => editSubject(ctx, params.key, body)),
  implement(contract.setPolicy, (ctx, { params, body }) => setPolicy(ctx, params.level, body)),
  implement(contract.addRule, (ctx, { body }) => addRule(ctx, body)),
  implement(contract.editRule, (ctx, { params, body }) => editRule(ctx, params.ruleId, body)),
  implement(contract.endRule, (ctx, { params }) => endRule(ctx, params.ruleId)),
  implement(contract.orderRules, (ctx, { body }) => orderRules(ctx, body.ruleIds)),
  implement(contract.tryRouting, (ctx, { body }) => tryRouting(ctx, body)),
  implement(contract.readCalendar, (ctx, { query }) =>
    readCalendar(ctx, query.year ?? Number(dayIn(ctx.district.timeZone, ctx.now).slice(0, 4))),
  ),
  implement(contract.setCalendar, (ctx, { params, body }) => setCalendar(ctx, params.year, body)),
  implement(contract.takeStandardCalendar, (ctx, { params }) => takeStandardCalendar(ctx, params.year)),
  implement(contract.readLoopRules, (ctx) => readLoopRules(ctx)),
  implement(contract.setLoopRules, async (ctx, { body }) => {
    await writeSetting(ctx, loopRules, body)
    return readLoopRules(ctx)
  }),
]
