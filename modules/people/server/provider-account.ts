import type { Context } from '#kernel/server/context.ts'
import { accountDisabled, accountNotFound, providerOff, providerUnknown, type SignedIn } from '../contract.ts'
import { type Answered, matching } from './provider.ts'
import type { Told } from './provider-client.ts'
import * as queries from './provider-queries.ts'
import { findPasswordHash } from './sign-in-queries.ts'
import { goOn } from './sign-in-steps.ts'

/** Signs in whoever the service told us, if there is an account: it never makes one, nor any right. */
export async function finishProvider(ctx: Context, { told, kept }: Answered): Promise<SignedIn> {
  const { claim, ownFactor } = await matching(ctx)
  const account = await accountOf(ctx, told, claim)
  if (!account) {
    ctx.audit('people.provider-unknown', 'unknown')
    throw providerUnknown().keepingWrites()
  }
  if (account.disabled) {
    ctx.audit('people.sign-in-failed', account.id, { via: 'provider' })
    throw accountDisabled().keepingWrites()
  }
  return goOn(ctx, {
    accountId: account.id,
    login: account.login,
    via: 'provider',
    factorPassed: !ownFactor,
    kept,
    bearer: false,
  })
}

/**
 * By the stored link; else by the claim that equals a sign-in name, and then the link is stored: whoever takes that name
 * at the service later is somebody else.
 */
async function accountOf(
  ctx: Context,
  { issuer, subject, claims }: Told,
  claim: string,
): Promise<queries.Linked | undefined> {
  const linked = await ctx.db.row(queries.findByIdentity, [ctx.district.id, issuer, subject])
  if (linked) return linked
  const named = claims[claim]
  if (typeof named !== 'string') return undefined
  const login = named.trim().toLowerCase()
  const account = await ctx.db.row(queries.findUnlinked, [ctx.district.id, issuer, login])
  if (!account || account.disabled) return account
  await ctx.db.rows(queries.linkIdentity, [ctx.district.id, issuer, subject, account.id, ctx.now])
  ctx.audit('people.identity-linked', account.id)
  return account
}

export async function linkIdentity(ctx: Context, accountId: string, subject: string) {
  const { issuer } = await matching(ctx)
  if (!issuer) throw providerOff()
  if (!(await ctx.db.row(findPasswordHash, [ctx.district.id, accountId]))) throw accountNotFound()
  await ctx.db.rows(queries.linkIdentity, [ctx.district.id, issuer, subject.trim(), accountId, ctx.now])
  ctx.audit('people.identity-linked', accountId)
  return { linked: true }
}

export async function unlinkIdentity(ctx: Context, accountId: string) {
  if (!(await ctx.db.row(findPasswordHash, [ctx.district.id, accountId]))) throw accountNotFound()
  const gone = await ctx.db.rows(queries.unlinkIdentity, [ctx.district.id, accountId])
  if (gone.length > 0) ctx.audit('people.identity-unlinked', accountId)
  return { unlinked: gone.length > 0 }
}
