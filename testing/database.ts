import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { type Logger, pino } from 'pino'
import { inject } from 'vitest'
import { openPool, type Pool } from '#kernel/server/database.ts'
import { type Ground, groundOn } from '#kernel/server/ground.ts'
import { diskStore } from '#kernel/server/store/disk-store.ts'
import { openQueue } from '#kernel/server/jobs.ts'
import { jobs } from '#policy/modules.ts'
import { permissionsOf } from '#policy/roles.ts'
import { newDataDir, removeDataDir } from './data-folder.ts'
import { databaseOn, onServer } from './database-global.ts'

export type TestDatabase = {
  url: string
  pool: Pool
  ground: Ground
  dataDir: string
  secretKey: string
  close(): Promise<void>
}

/** A database of one's own with the demonstration district in it, gone after `close`. */
export async function openTestDatabase(
  log: Logger = pino({ level: process.env['YIGE_TEST_LOG'] ?? 'silent' }),
): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const secretKey = inject('secretKey')
  const name = `yige_test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template ${inject('databaseTemplate')} strategy wal_log`)
  const url = databaseOn(server, name)
  const dataDir = await newDataDir('files')
  const pool = openPool(url, 24)
  const files = diskStore(path.join(dataDir, 'files'))
  const ground = groundOn({ pool, secretKey, files, demo: true, permissionsOf, log })
  const queue = await openQueue(url, jobs, (error) => log.error({ err: error }, 'job queue'))
  ground.queue = queue
  const close = async (): Promise<void> => {
    await queue.stop()
    await pool.end()
    await onServer(server, `drop database if exists ${name} with (force)`)
    await removeDataDir(dataDir)
  }
  return { url, pool, ground, dataDir, secretKey, close }
}
