import { check, good, warn, wrong } from '#kernel/server/check.ts'
import { dayIn } from '#kernel/server/day.ts'
import { readSetting } from '#kernel/server/settings.ts'
import type { Role } from '../contract.ts'
import { countFirstPasswords, listTried, listWithoutFactor } from './check-queries.ts'
import { demoPassword } from './demo.ts'
import { passwordMatches } from './password.ts'
import { signInRules } from './sign-in-rules.ts'

const administrators: readonly Role[] = ['district_admin', 'security_admin', 'auditor']
const known = [demoPassword, 'admin12345', 'Admin@12345', 'Aa123456789']

const some = (names: readonly string[]): string => names.slice(0, 5).join(', ')

/** Passwords that stand in our own pages, or that everybody tries. */
const knownPasswords = check({
  name: 'known passwords',
  async run(ctx) {
    if (ctx.demo) return good('示范系统 / demonstration')
    const open: string[] = []
    for (const { login, password_hash: kept } of await ctx.db.rows(listTried, [ctx.district.id])) {
      const tries = await Promise.all(known.map((password) => passwordMatches(kept, password)))
      if (tries.includes(true)) open.push(login)
    }
    if (open.length === 0) return good('0')
    return wrong(
      `${open.length} 个账号用着人人知道的密码 / accounts have a password that everybody knows: ${some(open)}`,
      '马上停用或改密码；正式系统不要装示范数据 / disable them or change it now; never load the demonstration into a real installation',
    )
  },
})

const secondFactors = check({
  name: 'second factor',
  async run(ctx) {
    if (ctx.demo) return good('示范系统 / demonstration')
    const { factorRoles } = await readSetting(ctx, signInRules)
    const roles = factorRoles.length > 0 ? factorRoles : administrators
    const values = [ctx.district.id, dayIn(ctx.district.timeZone, ctx.now), roles]
    const without = (await ctx.db.rows(listWithoutFactor, values)).map(({ login }) => login)
    if (factorRoles.length === 0) {
      return warn(
        `没有要求任何岗位用双因素；管理员中 ${without.length} 人没有 / no role must have one; administrators without: ${without.length}`,
        '安全管理员在“登录规则”里选岗位 / the security administrator chooses the roles in the sign-in rules',
      )
    }
    if (without.length === 0) return good(`${factorRoles.length} 类岗位都有 / roles, all of them have it`)
    return warn(
      `${without.length} 人还没绑定 / have not bound one yet: ${some(without)}`,
      '他们下次登录时必须绑定；长期不来的停用 / they must at their next sign-in; disable who does not come',
    )
  },
})

const firstPasswords = check({
  name: 'first passwords',
  async run(ctx) {
    const monthAgo = new Date(ctx.now.getTime() - 30 * 86_400_000)
    const n = (await ctx.db.row(countFirstPasswords, [ctx.district.id, monthAgo]))?.n ?? 0
    if (n === 0 || ctx.demo) return good(String(n))
    return warn(
      `${n} 个账号 30 天还没改过初始密码 / accounts still have their first password after 30 days`,
      '请本人登录改密码，不用的停用 / let them sign in and change it, disable the rest',
    )
  },
})

export const checks = [knownPasswords, secondFactors, firstPasswords]
