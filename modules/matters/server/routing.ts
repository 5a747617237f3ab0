import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { holdersOf, onDuty, type OnDuty } from '#modules/people/server/door.ts'
import { type AreaRow, levels, rankOfLevel } from '#modules/places/server/door.ts'
import type { Channel, Level } from '../contract.ts'
import { houseRules, type Rule } from './house-rules.ts'
import type { Route, Target } from './matter-events.ts'

/** The area of a place that works at a level, if the place has one. */
const areaAt = (place: AreaRow, level: Level): number | null => {
  if (level === 'grid') return place.grid_id
  if (level === 'community') return place.community_id
  return level === 'street' ? place.street_id : (place.path[0] ?? null)
}

/**
 * Where a matter goes: the first rule that matches, else the finest area that answers for the place; there to the post
 * on duty, and when nobody holds it to the level above. Never nowhere: at the district it waits for whoever comes.
 */
export async function routeFor(ctx: Context, place: AreaRow, asked: Asked): Promise<Target> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const group = rules.subjects.get(asked.subject)?.group
  const rule = rules.rules.find((each) => matches(each, place, { ...asked, group }))
  if (rule?.to_organisation_id) return organisationTarget(ctx, place, rule.to_organisation_id, rule)
  return toLevel(ctx, place, rule?.to_level ?? 'grid', rule)
}

/** What a rule may look at besides the place. */
export type Asked = { subject: string; words: string; channel: Channel }

/** Whether a rule's conditions all hold; an absent condition always does. */
export const matches = (
  rule: Pick<Rule, 'subject' | 'area_id' | 'words' | 'channel'>,
  place: Pick<AreaRow, 'path'>,
  asked: Asked & { group: string | undefined },
): boolean =>
  (rule.subject === null || rule.subject === asked.subject || rule.subject === asked.group) &&
  (rule.area_id === null || place.path.includes(rule.area_id)) &&
  (rule.channel === null || rule.channel === asked.channel) &&
  (rule.words === null || rule.words.some((word) => asked.words.includes(word)))

/** The target at a level or above it: the first with an area and a post on duty. */
export async function toLevel(
  ctx: Context,
  place: AreaRow,
  from: Level,
  rule?: Pick<Rule, 'note'>,
): Promise<Target> {
  const passed: Level[] = []
  for (const level of levels.slice(rankOfLevel(from))) {
    const areaId = areaAt(place, level)
    if (areaId === null) continue
    const duty = await onDuty(ctx, level, [areaId])
    if (duty || level === 'district') return targetAt(place, level, { areaId, passed, duty, rule })
    passed.push(level)
  }
  throw new Error('a place lies in no district')
}

type Found = {
  areaId: number
  passed: Level[]
  duty: OnDuty | undefined
  rule: Pick<Rule, 'note'> | undefined
}

function targetAt(place: AreaRow, level: Level, { areaId, passed, duty, rule }: Found): Target {
  const route: Route = {
    ...(rule && { rule: rule.note }),
    level,
    areaId,
    areaName: duty?.areaName ?? nameIn(place, areaId),
    passed,
    ...(duty && { postId: duty.postId }),
  }
  return { ...answering(place), level, organisation_id: null, handler_id: duty?.accountId ?? null, route }
}

const nameIn = (place: AreaRow, areaId: number): string =>
  place.path_names[place.path.indexOf(areaId) - 1] ?? place.name

/** To a department or partner: whoever holds a post for it; the place's areas keep seeing it. */
export async function organisationTarget(
  ctx: Context,
  place: AreaRow,
  organisationId: string,
  rule?: Pick<Rule, 'note'>,
): Promise<Target> {
  const holders = await holdersOf(ctx, place.path, ['department_staff'])
  const duty = holders.find((holder) => holder.organisationId === organisationId)
  const areaId = place.path[0] ?? place.id
  const found = { areaId, passed: [], duty, rule }
  return { ...targetAt(place, 'district', found), organisation_id: organisationId }
}

/** The finest area that answers for a place: its grid, else its community, and so on up. */
function answering(place: AreaRow) {
  const areaId = place.grid_id ?? place.community_id ?? place.street_id ?? place.path[0] ?? place.id
  return {
    area_id: areaId,
    area_path: place.path,
    street_id: place.street_id,
    community_id: place.community_id,
    grid_id: place.grid_id,
  }
}
