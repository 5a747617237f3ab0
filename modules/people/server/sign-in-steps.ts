import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { type Need, type SignedIn, type SignInRules, stepOver } from '../contract.ts'
import { findAccount } from './queries.ts'
import { describeSession, openSession } from './session.ts'
import * as queries from './sign-in-queries.ts'
import { signInRules } from './sign-in-rules.ts'
import { forgetTries } from './tries.ts'

const ticketMs = 15 * 60_000
const dayMs = 24 * 3600_000

const hashOf = (ticket: string): Buffer => createHash('sha256').update(ticket).digest()

/** How far somebody has come on the way in. */
export type Passed = {
  accountId: string
  login: string
  via: 'password' | 'provider'
  factorPassed: boolean
  kept: boolean
  bearer: boolean
  ticket?: string
}

/**
 * The next step of signing in: what is still wanted, or a session. Until then there is no session, so that whoever has not
 * done all of it can do nothing else.
 */
export async function goOn(ctx: Context, passed: Passed): Promise<SignedIn> {
  const needs = await needOf(ctx, passed)
  return needs ? waitFor(ctx, passed, needs) : finish(ctx, passed)
}

async function needOf(ctx: Context, passed: Passed): Promise<Need | undefined> {
  const standing = await ctx.db.row(queries.findStanding, [ctx.district.id, passed.accountId])
  if (!standing) throw stepOver()
  const rules = await readSetting(ctx, signInRules)
  const hasFactor = standing.factor_since !== null
  if (hasFactor && !passed.factorPassed) return 'code'
  if (passed.via === 'password' && isPasswordOld(ctx, rules, standing)) return 'password'
  // A sign-in service that asked for a second factor itself has passed it, without one of ours.
  if (hasFactor || passed.factorPassed) return undefined
  return (await isFactorDemanded(ctx, rules, passed.accountId)) ? 'enrol' : undefined
}

/** Until when a password may be used; nothing where there is no end. */
export const passwordEnd = (rules: SignInRules, { password_changed_at: since }: queries.Standing) =>
  rules.maxAgeDays > 0 ? new Date(since.getTime() + rules.maxAgeDays * dayMs) : undefined

function isPasswordOld(ctx: Context, rules: SignInRules, standing: queries.Standing): boolean {
  const end = passwordEnd(rules, standing)
  return standing.password_is_first || (end !== undefined && end <= ctx.now)
}

/** Whether a post held today demands a second factor by the rules. */
export async function isFactorDemanded(
  ctx: Context,
  { factorRoles }: SignInRules,
  accountId: string,
): Promise<boolean> {
  if (factorRoles.length === 0) return false
  const today = dayIn(ctx.district.timeZone, ctx.now)
  const account = await ctx.db.row(findAccount, [ctx.district.id, accountId, today])
  return account?.posts.some(({ role }) => factorRoles.includes(role)) ?? false
}

async function waitFor(ctx: Context, passed: Passed, needs: Need): Promise<SignedIn> {
  const ticket = passed.ticket ?? randomBytes(24).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + ticketMs)
  await ctx.db.rows(queries.keepStep, [
    ctx.district.id,
    hashOf(ticket),
    passed.accountId,
    passed.via,
    passed.factorPassed,
    passed.kept,
    passed.bearer,
    expiresAt,
  ])
  return { needs, ticket, expiresAt: expiresAt.toISOString() }
}

async function finish(ctx: Context, passed: Passed): Promise<SignedIn> {
  await ctx.db.rows(queries.deleteSteps, [ctx.district.id, passed.accountId])
  await forgetTries(ctx, passed.login)
  const { token, expiresAt } = await openSession(ctx, passed.accountId, passed)
  if (!passed.bearer) ctx.setSession(token)
  await ctx.db.rows(queries.noteSignIn, [ctx.district.id, passed.accountId, ctx.now])
  ctx.audit('people.signed-in', passed.accountId, { via: passed.via, factor: passed.factorPassed })
  return {
    session: await describeSession(ctx, passed.accountId),
    ...(passed.bearer && { token }),
    expiresAt: expiresAt.toISOString(),
  }
}

/** Who holds the ticket and is at this step. @throws stepOver */
export async function atStep(ctx: Context, ticket: string, wanted: Need): Promise<Passed> {
  const row = await ctx.db.row(queries.findStep, [ctx.district.id, hashOf(ticket), ctx.now])
  if (!row) throw stepOver()
  const passed: Passed = {
    accountId: row.account_id,
    login: row.login,
    via: row.via,
    factorPassed: row.factor_passed,
    kept: row.kept,
    bearer: row.bearer,
    ticket,
  }
  if ((await needOf(ctx, passed)) !== wanted) throw stepOver()
  return passed
}
