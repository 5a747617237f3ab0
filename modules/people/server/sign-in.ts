import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import type * as contract from '../contract.ts'
import { type SignedIn, signInWrong } from '../contract.ts'
import { type NewPassword, readyPassword, takePassword } from './change-password.ts'
import { passwordMatches, spendCheck } from './password.ts'
import { makeRecoveryCodes, type RecoveryCodes } from './recovery-codes.ts'
import {
  type CodeMatch,
  confirmFactor,
  offerFactor,
  type Owner,
  readyCode,
  takeCode,
} from './second-factor.ts'
import * as queries from './sign-in-queries.ts'
import { atStep, goOn, type Passed } from './sign-in-steps.ts'
import { countTry, takeBackTry } from './tries.ts'

const loginOf = ({ login }: { login: string }): string => login.trim().toLowerCase()

/** Counts the try, and hands back the slow part: the hash that the password fits, if there is one. */
export async function readySignIn(
  ctx: Context,
  body: BodyOf<typeof contract.signIn>,
): Promise<() => Promise<string | undefined>> {
  const login = loginOf(body)
  await countTry(ctx, login)
  const account = await ctx.db.row(queries.findByLogin, [ctx.district.id, login])
  return async () => {
    if (!account || account.disabled) {
      await spendCheck(body.password)
      return undefined
    }
    return (await passwordMatches(account.password_hash, body.password)) ? account.password_hash : undefined
  }
}

/** `matched`: the hash the password fitted a moment ago. */
export async function signIn(
  ctx: Context,
  body: BodyOf<typeof contract.signIn>,
  matched: string | undefined,
): Promise<SignedIn> {
  const login = loginOf(body)
  const account = await ctx.db.row(queries.findByLogin, [ctx.district.id, login])
  if (!account || account.disabled || account.password_hash !== matched) {
    ctx.audit('people.sign-in-failed', account?.id ?? 'unknown')
    throw signInWrong().keepingWrites()
  }
  await takeBackTry(ctx, login)
  return goOn(ctx, {
    accountId: account.id,
    login,
    via: 'password',
    factorPassed: false,
    kept: body.keep === true,
    bearer: body.bearer === true,
  })
}

const ownerOf = ({ accountId, login }: Passed): Owner => ({ id: accountId, login })

type CodeBody = BodyOf<typeof contract.giveCode>

export async function readyCodeStep(
  ctx: Context,
  { ticket, code }: CodeBody,
): Promise<() => Promise<CodeMatch>> {
  return readyCode(ctx, ownerOf(await atStep(ctx, ticket, 'code')), code)
}

export async function giveCode(ctx: Context, body: CodeBody, match: CodeMatch): Promise<SignedIn> {
  const passed = await atStep(ctx, body.ticket, 'code')
  await takeCode(ctx, ownerOf(passed), body.code, match)
  return goOn(ctx, { ...passed, factorPassed: true })
}

type PasswordBody = BodyOf<typeof contract.giveNewPassword>

export async function readyPasswordStep(
  ctx: Context,
  { ticket, password }: PasswordBody,
): Promise<() => Promise<NewPassword>> {
  return readyPassword(ctx, ownerOf(await atStep(ctx, ticket, 'password')), password)
}

export async function giveNewPassword(
  ctx: Context,
  { ticket }: PasswordBody,
  made: NewPassword,
): Promise<SignedIn> {
  const passed = await atStep(ctx, ticket, 'password')
  await takePassword(ctx, passed.accountId, made)
  return goOn(ctx, passed)
}

export async function offerFactorAtSignIn(ctx: Context, ticket: string) {
  return offerFactor(ctx, ownerOf(await atStep(ctx, ticket, 'enrol')))
}

export async function readyEnrolment(
  ctx: Context,
  { ticket }: CodeBody,
): Promise<() => Promise<RecoveryCodes>> {
  await countTry(ctx, (await atStep(ctx, ticket, 'enrol')).login)
  return makeRecoveryCodes
}

export async function confirmFactorAtSignIn(ctx: Context, body: CodeBody, recovery: RecoveryCodes) {
  const passed = await atStep(ctx, body.ticket, 'enrol')
  const recoveryCodes = await confirmFactor(ctx, ownerOf(passed), body.code, recovery)
  return { ...(await goOn(ctx, { ...passed, factorPassed: true })), recoveryCodes }
}
