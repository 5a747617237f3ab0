import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import type { Pool } from '../database.ts'
import type { Queue } from '../jobs.ts'
import { migrate } from '../migrate.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../transaction.ts'
import { BackupError } from './backup-error.ts'
import { linesOf, loadTable } from './load-table.ts'
import type { Manifest } from './manifest.ts'
import type { OpenBackup } from './open-backup.ts'
import { progressOf } from './progress.ts'
import { migrationsTable, quoted, type Table, tablesOf } from './tables.ts'
import type { WaitingJob } from './waiting-jobs.ts'

export type RestoreInto = {
  pool: Pool
  url: string
  files: Store
  migrationsDir: string
  /** Throws away what is in the database instead of refusing. */
  emptyFirst: boolean
  /** Where the jobs that waited go on waiting. */
  queue: Pick<Queue, 'takeBack' | 'throwAway'>
  say(line: string): void
}

/**
 * Brings an empty database to the schema of the backup, loads all rows in one transaction with the files on disk
 * before it commits, then applies what is newer. Killed at any moment, the database is as empty as before.
 * @throws BackupError when the database is not empty, or the backup comes from migrations we do not know.
 */
export async function restoreBackup(backup: OpenBackup, into: RestoreInto): Promise<void> {
  await refuseUsed(into)
  await migrateTo(backup.manifest, into)
  await inTransaction(into.pool, 'write', async ({ client }) => {
    const tables = await tablesOf(client)
    refuseOtherTables(backup.manifest, tables)
    if (into.emptyFirst) await throwAway(client, tables, into)
    else await refuseRows(client, tables)
    await loadParts(client, tables, backup, into)
  })
  await migrate(into.url, into.migrationsDir, (name) => into.say(`  ${name}`))
}

const notEmpty = (what: string): BackupError =>
  new BackupError(
    `数据库不是空的（${what}），没有恢复。请恢复到新的 YIGE_DATA_DIR 或新的数据库；确实要丢弃现有数据，加 --force-empty / the database is not empty, nothing was restored: restore into a new one, or add --force-empty to throw away what is there`,
  )

async function refuseUsed({ pool, emptyFirst }: RestoreInto): Promise<void> {
  const there = await pool.query<{ found: string | null }>("select to_regclass('public.districts') as found")
  if (!there.rows[0]?.found || emptyFirst) return
  const { rows } = await pool.query<{ name: string }>('select name from districts order by id limit 5')
  if (rows.length > 0) throw notEmpty(rows.map((row) => row.name).join('、'))
}

/** Rows without any district would be somebody's work too. */
async function refuseRows(client: pg.PoolClient, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    if (name === migrationsTable) continue
    const { rows } = await client.query(`select 1 from public.${quoted(name)} limit 1`)
    if (rows.length > 0) throw notEmpty(name)
  }
}

async function throwAway(client: pg.PoolClient, tables: readonly Table[], into: RestoreInto): Promise<void> {
  await into.queue.throwAway(client)
  const names = tables.filter(({ name }) => name !== migrationsTable).map(({ name }) => quoted(name))
  await client.query(`truncate ${names.map((name) => `public.${name}`).join(', ')}`)
}

/** Applies the backup's own migrations and no other, so that its rows fit the tables. */
async function migrateTo(manifest: Manifest, into: RestoreInto): Promise<void> {
  const known = new Set((await readdir(into.migrationsDir)).filter((name) => name.endsWith('.sql')))
  for (const { name, checksum } of manifest.migrations) {
    if (!known.has(name)) {
      throw new BackupError(
        `备份来自更新的版本（${name}），请先更新一格 / the backup comes from a newer version (${name}): update Yige first`,
      )
    }
    const text = await readFile(path.join(into.migrationsDir, name), 'utf8')
    if (createHash('sha256').update(text).digest('hex') === checksum) continue
    throw new BackupError(
      `${name}: 迁移文件与备份时不同 / the migration is not the one the backup was made with`,
    )
  }
  await refuseNewer(manifest, into.pool)
  const folder = await mkdtemp(path.join(tmpdir(), 'yige-migrations-'))
  try {
    for (const { name } of manifest.migrations) {
      await copyFile(path.join(into.migrationsDir, name), path.join(folder, name))
    }
    await migrate(into.url, folder, (name) => into.say(`  ${name}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function refuseNewer(manifest: Manifest, pool: Pool): Promise<void> {
  const there = await pool.query<{ found: string | null }>(
    "select to_regclass('public.schema_migrations') as found",
  )
  if (!there.rows[0]?.found) return
  const { rows } = await pool.query<{ name: string }>('select name from schema_migrations order by name')
  const newer = rows.find(({ name }) => !manifest.migrations.some((migration) => migration.name === name))
  if (!newer) return
  throw new BackupError(
    `数据库的结构比备份新（${newer.name}），请恢复到全新的数据库，它会自动升级 / the database's schema is newer than the backup (${newer.name}): restore into a fresh database, it is then brought up to date`,
  )
}

function refuseOtherTables(manifest: Manifest, tables: readonly Table[]): void {
  const here = new Set(tables.map(({ name }) => name))
  const saved = new Set(manifest.tables.map(({ name }) => name))
  const odd = [
    ...[...here].filter((name) => !saved.has(name)),
    ...[...saved].filter((name) => !here.has(name)),
  ]
  if (odd.length === 0) return
  throw new BackupError(`表对不上，没有恢复 / other tables, nothing was restored: ${odd.join(', ')}`)
}

/** From front to back, once: each table in one piece, then the jobs, then the files. */
async function loadParts(
  client: pg.PoolClient,
  tables: readonly Table[],
  backup: OpenBackup,
  { files, queue, say }: RestoreInto,
): Promise<void> {
  const { manifest } = backup
  const progress = progressOf(
    say,
    manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
  )
  let before = 0
  let count = 0
  for await (const part of backup.parts()) {
    if (part.kind === 'file') {
      await files.put(part.key, await wholeOf(part.content))
      count += 1
      if (count % 1_000 === 0) say(`  文件 ${count} / ${manifest.files.count} files`)
    } else if (part.kind === 'jobs') await queue.takeBack(client, await jobsIn(part.content))
    else {
      const table = tables.find(({ name }) => name === part.name)
      const rows = manifest.tables.find(({ name }) => name === part.name)?.rows
      if (!table || rows === undefined || table.name === migrationsTable) continue
      const counted = (done: number): void => progress(before + done, `${part.name} ${done} / ${rows}`)
      await loadTable(client, { table, content: part.content, rows, counted })
      before += rows
      if (rows > 0) say(`  ${part.name} ${rows} ✓`)
    }
  }
  if (count > 0) say(`  文件 ${count} / files ✓`)
}

async function wholeOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function jobsIn(content: AsyncIterable<Buffer>): Promise<WaitingJob[]> {
  const jobs: WaitingJob[] = []
  for await (const line of linesOf(content)) jobs.push(JSON.parse(line) as WaitingJob)
  return jobs
}
