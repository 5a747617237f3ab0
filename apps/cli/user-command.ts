import { problemOfConstraint } from '#kernel/server/constraints.ts'
import { readSettings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { addAccount, addPost, roles, type Role } from '#modules/people/server/door.ts'
import { findByCode } from '#modules/places/server/door.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { open } from '../server/open.ts'
import { optionsOf, Refused, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

const known = ['district', 'login', 'name', 'role', 'area'] as const
type Asked = Record<(typeof known)[number], string>

/** `yige user create`: the first administrator of a district, or anybody else. */
export async function userCommand(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, options } = optionsOf(words, known)
  if (plain.join(' ') !== 'create') throw new WrongUse('user create …')
  const asked = Object.fromEntries(known.map((name) => [name, options.get(name) ?? ''])) as Asked
  const role = roles.find((each) => each === asked.role)
  if (!role) throw new WrongUse(`--role: ${roles.join(' | ')}`)
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(asked.login)) throw new WrongUse('--login: a-z 0-9 . _ -')
  if (!asked.name.trim() || !/^\d{12}$/.test(asked.area)) throw new WrongUse('--name 姓名 --area 12位代码')
  // A password on the command line would stand in the shell's history and in the list of processes.
  const password = process.env['YIGE_PASSWORD'] ?? ''
  if (password.length < 10)
    throw new Refused('YIGE_PASSWORD 至少 10 个字符 / must have at least 10 characters')
  return create(asked, role, password, print)
}

async function create(
  asked: Asked,
  role: Role,
  password: string,
  print: Printer,
): Promise<Record<string, unknown>> {
  const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
  try {
    const district = await opened.ground.districts.byId(Number(asked.district || asked.area.slice(0, 6)))
    if (!district)
      throw new Refused(`没有这个区 / no such district: ${asked.district || asked.area.slice(0, 6)}`)
    const made = await runAs(opened.ground, { district }, async (ctx) => {
      const area = await ctx.db.row(findByCode, [district.id, asked.area])
      if (!area) throw new Refused(`没有这个区域代码 / no area has the code ${asked.area}`)
      const { accountId } = await addAccount(
        ctx,
        { login: asked.login, name: asked.name, password },
        { isOwn: false },
      )
      const post = await addPost(ctx, { accountId, role, areaId: area.id })
      return { accountId, postId: post.id }
    })
    print.line(`✓ ${asked.name} ${asked.login} ${role}`)
    return made
  } catch (error) {
    const kind = error instanceof Problem ? error.kind : problemOfConstraint(error)
    if (kind) throw new Refused(`${kind.text.zh} / ${kind.text.en}`, { code: kind.code })
    throw error
  } finally {
    await opened.close()
  }
}
