import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Pool } from '../database.ts'
import type { PersonalData } from '../personal-data.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../transaction.ts'
import { BackupError } from './backup-error.ts'
import { cursorOf } from './cursor.ts'
import {
  filesFolder,
  keyMarkOf,
  type Manifest,
  manifestMember,
  secretMember,
  tableMember,
} from './manifest.ts'
import { type Table, tablesOf, quoted } from './tables.ts'
import { tarWriter } from './tar.ts'

export type BackupOf = {
  pool: Pool
  /** Everything in it is saved. */
  files: Store
  personalData: PersonalData
  version: string
  /** Put into the archive when given. */
  secretKey: string | undefined
  say(line: string): void
}

type Tar = ReturnType<typeof tarWriter>

/**
 * Saves every table of `public`, as of one moment, and all files into one archive. The server may go on working.
 * It is written beside as `<target>.part` and takes its name when it is whole and on disk.
 */
export async function writeBackup(target: string, of: BackupOf): Promise<Manifest> {
  const part = `${target}.part`
  const now = new Date()
  const file = await open(part, 'w', 0o600)
  try {
    const tar = tarWriter(file, now)
    const tables = await inTransaction(of.pool, 'read', ({ client }) => saveTables(client, tar, of.say))
    // Files never change and are on disk before their rows are: all that the snapshot names are there.
    const files = await saveFiles(of.files, tar, of.say)
    const secret = of.secretKey ? await tar.member(secretMember, [Buffer.from(of.secretKey)]) : undefined
    const createdAt = now.toISOString()
    const manifest: Manifest = {
      format: 'yige-backup',
      formatVersion: 1,
      version: of.version,
      createdAt,
      ...tables,
      files,
      secret: secret?.sha256 ?? null,
      keyMark: keyMarkOf(of.personalData, createdAt),
    }
    await tar.member(manifestMember, [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)])
    await tar.end()
    await file.sync()
    await file.close()
    await rename(part, target)
    return manifest
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(part, { force: true })
    throw error
  }
}

type Saved = Pick<Manifest, 'postgres' | 'migrations' | 'districts' | 'tables'>

async function saveTables(client: pg.PoolClient, tar: Tar, say: BackupOf['say']): Promise<Saved> {
  await client.query('set local bytea_output = hex')
  const all = await tablesOf(client)
  if (!all.some((table) => table.name === 'districts')) {
    throw new BackupError(
      '数据库还是空的，没有什么可备份 / the database is empty, there is nothing to back up',
    )
  }
  const tables: Saved['tables'] = []
  for (const table of all) {
    let rows = 0
    const counted = (count: number): void => {
      rows += count
      if (rows % 100_000 < count) say(`  ${table.name} ${rows}`)
    }
    // What fails on the way ends the packed stream with that error, which the archive's writer then meets.
    const packed = pipeline(
      Readable.from(linesOf(client, table, counted), { highWaterMark: 1 }),
      createGzip(),
      () => undefined,
    )
    const written = await tar.member(tableMember(table.name), packed)
    tables.push({ name: table.name, rows, ...written })
    if (rows > 0) say(`  ${table.name} ${rows} ✓`)
  }
  const one = async <Row extends object>(text: string): Promise<Row[]> => (await client.query<Row>(text)).rows
  const [server] = await one<{ version: string }>("select current_setting('server_version') as version")
  return {
    postgres: server?.version ?? '',
    migrations: await one('select name, checksum from schema_migrations order by name'),
    districts: await one('select id, name from districts order by id'),
    tables,
  }
}

/** One JSON object a row. JSON columns go as text, so that an empty column and the JSON `null` stay apart. */
async function* linesOf(
  client: pg.PoolClient,
  table: Table,
  counted: (count: number) => void,
): AsyncGenerator<Buffer> {
  const columns = table.columns.map(({ name, isJson }) =>
    isJson ? `${quoted(name)}::text as ${quoted(name)}` : quoted(name),
  )
  const text = `select row_to_json(r)::text as line from (select ${columns.join(', ')} from public.${quoted(table.name)}) r`
  for await (const rows of cursorOf<{ line: string }>(client, text)) {
    counted(rows.length)
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
  }
}

async function saveFiles(files: Store, tar: Tar, say: BackupOf['say']): Promise<Manifest['files']> {
  const list = createHash('sha256')
  let count = 0
  let bytes = 0
  for await (const { key } of files.list('')) {
    const found = await files.get(key)
    // A photo nothing came to hold may be removed while we read: then nothing needs it.
    if (!found) continue
    const member = filesFolder + key
    const written = await tar.member(member, found.content as AsyncIterable<Buffer>)
    list.update(`${member} ${written.bytes} ${written.sha256}\n`)
    count += 1
    bytes += written.bytes
    if (count % 1_000 === 0) say(`  文件 ${count} / files`)
  }
  if (count > 0) say(`  文件 ${count} / files ✓`)
  return { count, bytes, sha256: list.digest('hex') }
}
