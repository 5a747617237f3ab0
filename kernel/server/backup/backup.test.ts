import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPool, type Pool } from '#kernel/server/database.ts'
import { openQueue } from '#kernel/server/jobs.ts'
import { migrate } from '#kernel/server/migrate.ts'
import { jobs } from '#policy/modules.ts'
import { databaseOn, onServer } from '#testing/database-global.ts'
import { diskStore } from '#kernel/server/store/disk-store.ts'
import type { Store } from '#kernel/server/store/store.ts'
import { openTestDatabase, type TestDatabase } from '#testing/database.ts'
import type { Lock, Opener } from './age.ts'
import { csvLine } from './csv.ts'
import { openBackup } from './open-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { inOrder } from './table-order.ts'
import { writeBackup } from './write-backup.ts'

const migrationsDir = path.resolve('db/migrations')
const said: string[] = []
const say = (line: string): void => void said.push(line)

let source: TestDatabase
let folder: string
let file: string

beforeAll(async () => {
  source = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'yige-backup-test-'))
  file = path.join(folder, 'one.backup')
  await source.ground.files.put('419900/ab/x.jpg', Buffer.from('a picture'))
  await writeFile(path.join(source.dataDir, 'files/419900/ab/half.jpg.part'), 'half')
  // What JSON could lose: a JSON null beside none, a line separator, far more digits than a double holds.
  await source.pool.query(
    `insert into idempotency_keys (district_id, key, payload_hash, answer, at)
     select 419900, gen_random_uuid(), '\\x00ff', answer, '2026-01-02 03:04:05.678901+08'
     from (values (null), ('null'::jsonb), (jsonb_build_object('n', 12345678901234567890.12345, 't', E'\\u2028\\n"'))) as v (answer)`,
  )
  // More than fits into one piece.
  await source.pool.query(
    `insert into idempotency_keys (district_id, key, payload_hash, answer, at)
     select 419900, gen_random_uuid(), '\\x00', to_jsonb(repeat(n || '办件', 2000)), now() from generate_series(1, 1600) as n`,
  )
  await enqueue(source, waiting)
  await save(file)
})
afterAll(async () => {
  await source.close()
  await rm(folder, { recursive: true })
})

type Into = { pool: Pool; url: string; filesDir: string; files: Store }

function save(to: string, lock?: Lock) {
  const { pool, ground } = source
  const { files, personalData } = ground
  return writeBackup(to, { pool, files, personalData, version: '0', secretKey: undefined, lock, say })
}

/** A job that waits for tomorrow, so that nobody takes it meanwhile. */
const waiting = { district: 419900, payload: { matterId: '0199a000-0000-7000-8000-000000000001' } }
const queued = jobs.find((kind) => kind.cron === undefined && kind.every === undefined)
const topic = queued?.name ?? ''

async function enqueue({ pool, ground }: TestDatabase, envelope: typeof waiting): Promise<void> {
  const client = await pool.connect()
  await ground.queue?.send(client, { name: topic }, envelope, new Date(Date.now() + 86_400_000))
  client.release()
}

/** An empty database, as a new installation has it. */
async function intoEmpty<Result>(work: (into: Into) => Promise<Result>) {
  const name = `yige_restore_${process.pid}_${Math.floor(performance.now())}`
  await onServer(inject('databaseServer'), `create database ${name}`)
  const url = databaseOn(inject('databaseServer'), name)
  const pool = openPool(url, 4)
  try {
    const filesDir = path.join(folder, name)
    return await work({ pool, url, filesDir, files: diskStore(filesDir) })
  } finally {
    await pool.end()
    await onServer(inject('databaseServer'), `drop database ${name} with (force)`)
  }
}

async function restoreInto(into: Into, emptyFirst = false, from = file, opener: Opener = {}) {
  const queue = await openQueue(into.url, jobs, () => undefined)
  try {
    await restoreBackup(await openBackup(from, opener), { ...into, queue, migrationsDir, emptyFirst, say })
  } finally {
    await queue.stop()
  }
}

/** Everything in the database, as text, whatever order it lies in. */
async function allRows(pool: Pool): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations' order by 1",
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`select t::text as text from "${name}" t order by 1`)
    all[name] = rows.map(({ text }) => text)
  }
  return all
}

describe('backup and restore', () => {
  it('gives every row and file back exactly, and goes on numbering after the last', async () => {
    await intoEmpty(async (into) => {
      await restoreInto(into)
      const before = await allRows(source.pool)
      expect(before['matters']?.length).toBeGreaterThan(10)
      expect(await allRows(into.pool)).toEqual(before)
      expect(await readFile(path.join(into.filesDir, '419900/ab/x.jpg'), 'utf8')).toBe('a picture')
      await expect(readFile(path.join(into.filesDir, '419900/ab/half.jpg.part'))).rejects.toThrow('ENOENT')
      const { rows } = await into.pool.query<{ id: number; last: number }>(
        `with added as (insert into audit_entries (district_id, at, actor_kind, roles, request_id, action, subject, details)
           values (419900, now(), 'system', '{}', '', 'a', 'b', '{}') returning id)
         select added.id, (select max(id) from audit_entries) as last from added`,
      )
      expect(rows[0]?.id).toBe((rows[0]?.last ?? 0) + 1)
    })
  })

  it('refuses a database that is not empty, and replaces it only when told to', async () => {
    await intoEmpty(async (into) => {
      await restoreInto(into)
      await into.pool.query('delete from reports')
      await expect(restoreInto(into)).rejects.toThrow('数据库不是空的（锦河区）')
      expect((await allRows(into.pool))['reports']).toEqual([])
      await restoreInto(into, true)
      expect(await allRows(into.pool)).toEqual(await allRows(source.pool))
    })
  })

  it('takes rows that nobody has named a district for as somebody’s work too', async () => {
    await intoEmpty(async (into) => {
      await migrate(into.url, migrationsDir)
      await into.pool.query("insert into counters (district_id, name, value) values (1, 'x', 1)")
      await expect(restoreInto(into)).rejects.toThrow('数据库不是空的（counters）')
    })
  })

  it('lets jobs that waited wait again, once, with their tries and their dead letters', async () => {
    await intoEmpty(async (into) => {
      await restoreInto(into)
      await restoreInto(into, true)
      const { rows } = await into.pool.query(
        `select j.name, j.data, j.state::text, j.start_after > now() + interval '20 hours' as later,
           coalesce(j.dead_letter, q.dead_letter) as dead, coalesce(j.retry_limit, q.retry_limit) as tries
         from jobs.job j join jobs.queue q using (name) where j.data ? 'district'`,
      )
      expect(rows).toEqual([
        { name: topic, data: waiting, state: 'created', later: true, dead: 'dead-letters', tries: 5 },
      ])
    })
  })

  // A passphrase is slow to try, by intent.
  it(
    'closed with a passphrase or for a public key opens with that and nothing else',
    { timeout: 120_000 },
    async () => {
      const identity = await generateX25519Identity()
      const recipients = [await identityToRecipient(identity)]
      const passphrase = '槐树 井盖 路灯 七十二'
      for (const [name, lock, opener] of [
        ['pass', { passphrase }, { passphrase }],
        ['keys', { recipients }, { identities: [identity] }],
      ] as const) {
        const closed = path.join(folder, `${name}.age`)
        await save(closed, lock)
        expect((await readFile(closed)).includes('districts')).toBe(false)
        await expect(openBackup(closed)).rejects.toThrow('备份是加密的')
        const stranger = [await generateX25519Identity()]
        await expect(openBackup(closed, { identities: stranger })).rejects.toThrow('打不开')
        await intoEmpty(async (into) => {
          await restoreInto(into, false, closed, opener)
          expect(await allRows(into.pool)).toEqual(await allRows(source.pool))
        })
        if ('passphrase' in lock) continue
        const bytes = await readFile(closed)
        const broken = path.join(folder, 'broken.age')
        for (const at of [Math.floor(bytes.length / 2), bytes.length - 20]) {
          const changed = Buffer.from(bytes)
          changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
          await writeFile(broken, changed)
          await expect(openBackup(broken, opener)).rejects.toThrow('损坏')
          await writeFile(broken, bytes.subarray(0, at))
          await expect(openBackup(broken, opener)).rejects.toThrow('损坏')
        }
      }
      const guess = openBackup(path.join(folder, 'pass.age'), { passphrase: 'something else' })
      await expect(guess).rejects.toThrow('打不开')
      await expect(save(path.join(folder, 'no.age'), { recipients: ['age1nobody'] })).rejects.toThrow('公钥')
    },
  )

  it('is a tar that anybody can look into, its tables in pieces', async () => {
    const { stdout } = await promisify(execFile)('tar', ['-tf', file])
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'tables/districts/000001.jsonl.gz',
        'tables/idempotency_keys/000002.jsonl.gz',
        'jobs.jsonl.gz',
        'files/419900/ab/x.jpg',
        'manifest.json',
      ]),
    )
  })

  it('notices one changed bit and a cut anywhere before anything is touched', async () => {
    const bytes = await readFile(file)
    const broken = path.join(folder, 'broken.backup')
    for (const at of [700, Math.floor(bytes.length / 2), bytes.length - 3_000]) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      await writeFile(broken, changed)
      await expect(openBackup(broken)).rejects.toThrow(/损坏|不认识/)
      await writeFile(broken, bytes.subarray(0, at))
      await expect(openBackup(broken)).rejects.toThrow('损坏')
    }
    await writeFile(broken, 'not a backup at all'.repeat(100))
    await expect(openBackup(broken)).rejects.toThrow('不是一格的备份')
  })

  it('orders tables parents first and names a circle', () => {
    const tables = ['posts', 'accounts', 'districts'].map((name) => ({ name }))
    const links = [
      { child: 'posts', parent: 'accounts' },
      { child: 'accounts', parent: 'districts' },
    ]
    expect(inOrder(tables, links).map(({ name }) => name)).toEqual(['districts', 'accounts', 'posts'])
    expect(() => inOrder(tables, [...links, { child: 'districts', parent: 'posts' }])).toThrow('districts')
  })
})

describe('lines of CSV', () => {
  it('quotes what needs it, guards formulas, and leaves numbers alone', () => {
    expect(csvLine(['a,b', 'say "x"', '=1+1', '＠x', '+86', -3, null, true, '两\n行'])).toBe(
      `"a,b","say ""x""",'=1+1,'＠x,'+86,-3,,true,"两\n行"\r\n`,
    )
  })
})
