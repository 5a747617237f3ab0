import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import {
  type changePassword as ChangePassword,
  type signIn as SignIn,
  signInLocked,
  signInWrong,
} from '../contract.ts'
import { hashPassword, passwordMatches, spendCheck } from './password.ts'
import * as queries from './queries.ts'
import { describeSession, openSession } from './session.ts'

/** After so many wrong tries a browser waits; after many more from anywhere, the account does. */
const triesOfBrowser = 5
const triesOfAccount = 50
const waitMs = 10 * 60_000

/** Where failures are counted: by login and browser, so that nobody locks out a colleague or a whole building. */
const subjectsOf = (ctx: Context, login: string) => {
  const browser = ctx.caller.device ?? ctx.caller.address ?? ''
  // Signed, not plain: people type passwords into the wrong field, and addresses are personal data.
  const named = (subject: string): string => ctx.personalData.sign('sign-in', `${ctx.district.id}:${subject}`)
  return { own: named(`${login} ${browser}`), all: named(login) }
}

export async function signIn(ctx: Context, body: BodyOf<typeof SignIn>) {
  const login = body.login.trim().toLowerCase()
  await refuseLocked(ctx, login)
  const account = await ctx.db.row(queries.findByLogin, [ctx.district.id, login])
  const right =
    account && !account.disabled
      ? await passwordMatches(account.password_hash, body.password)
      : await spendCheck(body.password)
  if (!account || !right) throw await countedFailure(ctx, login, account?.id)

  await ctx.db.rows(queries.forgetFailures, [ctx.district.id, [subjectsOf(ctx, login).own], new Date(0)])
  const { token, expiresAt } = await openSession(ctx, account.id, {
    kept: body.keep === true || body.bearer === true,
  })
  if (!body.bearer) ctx.setSession(token)
  ctx.audit('people.signed-in', account.id)
  return {
    session: await describeSession(ctx, account.id),
    ...(body.bearer && { token }),
    expiresAt: expiresAt.toISOString(),
  }
}

export async function changePassword(ctx: Context, body: BodyOf<typeof ChangePassword>) {
  const accountId = personId(ctx)
  const account = await ctx.db.row(queries.findPasswordHash, [ctx.district.id, accountId])
  if (!account) throw signInWrong()
  await refuseLocked(ctx, account.login)
  if (!(await passwordMatches(account.password_hash, body.current)))
    throw await countedFailure(ctx, account.login, accountId)

  await ctx.db.rows(queries.setPassword, [ctx.district.id, accountId, await hashPassword(body.next)])
  const own = ctx.caller.sessionHash ?? Buffer.alloc(0)
  const ended = await ctx.db.rows(queries.deleteOtherSessions, [ctx.district.id, accountId, own])
  ctx.audit('people.password-changed', accountId, { endedSessions: ended.length })
  return { endedSessions: ended.length }
}

async function refuseLocked(ctx: Context, login: string): Promise<void> {
  const { own, all } = subjectsOf(ctx, login)
  await ctx.db.rows(queries.lockTries, [ctx.district.id, all])
  const limits = [
    { subject: own, tries: triesOfBrowser },
    { subject: all, tries: triesOfAccount },
  ]
  for (const { subject, tries } of limits) {
    const found = await ctx.db.row(queries.findFailures, [ctx.district.id, [subject]])
    const waited = found ? ctx.now.getTime() - found.last_at.getTime() : waitMs
    if (!found || found.failures < tries || waited >= waitMs) continue
    throw signInLocked({ retryAfterSeconds: Math.ceil((waitMs - waited) / 1000) })
  }
}

async function countedFailure(ctx: Context, login: string, accountId: string | undefined) {
  const { own, all } = subjectsOf(ctx, login)
  await ctx.db.rows(queries.countFailures, [ctx.district.id, [own, all], ctx.now])
  ctx.audit('people.sign-in-failed', accountId ?? 'unknown')
  return signInWrong().keepingWrites()
}
