import { job } from '#kernel/server/job-kind.ts'
import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { holdersOf, type Role } from '#modules/people/server/door.ts'
import { findArea, levels, rankOfLevel } from '#modules/places/server/door.ts'
import type { Level } from '../contract.ts'
import { append } from './act.ts'
import { isUnseen } from './fold.ts'
import { loopRules } from './loop-rules.ts'
import { endOf, promiseAfterPause } from './promise.ts'
import type { MatterRow } from './queries.ts'
import { lockMatter } from './queries.ts'
import { toLevel } from './routing.ts'

const portionSize = 100

/** What the clock has to look at now, the longest waiting first; skipped where somebody is at work on it this moment. */
const dueAlarms = statement<{ id: string }>(
  'matters.due-alarms',
  `select id from matters where district_id = $1 and alarm_at <= $2 order by alarm_at, id limit ${portionSize}
   for update skip locked`,
)

/**
 * The clock: whether it was taken up in time, yellow before the limit, red and raised a level after it, again and again up to the district, whoever has it or
 * nobody; a pause that ends by itself; a follow-up nobody answered. It acts on what is written on the matter, so what fell
 * due while it was down is done when it is back, once.
 */
const tick = job<object>({
  name: 'matters.clock',
  every: 5,
  run: (ctx) => ringDue(ctx),
})

export const alarmJobs = [tick]

export async function ringDue(ctx: Context): Promise<void | 'more'> {
  const due = await ctx.db.rows(dueAlarms, [ctx.district.id, ctx.now])
  for (const { id } of due) {
    const matter = await ctx.db.row(lockMatter, [ctx.district.id, id])
    if (matter) await ring(ctx, matter)
  }
  return due.length === portionSize ? 'more' : undefined
}

/** Does all that is due on one matter. Each step moves the alarm on, at most a handful of times. */
async function ring(ctx: Context, locked: MatterRow): Promise<void> {
  let matter = locked
  while (matter.alarm_at && matter.alarm_at <= ctx.now) matter = await step(ctx, matter)
}

async function step(ctx: Context, matter: MatterRow): Promise<MatterRow> {
  if (matter.status === 'answered') return closeUnasked(ctx, matter)
  if (matter.pause_until) {
    // The clock ran again from the end of the pause, not from the moment somebody noticed.
    const promise = await promiseAfterPause(ctx, matter.promise, matter.pause_until)
    return append(ctx, matter, 'resumed', { promise })
  }
  if (isUnseen(matter) && matter.accept_by <= ctx.now) return append(ctx, matter, 'unaccepted', {})
  if (matter.due_at <= ctx.now && !matter.late_at) return turnRed(ctx, matter)
  if (!matter.warned_at) return append(ctx, matter, 'warned', {})
  return raise(ctx, matter)
}

/** Nobody said anything about the answer in the time the office gives: closed by the system, and still open to reopening. */
function closeUnasked(ctx: Context, matter: MatterRow): MatterRow {
  const asked = append(ctx, matter, 'followed_up', { result: 'not_reached', words: '' })
  return append(ctx, asked, 'closed', {})
}

async function turnRed(ctx: Context, matter: MatterRow): Promise<MatterRow> {
  const { riseFirstDays } = await readSetting(ctx, loopRules)
  const rises = levelAbove(matter) !== undefined
  const at = rises ? await workingDaysOn(ctx, riseFirstDays) : null
  return append(ctx, matter, 'late', { rise_at: at?.toISOString() ?? null })
}

/** The level above the one that supervises it now, or above the one that holds it. */
function levelAbove(matter: Pick<MatterRow, 'level' | 'raised_to' | 'organisation_id'>): Level | undefined {
  const from = Math.max(rankOfLevel(matter.level), matter.raised_to ? rankOfLevel(matter.raised_to) : -1)
  // What a department holds is supervised by the district itself, once.
  if (matter.organisation_id && !matter.raised_to) return 'district'
  return levels[from + 1]
}

const workingDaysOn = (ctx: Context, days: number): Promise<Date> | Date =>
  days === 0 ? ctx.now : endOf(ctx, { amount: days, unit: 'working_days' })

/** Who supervises for a level: its leader before its clerks. */
const supervising: Record<Level, readonly Role[]> = {
  grid: ['grid_leader'],
  community: ['community_secretary', 'community_clerk'],
  street: ['street_leader', 'street_staff'],
  district: ['district_staff'],
}

async function supervisorAt(ctx: Context, level: Level, areaId: number): Promise<string | null> {
  const holders = await holdersOf(ctx, [areaId], supervising[level])
  const ranked = holders.toSorted(
    (a, b) => supervising[level].indexOf(a.role) - supervising[level].indexOf(b.role),
  )
  return ranked[0]?.accountId ?? null
}

/** 督办: the level above supervises it from now; what nobody has in hand it takes over. */
async function raise(ctx: Context, matter: MatterRow): Promise<MatterRow> {
  const above = levelAbove(matter)
  const area = above && (await ctx.db.row(findArea, [ctx.district.id, matter.area_path[0] ?? matter.area_id]))
  const place = (await ctx.db.row(findArea, [ctx.district.id, matter.area_id])) ?? area
  if (!above || !place) return append(ctx, matter, 'late', { rise_at: null })
  const target = await toLevel(ctx, place, above)
  const { riseNextDays } = await readSetting(ctx, loopRules)
  const isTop = target.level === 'district'
  const next = isTop ? null : await workingDaysOn(ctx, riseNextDays)
  const unowned = matter.handler_id === null && matter.organisation_id === null
  return append(ctx, matter, 'raised', {
    to: target.level,
    area_name: target.route.areaName,
    supervisor_id: await supervisorAt(ctx, target.level, target.route.areaId),
    rise_at: next?.toISOString() ?? null,
    ...(unowned && { taken_over: { handler_id: target.handler_id, route: target.route } }),
  })
}
