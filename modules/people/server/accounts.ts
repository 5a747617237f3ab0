import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { type addAccount as AddAccount, loginTaken } from '../contract.ts'
import * as queries from './account-queries.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { findPasswordHash } from './sign-in-queries.ts'

type NewAccount = BodyOf<typeof AddAccount>

/** Asked first: was it made already, by this very write. */
export async function readyAccount(
  ctx: Context,
  { password }: NewAccount,
): Promise<() => Promise<{ hash: string; isSame: boolean }>> {
  // Sent again: the answer of a command with a password in it is not kept, so what was made is looked up.
  const made = ctx.caller.key && (await ctx.db.row(findPasswordHash, [ctx.district.id, ctx.caller.key]))
  return async () => {
    const isSame = made ? await passwordMatches(made.password_hash, password) : false
    return { hash: made && isSame ? made.password_hash : await hashPassword(password), isSame }
  }
}

/** Makes an account whose password its owner changes at the first sign-in. */
export async function addAccountWith(
  ctx: Context,
  { login, name }: NewAccount,
  { hash, isSame }: { hash: string; isSame: boolean },
): Promise<{ accountId: string }> {
  const id = ctx.caller.key ?? uuidv7(ctx.now)
  const made = await ctx.db.row(findPasswordHash, [ctx.district.id, id])
  if (made && isSame && made.login === login) return { accountId: id }
  if (made) throw loginTaken()
  return insert(ctx, id, { login, name, hash, isFirst: true })
}

/** `isOwn`: whoever has the password has chosen it, and need not change it. */
export async function addAccount(
  ctx: Context,
  { login, name, password }: NewAccount,
  { isOwn }: { isOwn: boolean },
): Promise<{ accountId: string }> {
  const hash = await hashPassword(password)
  return insert(ctx, uuidv7(ctx.now), { login, name, hash, isFirst: !isOwn })
}

async function insert(
  ctx: Context,
  id: string,
  { login, name, hash, isFirst }: { login: string; name: string; hash: string; isFirst: boolean },
): Promise<{ accountId: string }> {
  const values = [ctx.district.id, id, login, name.trim(), hash, ctx.now, isFirst]
  await ctx.db.rows(queries.insertAccount, values)
  ctx.audit('people.account-added', id)
  return { accountId: id }
}
