import type pg from 'pg'
import { matterDatabase } from '../fill/fill.ts'
import { benchDistrict } from '../fill/district.ts'
import { phonesOf, signIn } from '../load/actors.ts'
import { type HttpLane, openLane } from '../load/http-lane.ts'
import { timed } from '../load/server-calls.ts'
import { memoryOf } from '../machine.ts'
import { rounded, spread, table } from '../percentiles.ts'
import type { Asked, Measured, Scenario } from '../scenario.ts'
import { startServer } from '../server-process.ts'
import { versionOf } from './lifecycle.ts'

export const lists: Scenario = {
  what: 'the lists, counts and details of the staff desk at every level',
  size: 1_000_000,
  sizeOf: 'matters',
  seconds: 30,
  clients: 4,
  run,
}

type Desk = { level: string; token: string; matter: string }
type Case = { call: string; level: string; path: string; token: string }

const desks = [
  { level: 'district', login: 'district-%', column: 'district_id' },
  { level: 'street', login: 'street-%', column: 'street_id' },
  { level: 'community', login: 'clerk-%', column: 'community_id' },
  { level: 'grid', login: 'worker-%', column: 'grid_id' },
] as const
const listNames = ['open', 'todo', 'doing', 'due_soon', 'overdue', 'to_follow_up', 'to_close', 'mine', 'done']

async function run(asked: Asked): Promise<Measured> {
  const database = await matterDatabase(asked.size, asked.say)
  try {
    const server = await startServer({ dataDir: database.dataDir, profile: asked.profile })
    try {
      const lane = await openLane(server.port)
      const open: Desk[] = []
      for (const desk of desks) open.push(await openDesk(database, lane, desk))
      const cases = [...open.flatMap(casesOf), ...(await publicCases(database.pool))]
      const before = await memoryOf(server.pid)
      const { times, errors, seconds } = await askAll(server.port, cases, asked, database.secretKey)
      const after = await memoryOf(server.pid)
      tell(asked, cases, times)
      const all = [...times.values()].flat()
      return {
        ops_per_s: rounded(all.length / seconds),
        ...spread(all),
        limit_ops_per_s: null,
        ratio: null,
        errors,
        clients: asked.clients,
        rss_mb: { before: before.now, after: after.now, peak: after.peak },
        calls: Object.fromEntries([...times].map(([name, each]) => [name, spread(each)])),
        postgres: await versionOf(database.pool),
        broken: errors > 0 ? [`${errors} calls failed`] : [],
      }
    } finally {
      await server.stop()
    }
  } finally {
    await database.close()
  }
}

/** One person of the level, signed in, and a matter of their area. */
async function openDesk(
  { pool, secretKey }: { pool: pg.Pool; secretKey: string },
  lane: HttpLane,
  { level, login, column }: (typeof desks)[number],
): Promise<Desk> {
  const { rows } = await pool.query<{ login: string; area: number }>(
    `select c.login, p.area_id as area from accounts c
     join posts p on p.district_id = c.district_id and p.account_id = c.id
     where c.district_id = $1 and c.login like $2 order by md5(c.login) limit 1`,
    [benchDistrict, login],
  )
  const person = rows[0]
  if (!person) throw new Error(`nobody works in a ${level}`)
  const own = await pool.query<{ id: string }>(
    `select id from matters where district_id = $1 and ${column} = $2 and status = 'received' order by due_at limit 1`,
    [benchDistrict, column === 'district_id' ? benchDistrict : person.area],
  )
  return { level, token: await signIn(lane, person.login, secretKey), matter: own.rows[0]?.id ?? '' }
}

const casesOf = ({ level, token, matter }: Desk): Case[] => [
  ...listNames.map((list) => ({ call: `list ${list}`, level, token, path: `/matters?list=${list}` })),
  { call: 'counts', level, token, path: '/matter-counts' },
  { call: 'detail', level, token, path: `/matters/${matter}` },
]

/** What residents open without signing in. */
async function publicCases(pool: pg.Pool): Promise<Case[]> {
  const { rows } = await pool.query<{ token: string }>(
    'select token from door_codes where district_id = $1 order by token limit 1',
    [benchDistrict],
  )
  return [
    { call: 'door', level: 'resident', token: '', path: `/doors/${rows[0]?.token}` },
    { call: 'home', level: 'resident', token: '', path: '/home' },
  ]
}

const nameOf = ({ call, level }: Case): string => `${call} / ${level}`

async function askAll(port: number, cases: readonly Case[], asked: Asked, secretKey: string) {
  const times = new Map(cases.map((each) => [nameOf(each), [] as number[]]))
  const began = performance.now()
  const until = began + asked.seconds * 1000
  let errors = 0
  const one = async (number: number): Promise<void> => {
    const lane = await openLane(port)
    const phones = phonesOf(secretKey, 100)
    for (let turn = number; performance.now() < until; turn += 1) {
      const each = cases[turn % cases.length]
      if (!each) continue
      const headers: Record<string, string> = each.token
        ? { authorization: `Bearer ${each.token}` }
        : { ...phones[turn % phones.length] }
      const { ms, status, body } = await timed(lane, { method: 'GET', path: each.path, headers })
      // A desk asks a few times a second at most; past the limit of calls a minute the answer says nothing.
      if (status === 429) continue
      if (status === 200) times.get(nameOf(each))?.push(ms)
      else if ((errors += 1) === 1) asked.say(`  ✗ ${nameOf(each)}: ${status} ${body.slice(0, 300)}`)
    }
    lane.close()
  }
  await Promise.all(Array.from({ length: asked.clients }, (_, number) => one(number * 11)))
  return { times, errors, seconds: (performance.now() - began) / 1000 }
}

function tell({ say }: Asked, cases: readonly Case[], times: ReadonlyMap<string, number[]>): void {
  const rows = cases.map((each) => {
    const own = times.get(nameOf(each)) ?? []
    const { p50_ms, p95_ms, p99_ms } = spread(own)
    return [nameOf(each), own.length, p50_ms, p95_ms, p99_ms]
  })
  for (const line of table(['call / level', 'count', 'p50 ms', 'p95 ms', 'p99 ms'], rows)) say(`  ${line}`)
}
