import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { rankOfLevel } from '#modules/places/server/door.ts'
import type { Level, Promised } from '../contract.ts'
import { dueAt, OFFICE_HOURS } from './clock.ts'
import { type HouseRules, houseRules, type Policy } from './house-rules.ts'

/** In force when an office has ended all its own limits: nobody is left without a promise. */
const fallback: Policy = {
  id: 0,
  level: 'district',
  amount: 7,
  unit: 'working_days',
  source: '默认时限',
  version: 0,
}

/** What the level has to keep: fixed with the versions of rule and calendar that made it. */
export async function promiseFor(ctx: Context, level: Level, start: Date): Promise<Promised> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const policy = policyFor(rules, level)
  const due = dueAt(start, policy, rules.calendar, { ...OFFICE_HOURS, zone: ctx.district.timeZone })
  const plain = rules.calendar.covers(Number(dayIn(ctx.district.timeZone, due).slice(0, 4)))
    ? ''
    : '+weekdays'
  return {
    dueAt: due.toISOString(),
    amount: policy.amount,
    unit: policy.unit,
    source: policy.source,
    policyId: policy.id,
    policyVersion: policy.version,
    calendarVersion: `${rules.calendar.version}${plain}`,
  }
}

/** The limit of the level, or of the nearest level above that has one. */
function policyFor({ policies }: HouseRules, level: Level): Policy {
  const [nearest] = policies
    .filter((policy) => rankOfLevel(policy.level) >= rankOfLevel(level))
    .toSorted((a, b) => rankOfLevel(a.level) - rankOfLevel(b.level))
  return nearest ?? fallback
}

/** Handing up never shortens what was promised; it counts from the receipt, so that passing on wins no time. */
export async function promiseAfterHandUp(
  ctx: Context,
  level: Level,
  held: { received_at: Date; promise: Promised },
) {
  const next = await promiseFor(ctx, level, held.received_at)
  return next.dueAt > held.promise.dueAt ? next : held.promise
}
