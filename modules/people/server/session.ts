import { createHash } from 'node:crypto'
import type { Identify } from '#kernel/server/answer.ts'
import { newSessionToken } from '#kernel/server/caller.ts'
import type { Actor, ActorPost, Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { officeName } from '#modules/office/server/door.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import type { Session } from '../contract.ts'
import { deviceOf } from './device.ts'
import { findAccount, findSession, type HeldRow } from './queries.ts'
import { insertSession, noteUse } from './sign-in-queries.ts'
import { signInRules } from './sign-in-rules.ts'

/** The longest a browser keeps a session by any rules; when it is over stands with the session itself. */
export const keptSeconds = 30 * 24 * 3600

const held = (row: HeldRow, permissionsOf: (role: string) => ReadonlySet<string>): ActorPost => ({
  id: row.id,
  role: row.role,
  area: row.area_id,
  areaKind: row.area_kind,
  organisation: row.organisation_id ?? undefined,
  permissions: permissionsOf(row.role),
})

/** Reads who holds a session, together with the posts held today: an ended post ends its rights at once. */
export const identify: Identify = async (
  sending,
  { district, sessionHash, now, permissionsOf },
  afterwards,
) => {
  const today = dayIn(district.timeZone, now)
  const found = await sending.db.row(findSession, [district.id, sessionHash, today, now])
  if (!found) return undefined
  if (found.use_untold) afterwards(noteUse, [district.id, sessionHash, now])
  return {
    kind: 'person',
    id: found.account_id,
    name: found.name,
    posts: found.posts.map((row) => held(row, permissionsOf)),
  }
}

/** The actor an account is today, without a session: for seeding, imports and tests. */
export async function actorOfAccount(ctx: Context, accountId: string): Promise<Actor | undefined> {
  const found = await ctx.db.row(findAccount, [
    ctx.district.id,
    accountId,
    dayIn(ctx.district.timeZone, ctx.now),
  ])
  if (!found) return undefined
  const posts = found.posts.map((row) => held(row, ctx.permissionsOf))
  return { kind: 'person', id: found.account_id, name: found.name, posts }
}

/** By the rules of signing in: a working day and over when idle, or kept for days where the phone is remembered. */
export async function openSession(ctx: Context, accountId: string, how: { kept: boolean; bearer: boolean }) {
  const rules = await readSetting(ctx, signInRules)
  const isKept = (how.kept || how.bearer) && rules.keepDays > 0
  const token = newSessionToken(ctx.personalData)
  const hours = isKept ? rules.keepDays * 24 : rules.hours
  const expiresAt = new Date(ctx.now.getTime() + hours * 3600_000)
  await ctx.db.rows(insertSession, [
    ctx.district.id,
    createHash('sha256').update(token).digest(),
    uuidv7(ctx.now),
    accountId,
    ctx.now,
    expiresAt,
    isKept || how.bearer || rules.idleMinutes === 0 ? null : rules.idleMinutes,
    isKept,
    deviceOf(ctx.caller.agent, how.bearer),
  ])
  return { token, expiresAt }
}

/** Who is signed in, with the posts held today and what they allow. */
export async function describeSession(ctx: Context, accountId: string): Promise<Session> {
  const found = await ctx.db.row(findAccount, [
    ctx.district.id,
    accountId,
    dayIn(ctx.district.timeZone, ctx.now),
  ])
  if (!found) throw new Error('the account of an open session is gone')
  return {
    accountId,
    name: found.name,
    districtName: await officeName(ctx),
    posts: found.posts.map((row) => ({
      id: row.id,
      role: row.role,
      areaId: row.area_id,
      areaKind: row.area_kind,
      areaName: row.area_name,
      permissions: [...ctx.permissionsOf(row.role)].toSorted(),
    })),
  }
}
