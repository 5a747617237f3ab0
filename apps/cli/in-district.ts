import type { Context } from '#kernel/server/context.ts'
import { readSettings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { open, type Opened } from '../server/open.ts'
import { Refused } from './outcome.ts'
import type { Printer } from './print.ts'

/** Runs a command in one district, named by its number or the only one there is, in one transaction. */
export async function inDistrict<Result>(
  id: string | undefined,
  print: Printer,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
  try {
    const district = await chosen(opened, id)
    return await runAs(opened.ground, { district }, work)
  } finally {
    await opened.close()
  }
}

async function chosen({ ground }: Opened, id: string | undefined) {
  const all = await ground.districts.all()
  const fitting = id ? all.filter((district) => district.id === Number(id)) : all
  const [only, other] = fitting
  if (!only)
    throw new Refused(
      id ? `没有这个区 / no such district: ${id}` : '还没有区，先导入区划 / import areas first',
    )
  if (!other) return only
  throw new Refused(
    `有 ${all.length} 个区，请用 --district 指明 / there are ${all.length} districts, name one with --district`,
  )
}
