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

/** The migrations by content: data made under others are made anew. */
async function schemaSum(): Promise<string> {
  const sum = createHash('sha256')
  for (const name of (await readdir(migrationsDir)).toSorted())
    sum.update(name).update(await readFile(path.join(migrationsDir, name)))
  return sum.digest('hex')
}

/** Whether the folder holds a finished filling made by the same migrations and the same `recipe`. */
export async function isFilled(name: string, recipe: string): Promise<boolean> {
  const kept = await readFile(markFile(name), 'utf8').catch(() => undefined)
  return kept === JSON.stringify({ recipe, schema: await schemaSum() })
}

export async function markFilled(name: string, recipe: string): Promise<void> {
  await writeFile(markFile(name), JSON.stringify({ recipe, schema: await schemaSum() }))
}
