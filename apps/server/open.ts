import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pino } from 'pino'
import { openPool, type Pool } from '#kernel/server/database.ts'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#kernel/server/embedded-postgres.ts'
import type { Settings } from '#kernel/server/env.ts'
import { type Ground, groundOn } from '#kernel/server/ground.ts'
import { openQueue } from '#kernel/server/jobs.ts'
import { migrate } from '#kernel/server/migrate.ts'
import { diskStore } from '#kernel/server/store/disk-store.ts'
import { objectStore } from '#kernel/server/store/object-store.ts'
import type { Store } from '#kernel/server/store/store.ts'
import { jobs } from '#policy/modules.ts'
import { permissionsOf } from '#policy/roles.ts'

export const root = path.resolve(import.meta.dirname, '../..')
export const migrationsDir = path.join(root, 'db/migrations')

/** An open database with everything commands need. */
export type Opened = {
  ground: Ground
  pool: Pool
  /** Of the server itself, never of a pooler in front of it. */
  url: string
  embedded: boolean
  close(): Promise<void>
}

export type Say = (line: string) => void

/** Opens the database of the settings (the embedded one when none is named), brought to the newest schema. */
export async function open(
  settings: Settings,
  say: Say,
  how: { migrate: boolean; queue: boolean },
): Promise<Opened> {
  await mkdir(settings.dataDir, { recursive: true })
  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings, say)
  const url = settings.directUrl ?? embedded?.url ?? ''
  const log = pino({
    level: settings.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // What PostgreSQL adds to a failure quotes the row: words and names of people.
    redact: { paths: ['err.detail', 'err.where'], remove: true },
  })
  const pool = openPool(settings.databaseUrl ?? url, settings.poolSize, settings.prepares)
  const close = async (): Promise<void> => {
    await ground.queue?.stop()
    await pool.end()
    await embedded?.stop()
  }
  const secretKey = settings.secretKey ?? (await keptSecret(settings.dataDir))
  const { demo } = settings
  const files = await storeOf(settings)
  const ground = groundOn({ pool, secretKey, files, demo, permissionsOf, log })
  try {
    if (how.migrate) await migrate(url, migrationsDir, (name) => say(`  ${name}`))
    if (how.queue)
      ground.queue = await openQueue(url, jobs, (error) => log.error({ err: error }, 'job queue'))
  } catch (error) {
    await close()
    throw error
  }
  return { ground, pool, url, embedded: embedded !== undefined, close }
}

/** Files lie in the bucket of the settings, else in the data folder. */
export const storeOf = async ({ bucket, dataDir }: Settings): Promise<Store> =>
  bucket ? objectStore(bucket) : diskStore(path.join(dataDir, 'files'))

async function startEmbedded(settings: Settings, say: Say): Promise<EmbeddedPostgres> {
  return openEmbeddedPostgres({ dataDir: settings.dataDir, say })
}

/** With the embedded database the key is made once and kept beside the data, readable by the owner only. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret.key')
  const made = randomBytes(32).toString('hex')
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
