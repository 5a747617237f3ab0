import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { seedDemo } from '#db/seed/demo.ts'
import { openPool } from '#kernel/server/database.ts'
import { openEmbeddedPostgres } from '#kernel/server/embedded-postgres.ts'
import { groundOn } from '#kernel/server/ground.ts'
import { diskStore } from '#kernel/server/store/disk-store.ts'
import { openQueue } from '#kernel/server/jobs.ts'
import { migrate } from '#kernel/server/migrate.ts'
import { jobs } from '#policy/modules.ts'
import { permissionsOf } from '#policy/roles.ts'
import { newDataDir, removeDataDir } from './data-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server in which every test file gets a database of its own. */
    databaseServer: string
    /** A migrated and seeded database to clone. */
    databaseTemplate: string
    secretKey: string
  }
}

const migrationsDir = path.resolve(import.meta.dirname, '../db/migrations')
// Tests lose nothing when the machine does.
const hasty = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

/** One PostgreSQL for all test files: an embedded one, or the one YIGE_TEST_DATABASE_URL names. */
export default async function openForTests(project: TestProject): Promise<() => Promise<void>> {
  const folder = await newDataDir('test')
  const given = process.env['YIGE_TEST_DATABASE_URL']
  const embedded = given ? undefined : await openEmbeddedPostgres({ dataDir: folder, settings: hasty })
  const server = given ?? embedded?.url ?? ''
  const template = `yige_template_${randomBytes(6).toString('hex')}`
  const secretKey = randomBytes(32).toString('hex')
  const close = async (): Promise<void> => {
    if (given) await onServer(server, `drop database if exists ${template} with (force)`)
    await embedded?.stop()
    await removeDataDir(folder)
  }
  try {
    await onServer(server, `create database ${template}`)
    await fill(databaseOn(server, template), folder, secretKey)
  } catch (error) {
    await close()
    throw error
  }
  project.provide('databaseServer', server)
  project.provide('databaseTemplate', template)
  project.provide('secretKey', secretKey)
  return close
}

/** A small demonstration district without photos, two months old. */
async function fill(url: string, dataDir: string, secretKey: string): Promise<void> {
  await migrate(url, migrationsDir)
  const pool = openPool(url, 8)
  const log = pino({ level: 'silent' })
  const files = diskStore(path.join(dataDir, 'files'))
  const ground = groundOn({ pool, secretKey, files, demo: true, permissionsOf, log })
  // The queue's own tables too, so that they are not made anew in every clone.
  const queue = await openQueue(url, jobs, (error) => console.error(error))
  ground.queue = queue
  await seedDemo(ground, new Date(), undefined, { stories: 60, photos: false })
  await queue.stop()
  await pool.end()
}

/** The same server, another database. */
export function databaseOn(server: string, name: string): string {
  return server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`)
}

/** Runs one statement that needs no transaction, such as `create database`. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
