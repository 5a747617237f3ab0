import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts'

const isRoot = process.getuid?.() === 0
const patience = 60_000
const folders: string[] = []
const opened: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

/** Opens the data folder given to it, tells what it got, stops when a line comes in. */
const childProgram = `
  import { createInterface } from 'node:readline'
  const { openEmbeddedPostgres } = await import(process.argv[1])
  try {
    const postgres = await openEmbeddedPostgres({ dataDir: process.argv[2] })
    console.log(JSON.stringify({ url: postgres.url, startedHere: postgres.startedHere }))
    createInterface(process.stdin).once('line', async () => {
      await postgres.stop()
      console.log(JSON.stringify({ url: 'stopped', startedHere: false }))
      process.exit(0)
    })
  } catch (error) {
    console.log(JSON.stringify({ url: String(error), startedHere: false }))
    process.exit(1)
  }
`

afterEach(async () => {
  for (const postgres of opened.splice(0)) await postgres.stop().catch(() => undefined)
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    const left = postmasterPid(join(folder, 'data'))
    if (left !== undefined) await endAndWait(left, 'SIGINT')
    removeClusterOf(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

describe('embedded PostgreSQL', { timeout: patience }, () => {
  test('is made on first use, in UTF-8 and with Chinese letters known as letters', async () => {
    const dataDir = newDataDir()
    const postgres = await open(dataDir)
    expect(postgres.startedHere).toBe(true)
    const [row] = await query(
      postgres.url,
      `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
         current_setting('listen_addresses') as listen, current_setting('TimeZone') as zone,
         datlocprovider as provider, datlocale as locale, '路灯' ~ '^[[:alpha:]]+$' as letters
       from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({
      encoding: 'UTF8',
      fsync: 'on',
      listen: process.platform === 'win32' ? '127.0.0.1' : '',
      zone: 'Asia/Shanghai',
      provider: 'b',
      locale: 'C.UTF-8',
      letters: true,
    })
    expect(readdirSync(dataDir).filter((name) => name.includes('.new-'))).toEqual([])
  })

  test('a second start finds what the first wrote, and settings can be given', async () => {
    const dataDir = newDataDir()
    const first = await open(dataDir)
    await writeRow(first.url, 'kept')
    await first.stop()
    await first.stop()
    expect(postmasterPid(dataDir)).toBeUndefined()
    const second = await open(dataDir, { max_connections: '37' })
    expect(second.startedHere).toBe(true)
    expect(await readRows(second.url)).toEqual(['kept'])
    expect(await query(second.url, 'show max_connections')).toEqual([{ max_connections: '37' }])
    expect(second.password).toBe(first.password)
  })

  test('rows are there after kill -9 of the server', async () => {
    const dataDir = newDataDir()
    const first = await open(dataDir)
    await writeRow(first.url, 'acknowledged')
    process.kill(requirePid(dataDir), 'SIGKILL')
    const second = await open(dataDir)
    expect(second.startedHere).toBe(true)
    expect(await readRows(second.url)).toEqual(['acknowledged'])
  })

  test('a server whose process was killed is joined, and stopped by who joined', async () => {
    const dataDir = newDataDir()
    const child = startChild(dataDir)
    const told = await child.next()
    expect(told.startedHere).toBe(true)
    await writeRow(told.url, 'from the killed one')
    const pid = requirePid(dataDir)
    await child.kill()
    const joined = await open(dataDir)
    expect(joined.startedHere).toBe(false)
    expect(requirePid(dataDir)).toBe(pid)
    expect(await readRows(joined.url)).toEqual(['from the killed one'])
    await joined.stop()
    expect(postmasterPid(dataDir)).toBeUndefined()
  })

  test('two processes that start at once share one server; the last to leave stops it', async () => {
    const dataDir = newDataDir()
    const [one, two] = [startChild(dataDir), startChild(dataDir)]
    const told = await Promise.all([one.next(), two.next()])
    expect(told.map((each) => Number(each.startedHere)).toSorted((a, b) => a - b)).toEqual([0, 1])
    expect(told[0]?.url).toBe(told[1]?.url)
    expect(await one.stop()).toBe('stopped')
    await writeRow(told[0]?.url ?? '', 'one is left')
    expect(await two.stop()).toBe('stopped')
    expect(postmasterPid(dataDir)).toBeUndefined()
  })

  test('a server that does not answer is ended and started anew', async () => {
    const dataDir = newDataDir()
    const child = startChild(dataDir)
    await writeRow((await child.next()).url, 'before the silence')
    const pid = requirePid(dataDir)
    await child.kill()
    process.kill(pid, 'SIGSTOP')
    const second = await open(dataDir)
    expect(second.startedHere).toBe(true)
    expect(requirePid(dataDir)).not.toBe(pid)
    expect(await readRows(second.url)).toEqual(['before the silence'])
  })

  test('a pid file and an entry that name another live process are seen through', async () => {
    const dataDir = newDataDir()
    const first = await open(dataDir)
    await first.stop()
    const cluster = join(dataDir, 'postgres')
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n/nowhere\n\n  1 1\nready   \n`,
    )
    writeFileSync(join(dataDir, 'users', '1-abcdef'), '1 7')
    writeFileSync(join(dataDir, 'postgres.lock'), '1 7')
    const second = await open(dataDir)
    expect(second.startedHere).toBe(true)
    await second.stop()
    expect(postmasterPid(dataDir)).toBeUndefined()
  })

  test('a data folder of another major version is refused with a remedy', async () => {
    const dataDir = newDataDir()
    const postgres = await open(dataDir)
    await postgres.stop()
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
    await expect(openEmbeddedPostgres({ dataDir })).rejects.toThrow(/PostgreSQL 15.*yige backup/s)
    expect(readdirSync(join(dataDir, 'users'))).toEqual([])
  })

  test('a server that cannot start says why', async () => {
    const dataDir = newDataDir()
    await expect(openEmbeddedPostgres({ dataDir, settings: { shared_buffers: 'plenty' } })).rejects.toThrow(
      /invalid value for parameter "shared_buffers"/,
    )
  })

  test.runIf(isRoot)('an ordinary user can start it, and root join in with the same owner', async () => {
    const dataDir = newDataDir()
    const nobody = 65534
    mkdirSync(dataDir)
    chownSync(dataDir, nobody, nobody)
    const child = startChild(dataDir, { uid: nobody, gid: nobody })
    const told = await child.next()
    expect(told).toMatchObject({ startedHere: true })
    await writeRow(told.url, 'ordinary')
    expect(await child.stop()).toBe('stopped')
    const asRoot = await open(dataDir)
    expect(await readRows(asRoot.url)).toEqual(['ordinary'])
    await asRoot.stop()
    const again = startChild(dataDir, { uid: nobody, gid: nobody })
    expect(await again.next()).toMatchObject({ startedHere: true })
    expect(await again.stop()).toBe('stopped')
  })

  test.runIf(isRoot)(
    'root with a private folder gets a server all the same, with its place written down',
    async () => {
      const dataDir = newDataDir()
      chmodSync(join(dataDir, '..'), 0o700)
      const lines: string[] = []
      const first = await open(dataDir, {}, (line) => lines.push(line))
      const place = readFileSync(join(dataDir, 'postgres.location'), 'utf8').trim()
      expect(lines.join('\n')).toContain(place)
      await writeRow(first.url, 'in another place')
      await first.stop()
      const second = await open(dataDir)
      expect(await readRows(second.url)).toEqual(['in another place'])
      await second.stop()
      rmSync(place, { recursive: true })
      await expect(openEmbeddedPostgres({ dataDir })).rejects.toThrow(/not there/)
    },
  )
})

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yige-embedded-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return join(folder, 'data')
}

async function open(
  dataDir: string,
  settings: Record<string, string> = {},
  say: (line: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres({ dataDir, settings, say })
  opened.push(postgres)
  return postgres
}

async function query(url: string, sql: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client(url)
  await client.connect()
  try {
    const result = await client.query<Record<string, unknown>>(sql, values)
    return result.rows
  } finally {
    await client.end()
  }
}

async function writeRow(url: string, text: string): Promise<void> {
  await query(url, 'create table if not exists note (text text)')
  await query(url, 'insert into note values ($1)', [text])
}

async function readRows(url: string): Promise<unknown[]> {
  return (await query(url, 'select text from note')).map((row) => row['text'])
}

type Told = { url: string; startedHere: boolean }

function startChild(dataDir: string, identity: { uid?: number; gid?: number } = {}) {
  const module = new URL('./embedded-postgres.ts', import.meta.url).href
  const args = ['--input-type=module', '--eval', childProgram, module, dataDir]
  const child = spawn(process.execPath, args, { ...identity, stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async (): Promise<Told> => JSON.parse((await lines.next()).value ?? '{}')
  return {
    next,
    stop: async () => {
      child.stdin.write('stop\n')
      return (await next()).url
    },
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGKILL')
      }),
  }
}

function postmasterPid(dataDir: string): number | undefined {
  const file = join(clusterOf(dataDir), 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

function requirePid(dataDir: string): number {
  const pid = postmasterPid(dataDir)
  if (pid === undefined) throw new Error('no server runs')
  return pid
}

function clusterOf(dataDir: string): string {
  const record = join(dataDir, 'postgres.location')
  return existsSync(record) ? readFileSync(record, 'utf8').trim() : join(dataDir, 'postgres')
}

function removeClusterOf(folder: string): void {
  const cluster = clusterOf(join(folder, 'data'))
  if (cluster.startsWith('/var/lib/yige/data-')) rmSync(cluster, { recursive: true, force: true })
}

async function endAndWait(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (pid === process.pid) return
  try {
    process.kill(pid, signal)
    for (let round = 0; round < 100; round += 1) {
      process.kill(pid, 0)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } catch {
    // it is gone
  }
}
