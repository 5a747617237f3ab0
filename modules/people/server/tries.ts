import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { signInLocked } from '../contract.ts'
import * as queries from './sign-in-queries.ts'
import { signInRules } from './sign-in-rules.ts'

/** An account waits only after many more tries than a browser: nobody locks out a colleague on purpose. */
const accountsOverBrowser = 10

/** Where tries are counted: by login and browser, so that nobody locks out a colleague or a whole building. */
const subjectsOf = (ctx: Context, login: string) => {
  const browser = ctx.caller.device ?? ctx.caller.address ?? ''
  // Signed, not plain: people type passwords into the wrong field, and addresses are personal data.
  const named = (subject: string): string => ctx.personalData.sign('sign-in', `${ctx.district.id}:${subject}`)
  return { own: named(`${login} ${browser}`), all: named(login) }
}

/**
 * Counts a try before anything is compared, and refuses it where there were too many. Whoever was right takes it back:
 * many at once can then not slip past the count, though no lock is held while a password is hashed.
 * @throws signInLocked
 */
export async function countTry(ctx: Context, login: string): Promise<void> {
  const { own, all } = subjectsOf(ctx, login)
  const { tries, lockMinutes } = await readSetting(ctx, signInRules)
  const waitMs = lockMinutes * 60_000
  await ctx.db.rows(queries.lockTries, [ctx.district.id, all])
  const limits = [
    { subject: own, tries },
    { subject: all, tries: tries * accountsOverBrowser },
  ]
  for (const limit of limits) {
    const found = await ctx.db.row(queries.findFailures, [ctx.district.id, [limit.subject]])
    const waited = found ? ctx.now.getTime() - found.last_at.getTime() : waitMs
    if (!found || found.failures < limit.tries || waited >= waitMs) continue
    throw signInLocked({ retryAfterSeconds: Math.ceil((waitMs - waited) / 1000) })
  }
  await ctx.db.rows(queries.countFailures, [ctx.district.id, [own, all], ctx.now])
}

/** It was right, but more is wanted: earlier failures stay counted, or each new step would bring new tries. */
export async function takeBackTry(ctx: Context, login: string): Promise<void> {
  const { own, all } = subjectsOf(ctx, login)
  await ctx.db.rows(queries.uncountFailure, [ctx.district.id, [own, all]])
}

/** Somebody is signed in: this browser begins anew. */
export async function forgetTries(ctx: Context, login: string): Promise<void> {
  await ctx.db.rows(queries.forgetFailures, [ctx.district.id, [subjectsOf(ctx, login).own], new Date(0)])
}
