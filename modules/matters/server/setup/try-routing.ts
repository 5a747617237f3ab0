import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { type AreaRow, findArea } from '#modules/places/server/door.ts'
import type * as contract from '../../contract.ts'
import { subjectUnknown } from '../../contract.ts'
import { houseRules, type Rule } from '../house-rules.ts'
import { namesOf } from '../people-names.ts'
import { promiseFor } from '../promise.ts'
import { type Asked, routeFor } from '../routing.ts'

type Against = ('subject' | 'area' | 'words' | 'channel')[]

/** The very routing of a report, with what speaks against each rule before the one that decided. */
export async function tryRouting(
  ctx: Context,
  body: BodyOf<typeof contract.tryRouting>,
): Promise<ReturnsOf<typeof contract.tryRouting>> {
  const place = await ctx.db.row(findArea, [ctx.district.id, body.areaId])
  if (!place) throw areaNotFound()
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const subject = rules.subjects.get(body.subject)
  if (!subject) throw subjectUnknown()
  const target = await routeFor(ctx, place, body)
  const looked = rules.rules.map((rule) => ({
    rule,
    against: against(rule, place, { ...body, group: subject.group }),
  }))
  const first = looked.find((each) => each.against.length === 0)?.rule
  const names = await namesOf(ctx, [target.handler_id])
  const handler = target.handler_id ? names.get(target.handler_id) : undefined
  const organisation = target.organisation_id
    ? await ctx.db.row(findOrganisation(ctx.district.id, target.organisation_id))
    : undefined
  ctx.audit('matters.routing-tried', String(place.id), { subject: body.subject })
  return {
    rules: looked.map(({ rule, against: reasons }) => ({
      id: rule.id,
      note: rule.note,
      isFirst: rule === first,
      against: reasons,
    })),
    level: target.level,
    areaName: target.route.areaName,
    passed: target.route.passed,
    promise: await promiseFor(ctx, target.level, ctx.now),
    ...(handler && { handlerName: handler.name }),
    ...(organisation && { organisationName: organisation.name }),
  }
}

function against(rule: Rule, place: AreaRow, asked: Asked & { group: string }): Against {
  const reasons: Against = []
  if (rule.subject !== null && rule.subject !== asked.subject && rule.subject !== asked.group)
    reasons.push('subject')
  if (rule.area_id !== null && !place.path.includes(rule.area_id)) reasons.push('area')
  if (rule.words !== null && !rule.words.some((word) => asked.words.includes(word))) reasons.push('words')
  if (rule.channel !== null && rule.channel !== asked.channel) reasons.push('channel')
  return reasons
}
