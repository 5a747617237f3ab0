import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { open } from '#apps/server/open.ts'
import { openDemo } from '#db/seed/open-demo.ts'
import { openEmbeddedPostgres } from '#kernel/server/embedded-postgres.ts'
import { readSettings } from '#kernel/server/env.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { clusterOf } from './data-folder.ts'
import { freePort, runYige, type Started, startYige, stopYige, untilReady } from './process.ts'

export type SurvivalSize = { clients: number; reports: number; kills: number; dataDir: string }
export type Survived = {
  acknowledged: number
  /** Acknowledged reports that are not in the database; must be 0. */
  lost: number
  /** Reports of ours in the database without an acknowledgement; must be 0, since clients send until they have it. */
  unasked: number
  /** Acknowledged reports whose receipt is not the one in the database; must be 0. */
  changed: number
  retries: number
  kills: number
  findings: unknown
  seconds: number
}

type Site = { url: string; settings: Record<string, string>; door: string }
type Acknowledged = Map<string, string>

/**
 * Clients send reports and try again until each is acknowledged, while server and database are killed under them.
 * Afterwards every acknowledged report is there exactly once, and the histories hold.
 */
export async function survive(size: SurvivalSize): Promise<Survived> {
  const site = await prepare(size.dataDir)
  const began = performance.now()
  let server = await startServer(site)
  const acknowledged: Acknowledged = new Map()
  const counted = { retries: 0 }
  const clients = Array.from({ length: size.clients }, (_, index) =>
    sendAll(site, { first: index, step: size.clients, count: size.reports }, acknowledged, counted),
  )
  let kills = 0
  for (; kills < size.kills; kills += 1) {
    const share = (size.reports * (kills + 1)) / (size.kills + 1)
    while (acknowledged.size < share) await sleep(5)
    await killAll(server, size.dataDir)
    server = await startServer(site)
  }
  await Promise.all(clients)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  await stopYige(server)
  const compared = await compare(size.dataDir, acknowledged)
  const { result } = await runYige(['verify'], site.settings)
  const { retries } = counted
  return {
    acknowledged: acknowledged.size,
    ...compared,
    retries,
    kills,
    findings: result['findings'],
    seconds,
  }
}

/** A district with people and door codes, and nothing reported yet. */
async function prepare(dataDir: string): Promise<Site> {
  const port = await freePort()
  const settings = { YIGE_DATA_DIR: dataDir, PORT: String(port), YIGE_POOL_SIZE: '8' }
  const opened = await open(readSettings(settings), () => undefined, { migrate: true, queue: false })
  try {
    await openDemo(opened.ground, new Date())
    const { rows } = await opened.pool.query<{ token: string }>('select token from door_codes limit 1')
    const door = rows[0]?.token ?? ''
    return { url: `http://127.0.0.1:${port}`, settings, door }
  } finally {
    await opened.close()
  }
}

async function startServer(site: Site): Promise<Started> {
  const started = startYige(['serve'], site.settings)
  await untilReady(site.url, started)
  return started
}

/** SIGKILL for both at once: nothing is told to finish, nothing is flushed. */
async function killAll(server: Started, dataDir: string): Promise<void> {
  const postmaster = await postmasterOf(dataDir)
  server.child.kill('SIGKILL')
  if (postmaster !== undefined) process.kill(postmaster, 'SIGKILL')
  await server.ended
}

async function postmasterOf(dataDir: string): Promise<number | undefined> {
  const file = path.join(await clusterOf(dataDir), 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  return pid > 1 ? pid : undefined
}

async function sendAll(
  site: Site,
  own: { first: number; step: number; count: number },
  acknowledged: Acknowledged,
  counted: { retries: number },
): Promise<void> {
  let device = ''
  let sent = 0
  for (let at = own.first; at < own.count; at += own.step) {
    // One browser may send twenty a minute: every client is many people.
    if (sent % 15 === 0) device = await newDevice(site)
    sent += 1
    const key = uuidv7()
    const code = await sendUntilTaken(site, { key, device, words: `第${at}件：路灯不亮。` }, counted)
    acknowledged.set(key, code)
  }
}

type Sending = { key: string; device: string; words: string }

async function sendUntilTaken(site: Site, sending: Sending, counted: { retries: number }): Promise<string> {
  for (;;) {
    const code = await sendOnce(site, sending).catch(() => undefined)
    if (code) return code
    counted.retries += 1
    await sleep(50)
  }
}

async function sendOnce(site: Site, { key, device, words }: Sending): Promise<string | undefined> {
  const response = await fetch(`${site.url}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie: device },
    body: JSON.stringify({ door: site.door, subject: 'elder_help', words, photoIds: [] }),
    signal: AbortSignal.timeout(10_000),
  })
  const answer: { code?: string; message?: string } = await response.json()
  if (response.ok) return answer.code
  const passing = response.status >= 500 || response.status === 429
  if (!passing) throw new Error(`${response.status} ${answer.code} ${answer.message}`)
  return undefined
}

/** A browser gets its name with the first page. */
async function newDevice(site: Site): Promise<string> {
  for (;;) {
    const response = await fetch(`${site.url}/`).catch(() => undefined)
    const cookie = response?.headers.getSetCookie().find((each) => each.startsWith('yige_device='))
    if (cookie) return cookie.split(';')[0] ?? ''
    await sleep(100)
  }
}

async function compare(dataDir: string, acknowledged: Acknowledged) {
  return inDatabase(dataDir, async (client) => {
    const { rows } = await client.query<{ id: string; query_code: string }>(
      `select id, query_code from reports where words like '第%件：路灯不亮。'`,
    )
    const kept = new Map(rows.map((row) => [row.id, row.query_code]))
    const lost = [...acknowledged.keys()].filter((key) => !kept.has(key)).length
    const unasked = rows.filter((row) => !acknowledged.has(row.id)).length
    const changed = rows.filter((row) => acknowledged.get(row.id) !== row.query_code).length
    return { lost, unasked, changed }
  })
}

async function inDatabase<Result>(dataDir: string, work: (client: pg.Client) => Promise<Result>) {
  const postgres = await openEmbeddedPostgres({ dataDir })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
    await postgres.stop()
  }
}
