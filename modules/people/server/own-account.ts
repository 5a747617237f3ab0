import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import type * as contract from '../contract.ts'
import { accountNotFound, factorDemanded, signInWrong } from '../contract.ts'
import { provedPassword } from './change-password.ts'
import { passwordMatches } from './password.ts'
import { makeRecoveryCodes, type RecoveryCodes } from './recovery-codes.ts'
import {
  type CodeMatch,
  confirmFactor,
  deleteFactor,
  offerFactor,
  type Owner,
  readyCode,
  replaceRecoveryCodes,
  takeCode,
} from './second-factor.ts'
import * as queries from './sign-in-queries.ts'
import { signInRules } from './sign-in-rules.ts'
import { isFactorDemanded, passwordEnd } from './sign-in-steps.ts'
import { countTry } from './tries.ts'

export async function readOwnAccount(ctx: Context): Promise<ReturnsOf<typeof contract.readOwnAccount>> {
  const standing = await ctx.db.row(queries.findStanding, [ctx.district.id, personId(ctx)])
  if (!standing) throw accountNotFound()
  const rules = await readSetting(ctx, signInRules)
  const end = passwordEnd(rules, standing)
  return {
    login: standing.login,
    name: standing.name,
    password: { minLength: rules.minLength, kinds: rules.kinds },
    passwordChangedAt: standing.password_changed_at.toISOString(),
    ...(end && { passwordUntil: end.toISOString() }),
    ...(standing.factor_since && {
      factor: { since: standing.factor_since.toISOString(), recoveryCodesLeft: standing.recovery_codes },
    }),
    factorDemanded: await isFactorDemanded(ctx, rules, personId(ctx)),
  }
}

async function owner(ctx: Context): Promise<Owner> {
  const id = personId(ctx)
  const account = await ctx.db.row(queries.findPasswordHash, [ctx.district.id, id])
  if (!account) throw accountNotFound()
  return { id, login: account.login }
}

type Password = BodyOf<typeof contract.offerFactor>

/** Asked first: the password, so that nobody binds their own phone at somebody's open desk. */
export async function readyOffer(
  ctx: Context,
  { password }: Password,
): Promise<() => Promise<string | undefined>> {
  const account = await ctx.db.row(queries.findPasswordHash, [ctx.district.id, personId(ctx)])
  if (!account) throw signInWrong()
  await countTry(ctx, account.login)
  return async () =>
    (await passwordMatches(account.password_hash, password)) ? account.password_hash : undefined
}

export async function offerOwnFactor(ctx: Context, matched: string | undefined) {
  const id = personId(ctx)
  const { login } = await provedPassword(ctx, id, matched)
  return offerFactor(ctx, { id, login })
}

type Code = BodyOf<typeof contract.confirmFactor>

export async function readyConfirmation(ctx: Context): Promise<() => Promise<RecoveryCodes>> {
  await countTry(ctx, (await owner(ctx)).login)
  return makeRecoveryCodes
}

export async function confirmOwnFactor(ctx: Context, { code }: Code, recovery: RecoveryCodes) {
  return { recoveryCodes: await confirmFactor(ctx, await owner(ctx), code, recovery) }
}

async function readyOwnCode(ctx: Context, { code }: Code): Promise<() => Promise<CodeMatch>> {
  return readyCode(ctx, await owner(ctx), code)
}

export async function readyRemoval(ctx: Context, body: Code): Promise<() => Promise<CodeMatch>> {
  const rules = await readSetting(ctx, signInRules)
  if (await isFactorDemanded(ctx, rules, personId(ctx))) throw factorDemanded()
  return readyOwnCode(ctx, body)
}

export async function removeOwnFactor(ctx: Context, { code }: Code, match: CodeMatch) {
  const own = await owner(ctx)
  await takeCode(ctx, own, code, match)
  return { removed: await deleteFactor(ctx, own.id) }
}

type Renewal = { match: CodeMatch; recovery: RecoveryCodes }

export async function readyRenewal(ctx: Context, body: Code): Promise<() => Promise<Renewal>> {
  const slow = await readyOwnCode(ctx, body)
  return async () => ({ match: await slow(), recovery: await makeRecoveryCodes() })
}

export async function renewRecoveryCodes(ctx: Context, { code }: Code, { match, recovery }: Renewal) {
  const own = await owner(ctx)
  await takeCode(ctx, own, code, match)
  return { recoveryCodes: await replaceRecoveryCodes(ctx, own.id, recovery) }
}
