import { readSettings } from '#kernel/server/env.ts'
import { open } from '../server/open.ts'
import { backup } from './backup.ts'
import { doctor } from './doctor.ts'
import { exportCommand } from './export.ts'
import { filesCommand } from './files-command.ts'
import { importCommand } from './import-command.ts'
import type { Printer } from './print.ts'
import { recount } from './recount.ts'
import { restore } from './restore.ts'
import { serve, start } from './start.ts'
import { userCommand } from './user-command.ts'
import { verify } from './verify.ts'

export type Command = (words: string[], print: Printer) => Promise<Record<string, unknown>>

/** Every command there is; what it returns is the JSON of `--json`. */
export const commands: Record<string, Command> = {
  start,
  serve,
  migrate: async (_words, print) => {
    const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
    await opened.close()
    print.line('数据库已是最新 / the database is up to date')
    return {}
  },
  seed: async (_words, print) => seed(print),
  import: importCommand,
  export: exportCommand,
  backup,
  restore,
  files: filesCommand,
  user: userCommand,
  verify,
  recount,
  doctor,
}

async function seed(print: Printer): Promise<Record<string, unknown>> {
  const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
  try {
    const { seedDemo } = await import('#db/seed/demo.ts')
    const played = await seedDemo(opened.ground, new Date(), (line) => print.line(`  ${line}`))
    if (!played) print.line('示范区已经在了 / the demonstration district is already there')
    return {
      seeded: played !== undefined,
      matters: played?.matters ?? 0,
      refused: Object.fromEntries(played?.refused ?? []),
    }
  } finally {
    await opened.close()
  }
}
