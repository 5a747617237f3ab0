import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { type changePassword as ChangePassword, passwordWeak, signInWrong } from '../contract.ts'
import { hashPassword, matchesAny, passwordMatches } from './password.ts'
import { faultsOf } from './password-rules.ts'
import * as queries from './sign-in-queries.ts'
import { signInRules } from './sign-in-rules.ts'
import { countTry, forgetTries, takeBackTry } from './tries.ts'

/** `hash` of the new password; or that it was used before. */
export type NewPassword = { hash: string | undefined }

/**
 * Checks a new password by the rules, and hands back the slow part: whether it was used before, and its hash.
 * @throws passwordWeak with `details.broken`
 */
export async function readyPassword(
  ctx: Context,
  account: { id: string; login: string },
  password: string,
): Promise<() => Promise<NewPassword>> {
  const rules = await readSetting(ctx, signInRules)
  const broken = faultsOf(rules, account.login, password)
  if (broken.length > 0) throw passwordWeak({ broken })
  // The one in use counts as used also where no history is kept.
  const used = await ctx.db.rows(queries.listUsedPasswords, [ctx.district.id, account.id, rules.history])
  const hashes = used.map((row) => row.password_hash)
  return async () => {
    const isUsed = await matchesAny(hashes, password)
    return { hash: isUsed ? undefined : await hashPassword(password) }
  }
}

/** Puts the new password in place of the old and ends every other session. @returns how many ended */
export async function takePassword(ctx: Context, accountId: string, made: NewPassword): Promise<number> {
  if (!made.hash) throw passwordWeak({ broken: ['used'] })
  await ctx.db.rows(queries.setPassword, [ctx.district.id, accountId, made.hash, ctx.now, false])
  await ctx.db.rows(queries.forgetOldPasswords, [ctx.district.id, accountId])
  const own = ctx.caller.sessionHash ?? Buffer.alloc(0)
  const ended = await ctx.db.rows(queries.deleteOtherSessions, [ctx.district.id, accountId, own])
  ctx.audit('people.password-changed', accountId, { endedSessions: ended.length })
  return ended.length
}

type Ready = { matched: string | undefined; made: NewPassword }

/** Asked first: is the present password right, and may the new one be taken. */
export async function readyChange(
  ctx: Context,
  body: BodyOf<typeof ChangePassword>,
): Promise<() => Promise<Ready>> {
  const accountId = personId(ctx)
  const account = await ctx.db.row(queries.findPasswordHash, [ctx.district.id, accountId])
  if (!account) throw signInWrong()
  const slow = await readyPassword(ctx, { id: accountId, login: account.login }, body.next)
  await countTry(ctx, account.login)
  return async () => {
    const isRight = await passwordMatches(account.password_hash, body.current)
    if (!isRight) return { matched: undefined, made: { hash: undefined } }
    return { matched: account.password_hash, made: await slow() }
  }
}

export async function changePassword(ctx: Context, { matched, made }: Ready) {
  const accountId = personId(ctx)
  await provedPassword(ctx, accountId, matched)
  return { endedSessions: await takePassword(ctx, accountId, made) }
}

/** The password asked again of somebody who is signed in. `matched`: the hash it fitted. @throws signInWrong */
export async function provedPassword(
  ctx: Context,
  accountId: string,
  matched: string | undefined,
): Promise<{ login: string }> {
  const account = await ctx.db.row(queries.findPasswordHash, [ctx.district.id, accountId])
  if (!account || account.password_hash !== matched) {
    ctx.audit('people.sign-in-failed', accountId)
    throw signInWrong().keepingWrites()
  }
  await takeBackTry(ctx, account.login)
  await forgetTries(ctx, account.login)
  return account
}
