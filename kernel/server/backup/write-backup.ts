import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type pg from 'pg'
import type { Pool } from '../database.ts'
import type { PersonalData } from '../personal-data.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../transaction.ts'
import { type Lock, lockedSink } from './age.ts'
import { BackupError } from './backup-error.ts'
import { cursorOf } from './cursor.ts'
import {
  filesFolder,
  jobsMember,
  keyMarkOf,
  type Manifest,
  manifestMember,
  pieceMember,
  sealMember,
  secretMember,
} from './manifest.ts'
import { progressOf } from './progress.ts'
import { fileSink } from './sink.ts'
import { type Table, tablesOf, quoted } from './tables.ts'
import { tarWriter } from './tar.ts'
import { waitingJobs } from './waiting-jobs.ts'

export type BackupOf = {
  pool: Pool
  /** Everything in it is saved. */
  files: Store
  personalData: PersonalData
  version: string
  /** Put into the archive when given. */
  secretKey: string | undefined
  /** Closes the archive when given; nothing of it is on disk in clear at any time. */
  lock?: Lock | undefined
  say(line: string): void
}

type Tar = ReturnType<typeof tarWriter>
const packed = promisify(gzip)

/**
 * Saves every table of `public` and the jobs that wait, as of one moment, and all files into one archive. The server may
 * go on working. It is written beside as `<target>.part` and takes its name when it is whole and on disk.
 */
export async function writeBackup(target: string, of: BackupOf): Promise<Manifest> {
  const part = `${target}.part`
  const now = new Date()
  const file = await open(part, 'w', 0o600)
  try {
    const sink = of.lock ? await lockedSink(fileSink(file), of.lock) : fileSink(file)
    const tar = tarWriter(sink, now)
    const tables = await inTransaction(of.pool, 'read', ({ client }) => saveTables(client, tar, of.say))
    // Files never change and are in the store before their rows are: all that the snapshot names are there.
    const files = await saveFiles(of.files, tar, of.say)
    const secret = of.secretKey ? await saveText(tar, secretMember, of.secretKey) : undefined
    const createdAt = now.toISOString()
    const manifest: Manifest = {
      format: 'yige-backup',
      formatVersion: 2,
      version: of.version,
      createdAt,
      ...tables,
      files,
      secret: secret?.sha256 ?? null,
      keyMark: keyMarkOf(of.personalData, createdAt),
    }
    const { sha256 } = await saveText(tar, manifestMember, `${JSON.stringify(manifest, null, 2)}\n`)
    await saveText(tar, sealMember, `${sha256}\n`)
    await tar.end()
    await file.close()
    await rename(part, target)
    return manifest
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(part, { force: true })
    throw error
  }
}

function saveText(tar: Tar, name: string, text: string) {
  const bytes = Buffer.from(text)
  return tar.member(name, bytes.length, [bytes])
}

type Saved = Pick<Manifest, 'postgres' | 'migrations' | 'districts' | 'tables' | 'jobs'>

async function saveTables(client: pg.PoolClient, tar: Tar, say: BackupOf['say']): Promise<Saved> {
  await client.query('set local bytea_output = hex')
  const all = await tablesOf(client)
  if (!all.some((table) => table.name === 'districts')) {
    throw new BackupError(
      '数据库还是空的，没有什么可备份 / the database is empty, there is nothing to back up',
    )
  }
  const one = async <Row extends object>(text: string): Promise<Row[]> => (await client.query<Row>(text)).rows
  const progress = progressOf(say, (await one<{ rows: number }>(guessRows))[0]?.rows ?? 0)
  const tables: Saved['tables'] = []
  let before = 0
  for (const table of all) {
    const counted = (rows: number): void => progress(before + rows, `${table.name} ${rows}`)
    const saved = await saveTable(client, tar, table, counted)
    before += saved.rows
    tables.push(saved)
    if (saved.rows > 0) say(`  ${table.name} ${saved.rows} ✓`)
  }
  const jobs = await saveJobs(client, tar)
  const [server] = await one<{ version: string }>("select current_setting('server_version') as version")
  return {
    postgres: server?.version ?? '',
    migrations: await one('select name, checksum from schema_migrations order by name'),
    districts: await one('select id, name from districts order by id'),
    tables,
    jobs,
  }
}

// What the planner believes; only for the percentage.
const guessRows = `
  select coalesce(sum(greatest(reltuples, 0)), 0)::bigint as rows
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`

const pieceBytes = 8 * 1_048_576

/** A table in pieces that each fit into memory: their length must be known before they are written. */
async function saveTable(
  client: pg.PoolClient,
  tar: Tar,
  table: Table,
  counted: (rows: number) => void,
): Promise<Manifest['tables'][number]> {
  const digest = createHash('sha256')
  let [rows, bytes, pieces] = [0, 0, 0]
  let lines: string[] = []
  let waiting = 0
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return
    const piece = await packed(Buffer.from(lines.join('')))
    pieces += 1
    await tar.member(pieceMember(table.name, pieces), piece.length, [piece])
    digest.update(piece)
    bytes += piece.length
    ;[lines, waiting] = [[], 0]
  }
  for await (const batch of rowsOf(client, table)) {
    for (const { line } of batch) {
      lines.push(`${line}\n`)
      waiting += line.length
    }
    rows += batch.length
    counted(rows)
    if (waiting >= pieceBytes) await flush()
  }
  await flush()
  return { name: table.name, rows, bytes, sha256: digest.digest('hex') }
}

/** One JSON object a row. JSON columns go as text, so that an empty column and the JSON `null` stay apart. */
function rowsOf(client: pg.PoolClient, table: Table): AsyncGenerator<{ line: string }[]> {
  const columns = table.columns.map(({ name, isJson }) =>
    isJson ? `${quoted(name)}::text as ${quoted(name)}` : quoted(name),
  )
  const text = `select row_to_json(r)::text as line from (select ${columns.join(', ')} from public.${quoted(table.name)}) r`
  return cursorOf<{ line: string }>(client, text)
}

async function saveJobs(client: pg.PoolClient, tar: Tar): Promise<{ count: number; sha256: string }> {
  const jobs = await waitingJobs(client)
  const piece = await packed(Buffer.from(jobs.map((job) => `${JSON.stringify(job)}\n`).join('')))
  const { sha256 } = await tar.member(jobsMember, piece.length, [piece])
  return { count: jobs.length, sha256 }
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
    const written = await tar.member(member, found.bytes, found.content as AsyncIterable<Buffer>)
    list.update(`${member} ${written.bytes} ${written.sha256}\n`)
    count += 1
    bytes += written.bytes
    if (count % 1_000 === 0) say(`  文件 ${count} / files`)
  }
  if (count > 0) say(`  文件 ${count} / files ✓`)
  return { count, bytes, sha256: list.digest('hex') }
}
