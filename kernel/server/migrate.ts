import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

export class MigrationError extends Error {}

type Migration = { name: string; text: string; checksum: string }

async function migrationsIn(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(directory, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

const oldestServer = 150_000
// Any number, as long as every process takes the same one.
const migrationLock = 7_203_114

/**
 * Brings the database to the newest schema: forward only, each file in one transaction, one process at a time.
 * @returns the names of the migrations applied now.
 * @throws MigrationError when the server is too old, or an applied file was changed afterwards.
 */
export async function migrate(url: string, directory: string, say: (line: string) => void = () => undefined) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations',
    )
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    const done: string[] = []
    for (const migration of await migrationsIn(directory)) {
      if (isApplied(applied, migration)) continue
      await apply(client, migration)
      say(migration.name)
      done.push(migration.name)
    }
    return done
  } finally {
    await client.end()
  }
}

/** Whether every migration of the directory has been applied. */
export async function isMigrated(pool: pg.Pool, directory: string): Promise<boolean> {
  const { rows } = await pool.query<{ name: string }>('select name from schema_migrations')
  const applied = new Set(rows.map((row) => row.name))
  return (await migrationsIn(directory)).every((migration) => applied.has(migration.name))
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string }>(
    "select current_setting('server_version_num') as number",
  )
  if (Number(rows[0]?.number) >= oldestServer) return
  throw new MigrationError('需要 PostgreSQL 15 或更新版本 / PostgreSQL 15 or newer is needed')
}

function isApplied(applied: ReadonlyMap<string, string>, { name, checksum }: Migration): boolean {
  const known = applied.get(name)
  if (known === undefined || known === checksum) return known !== undefined
  throw new MigrationError(
    `${name}: 已执行的迁移文件被改动，请恢复原文件 / was changed after it was applied; restore the original file`,
  )
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
