import { type Found, wrong } from '#kernel/server/check.ts'
import { readSettings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { checks } from '#policy/modules.ts'
import { open } from '../server/open.ts'
import type { Checking } from './checks/checking.ts'
import { databaseChecks } from './checks/database-checks.ts'
import { machineChecks } from './checks/machine-checks.ts'
import { queueChecks } from './checks/queue-checks.ts'
import { Refused, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

type Told = Found & { name: string; district?: number }

const mark = { good: '✓', warn: '!', wrong: '✗' }

/** `yige doctor`: what an operator would look at first, with what to do where something is wrong. */
export async function doctor(words: string[], print: Printer): Promise<Record<string, unknown>> {
  if (words.length > 0) throw new WrongUse('doctor 不带参数 / takes no words')
  const settings = readSettings()
  const opened = await open(settings, print.line, { migrate: false, queue: false })
  try {
    const on: Checking = { opened, settings, now: new Date() }
    const all: Told[] = []
    for await (const told of findings(on)) {
      all.push(told)
      const where = told.district === undefined ? '' : ` ${told.district}`
      print.line(`${mark[told.state]} ${told.name}${where}: ${told.told}`)
      if (told.remedy) print.line(`    → ${told.remedy}`)
    }
    const count = (state: Found['state']) => all.filter((each) => each.state === state).length
    if (count('wrong') > 0) {
      throw new Refused(`${count('wrong')} 项要处理 / need attention`, {
        warnings: count('warn'),
        checks: all,
      })
    }
    return { warnings: count('warn'), checks: all }
  } finally {
    await opened.close()
  }
}

async function* findings(on: Checking): AsyncGenerator<Told> {
  const { ground } = on.opened
  for (const [name, run] of [...machineChecks, ...databaseChecks])
    yield { name, ...(await orFailed(run(on))) }
  const districts = await ground.districts.all().catch(() => [])
  if (districts.length === 0) return
  for (const [name, run] of queueChecks) yield { name, ...(await orFailed(run(on))) }
  for (const district of districts) {
    for (const { name, run } of checks) {
      const found = await orFailed(runAs(ground, { district, mode: 'read' }, run))
      yield { name, district: district.id, ...found }
    }
  }
}

/** A check that cannot be made says so; the others go on. */
const orFailed = (found: Promise<Found>): Promise<Found> =>
  found.catch((error: unknown) =>
    wrong(
      `查不了 / could not be checked: ${error instanceof Error ? error.message : String(error)}`,
      '先处理其他几项 / mend the others first',
    ),
  )
