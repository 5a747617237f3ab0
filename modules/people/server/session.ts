import { createHash } from 'node:crypto'
import type { Identify } from '#kernel/server/answer.ts'
import { newSessionToken } from '#kernel/server/caller.ts'
import type { Actor, ActorPost, Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { Session } from '../contract.ts'
import { findAccount, findSession, type HeldRow, insertSession } from './queries.ts'

/** A browser stays signed in for a working day; a phone its owner asked to be remembered, or an API token, for thirty. */
const daySeconds = 12 * 3600
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
export const identify: Identify = async (sending, { district, sessionHash, now, permissionsOf }) => {
  const today = dayIn(district.timeZone, now)
  const found = await sending.db.row(findSession, [district.id, sessionHash, today, now])
  if (!found) return undefined
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

export async function openSession(ctx: Context, accountId: string, how: { kept: boolean }) {
  const token = newSessionToken(ctx.personalData)
  const hash = createHash('sha256').update(token).digest()
  const seconds = how.kept ? keptSeconds : daySeconds
  const expiresAt = new Date(ctx.now.getTime() + seconds * 1000)
  await ctx.db.rows(insertSession, [ctx.district.id, hash, accountId, ctx.now, expiresAt])
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
    districtName: ctx.district.name,
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
