import type { ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { readSetting, settingVersions, writeSetting } from '#kernel/server/settings.ts'
import type { readSignInRules as ReadRules, SignInRules } from '../contract.ts'
import { findName, shortenSessions } from './account-queries.ts'
import { signInRules } from './sign-in-rules.ts'

type InForce = ReturnsOf<typeof ReadRules>

export async function readSignInRules(ctx: Context): Promise<InForce> {
  const [newest] = await settingVersions(ctx, signInRules)
  const rules = await readSetting(ctx, signInRules)
  if (!newest) return { rules }
  const by = newest.changedBy && (await ctx.db.row(findName, [ctx.district.id, newest.changedBy]))
  return {
    rules: { ...rules, ...newest.value },
    changed: { at: newest.changedAt.toISOString(), by: by ? by.name : '' },
  }
}

/** What is stricter holds for those signed in too; nobody's session becomes longer. */
export async function changeSignInRules(ctx: Context, rules: SignInRules): Promise<InForce> {
  await writeSetting(ctx, signInRules, { ...rules, help: rules.help.trim() })
  const idle = rules.idleMinutes === 0 ? null : rules.idleMinutes
  await ctx.db.rows(shortenSessions, [ctx.district.id, rules.keepDays, rules.hours, idle])
  return readSignInRules(ctx)
}
