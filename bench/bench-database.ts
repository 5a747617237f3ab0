import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrationsDir, open, type Opened } from '#apps/server/open.ts'
import { readSettings } from '#kernel/server/env.ts'
import type { Say } from './scenario.ts'

export type BenchDatabase = Opened & { dataDir: string; secretKey: string }

const benchDir = (): string =>
  path.resolve(process.env['YIGE_BENCH_DIR'] || path.join(tmpdir(), 'yige-bench'))

/** A database of its own, embedded, in a folder that is kept between runs. The job queue's tables are made too. */
export async function openBenchDatabase(name: string, say: Say): Promise<BenchDatabase> {
  const dataDir = path.join(benchDir(), name)
  await mkdir(dataDir, { recursive: true })
  const settings = readSettings({
    YIGE_DATA_DIR: dataDir,
    YIGE_LOG_LEVEL: 'warn',
    YIGE_POOL_SIZE: '8',
  })
  const opened = await open(settings, say, { migrate: true, queue: false })
  const secretKey = (await readFile(path.join(dataDir, 'secret.key'), 'utf8')).trim()
  return { ...opened, dataDir, secretKey }
}

export const removeBenchDatabase = (name: string): Promise<void> =>
  rm(path.join(benchDir(), name), { recursive: true, force: true })

const markFile = (name: string): string => path.join(benchDir(), name, 'filled.json')

/** Each migration by its content. */
async function migrationSums(): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const name of (await readdir(migrationsDir)).toSorted()) {
    const content = await readFile(path.join(migrationsDir, name))
    sums[name] = createHash('sha256').update(content).digest('hex')
  }
  return sums
}

type Mark = { recipe: string; migrations: Record<string, string> }

/**
 * Whether the folder holds a finished filling made by the same `recipe`. Migrations that came since are run when it is
 * opened, as at an office that upgrades; with one changed or gone the filling is made anew.
 */
export async function isFilled(name: string, recipe: string): Promise<boolean> {
  const kept = await readFile(markFile(name), 'utf8').catch(() => undefined)
  if (!kept) return false
  const mark = JSON.parse(kept) as Partial<Mark>
  const now = await migrationSums()
  return (
    mark.recipe === recipe &&
    Object.entries(mark.migrations ?? { none: '' }).every(([migration, sum]) => now[migration] === sum)
  )
}

export async function markFilled(name: string, recipe: string): Promise<void> {
  const mark: Mark = { recipe, migrations: await migrationSums() }
  await writeFile(markFile(name), JSON.stringify(mark))
}
