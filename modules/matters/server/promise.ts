import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { rankOfLevel } from '#modules/places/server/door.ts'
import type { Level, Promised } from '../contract.ts'
import { afterPause, dueAt, type Limit, OFFICE_HOURS, partOf } from './clock.ts'
import { type HouseRules, houseRules, type Policy } from './house-rules.ts'
import { loopRules } from './loop-rules.ts'

/** In force when an office has ended all its own limits: nobody is left without a promise. */
const fallback: Policy = {
  id: 0,
  level: 'district',
  amount: 7,
  unit: 'working_days',
  source: '默认时限',
  version: 0,
  yellow_percent: 80,
}

/** Calendar and office hours of the district as they stand. */
export async function timeOf(ctx: Context) {
  const { calendar } = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  return { calendar, office: { ...OFFICE_HOURS, zone: ctx.district.timeZone } }
}

/** When a limit that starts now ends, by the district's calendar. */
export async function endOf(ctx: Context, limit: Limit, start: Date = ctx.now): Promise<Date> {
  const { calendar, office } = await timeOf(ctx)
  return dueAt(start, limit, calendar, office)
}

/** What the level has to keep: fixed with the versions of rule and calendar that made it. */
export async function promiseFor(ctx: Context, level: Level, start: Date): Promise<Promised> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const policy = policyFor(rules, level)
  const time = await timeOf(ctx)
  const due = dueAt(start, policy, time.calendar, time.office)
  const { acceptWorkingHours } = await readSetting(ctx, loopRules)
  const accept = dueAt(
    start,
    { amount: acceptWorkingHours, unit: 'working_hours' },
    time.calendar,
    time.office,
  )
  return {
    dueAt: due.toISOString(),
    yellowAt: partOf({ start, due }, policy.yellow_percent, policy.unit, time).toISOString(),
    acceptBy: accept.toISOString(),
    amount: policy.amount,
    unit: policy.unit,
    source: policy.source,
    policyId: policy.id,
    policyVersion: policy.version,
    calendarVersion: calendarVersion(rules, ctx.district.timeZone, due),
  }
}

function calendarVersion({ calendar }: HouseRules, timeZone: string, due: Date): string {
  const plain = calendar.covers(Number(dayIn(timeZone, due).slice(0, 4))) ? '' : '+weekdays'
  return `${calendar.version}${plain}`
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
  const before = withoutHold(held.promise)
  return next.dueAt > before.dueAt ? next : before
}

/** The promise as it was before the clock stood still. */
export function withoutHold(promise: Promised): Promised {
  const { held, ...rest } = promise
  return held ? { ...rest, dueAt: held.dueAt, yellowAt: held.yellowAt } : rest
}

/** The clock stands still from now, at the latest until `until`: the promise is what it would be then. */
export async function promiseWhilePaused(ctx: Context, promise: Promised, until: Date): Promise<Promised> {
  const held = { since: ctx.now.toISOString(), dueAt: promise.dueAt, yellowAt: promise.yellowAt }
  return { ...(await moved(ctx, promise, { from: ctx.now, until })), held }
}

/** The clock goes on from `until`: moved by what it really stood still. */
export async function promiseAfterPause(ctx: Context, promise: Promised, until: Date): Promise<Promised> {
  if (!promise.held) return promise
  return moved(ctx, withoutHold(promise), { from: new Date(promise.held.since), until })
}

async function moved(ctx: Context, promise: Promised, pause: { from: Date; until: Date }): Promise<Promised> {
  const time = await timeOf(ctx)
  const later = (moment: string): string =>
    afterPause(new Date(moment), pause, promise.unit, time).toISOString()
  // What had turned yellow before stays so: only what was still to come moves.
  const yellowAt = new Date(promise.yellowAt) > pause.from ? later(promise.yellowAt) : promise.yellowAt
  return { ...promise, dueAt: later(promise.dueAt), yellowAt }
}

/** More time, once: counted from the due time in the unit of the limit. */
export async function promiseExtended(ctx: Context, promise: Promised, amount: number): Promise<Promised> {
  const due = await endOf(ctx, { amount, unit: promise.unit }, new Date(promise.dueAt))
  const time = await timeOf(ctx)
  const yellow = partOf({ start: ctx.now, due }, 80, promise.unit, time)
  return { ...promise, dueAt: due.toISOString(), yellowAt: yellow.toISOString() }
}
