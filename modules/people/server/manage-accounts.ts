import type { BodyOf, QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type * as contract from '../contract.ts'
import { type Account, accountNotFound, ownAccountRefused } from '../contract.ts'
import * as queries from './account-queries.ts'
import { postEnded } from './jobs.ts'
import { hashPassword } from './password.ts'
import { deleteFactor } from './second-factor.ts'
import { deleteOtherSessions, deleteSteps, findPasswordHash, setPassword } from './sign-in-queries.ts'

const pageSize = 50

export async function listAccounts(
  ctx: Context,
  { q = '', state = 'active', after, limit = pageSize }: QueryOf<typeof contract.listAccounts>,
): Promise<ReturnsOf<typeof contract.listAccounts>> {
  const rows = await ctx.db.rows(queries.listAccounts, [
    ctx.district.id,
    `${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`,
    after ?? null,
    state,
    dayIn(ctx.district.timeZone, ctx.now),
    ctx.now,
    limit + 1,
  ])
  const items = rows.slice(0, limit).map(shape)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, ...(last && { next: last.accountId }) }
}

const shape = (row: queries.AccountLine): Account => ({
  accountId: row.id,
  name: row.name,
  login: row.login,
  ...(row.disabled_at && { disabledAt: row.disabled_at.toISOString() }),
  ...(row.signed_in_at && { signedInAt: row.signed_in_at.toISOString() }),
  hasFactor: row.has_factor,
  passwordIsFirst: row.password_is_first,
  openSessions: row.open_sessions,
  ...(row.identity !== null && { identity: row.identity }),
  posts: row.posts.map(({ role, area_name: areaName }) => ({ role, areaName })),
})

/** Signs an account out everywhere, also where somebody is half way in. */
async function endSessionsOf(ctx: Context, accountId: string): Promise<number> {
  await ctx.db.rows(deleteSteps, [ctx.district.id, accountId])
  const nobodys = Buffer.alloc(0)
  return (await ctx.db.rows(deleteOtherSessions, [ctx.district.id, accountId, nobodys])).length
}

/** What takes rights away or hands out a password is done to others only. */
function refuseOwn(ctx: Context, accountId: string): void {
  if (ctx.actor.id === accountId) throw ownAccountRefused()
}

export async function disableAccount(
  ctx: Context,
  accountId: string,
  { reason }: BodyOf<typeof contract.disableAccount>,
) {
  refuseOwn(ctx, accountId)
  const found = await ctx.db.row(queries.setDisabled, [ctx.district.id, accountId, ctx.now])
  if (!found) throw accountNotFound()
  const endedSessions = await endSessionsOf(ctx, accountId)
  ctx.audit('people.account-disabled', accountId, { reason: reason.trim(), endedSessions })
  // The posts stay as they are, but what is in hand needs somebody who can still act.
  await ctx.later(postEnded, { accountId })
  return { endedSessions }
}

export async function enableAccount(ctx: Context, accountId: string) {
  const found = await ctx.db.row(queries.setDisabled, [ctx.district.id, accountId, null])
  if (!found) throw accountNotFound()
  ctx.audit('people.account-enabled', accountId)
  return { enabled: true }
}

export async function readyReset({
  password,
}: BodyOf<typeof contract.resetPassword>): Promise<() => Promise<string>> {
  return () => hashPassword(password)
}

export async function resetPassword(ctx: Context, accountId: string, hash: string) {
  refuseOwn(ctx, accountId)
  await mustBeThere(ctx, accountId)
  await ctx.db.rows(setPassword, [ctx.district.id, accountId, hash, ctx.now, true])
  const endedSessions = await endSessionsOf(ctx, accountId)
  ctx.audit('people.password-reset', accountId, { endedSessions })
  return { endedSessions }
}

export async function removeAccountFactor(ctx: Context, accountId: string) {
  refuseOwn(ctx, accountId)
  await mustBeThere(ctx, accountId)
  const removed = await deleteFactor(ctx, accountId)
  await endAccountSessions(ctx, accountId)
  return { removed }
}

export async function endAccountSessions(ctx: Context, accountId: string) {
  await mustBeThere(ctx, accountId)
  const endedSessions = await endSessionsOf(ctx, accountId)
  ctx.audit('people.sessions-ended', accountId, { endedSessions })
  return { endedSessions }
}

export async function endAllSessions(ctx: Context, { before }: { before?: string }) {
  await ctx.db.rows(queries.deleteAllSteps, [ctx.district.id])
  const until = before ? new Date(before) : ctx.now
  const own = ctx.caller.sessionHash ?? Buffer.alloc(0)
  const ended = await ctx.db.rows(queries.deleteAllSessions, [ctx.district.id, own, until])
  const told = { ...(before && { before }), endedSessions: ended.length }
  ctx.audit('people.all-sessions-ended', String(ctx.district.id), told)
  return { endedSessions: ended.length }
}

async function mustBeThere(ctx: Context, accountId: string): Promise<void> {
  if (!(await ctx.db.row(findPasswordHash, [ctx.district.id, accountId]))) throw accountNotFound()
}
