import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import type { Pool } from '../database.ts'
import { migrate } from '../migrate.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../transaction.ts'
import { BackupError } from './backup-error.ts'
import { loadTable } from './load-table.ts'
import type { Manifest } from './manifest.ts'
import type { OpenBackup } from './open-backup.ts'
import { migrationsTable, quoted, type Table, tablesOf } from './tables.ts'

export type RestoreInto = {
  pool: Pool
  url: string
  files: Store
  migrationsDir: string
  /** Throws away what is in the database instead of refusing. */
  emptyFirst: boolean
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
    if (into.emptyFirst) await throwAway(client, tables)
    else await refuseRows(client, tables)
    for (const table of tables) {
      const saved = backup.manifest.tables.find(({ name }) => name === table.name)
      const content = backup.table(table.name)
      if (table.name === migrationsTable || !saved || !content) continue
      await loadTable(client, { table, content, rows: saved.rows, say: into.say })
    }
    await writeFiles(backup, into)
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

async function throwAway(client: pg.PoolClient, tables: readonly Table[]): Promise<void> {
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

async function writeFiles(backup: OpenBackup, { files, say }: RestoreInto): Promise<void> {
  let count = 0
  for await (const { path: key, content } of backup.files()) {
    const chunks: Buffer[] = []
    for await (const chunk of content) chunks.push(chunk)
    await files.put(key, Buffer.concat(chunks))
    count += 1
    if (count % 1_000 === 0) say(`  文件 ${count} / files`)
  }
  if (count > 0) say(`  文件 ${count} / files ✓`)
}
