import type pg from 'pg'
import type { BenchDatabase } from '../bench-database.ts'
import { matterDatabase } from '../fill/fill.ts'
import { benchDistrict } from '../fill/district.ts'
import { rateOf } from '../limit/limit.ts'
import { recordCalls } from '../limit/record.ts'
import { scriptOf } from '../limit/script.ts'
import { signIn } from '../load/actors.ts'
import { type HttpLane, openLane } from '../load/http-lane.ts'
import { timed } from '../load/server-calls.ts'
import { memoryOf } from '../machine.ts'
import { percentile, rounded, spread, table } from '../percentiles.ts'
import type { Asked, Measured, Scenario } from '../scenario.ts'
import { startServer } from '../server-process.ts'
import { versionOf } from './lifecycle.ts'

export const desk: Scenario = {
  what: 'lists, counts, search and dashboard of the desk at every level, with ever more matters',
  size: 5_000_000,
  sizeOf: 'matters at most; 100000 and 1000000 before',
  seconds: 30,
  clients: 2,
  run,
}

const steps = [100_000, 1_000_000]
const goals = { p95_ms: 50, growth: 1.5 }
const warmUpMs = 4_000

type Times = Map<string, number[]>
/** Matters in an answer, on average, by call. */
type Rows = ReadonlyMap<string, number>
type AtSize = { size: number; times: Times; rows: Rows; errors: number; perSecond: number; limit: number }

async function run(asked: Asked): Promise<Measured> {
  const sizes = [...steps.filter((step) => step < asked.size), asked.size]
  const measured: AtSize[] = []
  let facts = {}
  for (const size of sizes) {
    const { at, about } = await measureSize(asked, size)
    measured.push(at)
    facts = about
  }
  return { ...resultOf(asked, measured), ...facts }
}

async function measureSize(asked: Asked, size: number) {
  const database = await matterDatabase(size, asked.say)
  try {
    const server = await startServer({ dataDir: database.dataDir, profile: asked.profile })
    try {
      const cases = await casesOf(database, server.port)
      const before = await memoryOf(server.pid)
      await askAll(server.port, cases, asked, warmUpMs)
      const { times, rows, errors, seconds } = await askAll(server.port, cases, asked, asked.seconds * 1000)
      const calls = [...times.values()].reduce((sum, each) => sum + each.length, 0)
      const limit = await limitOf(database, cases, asked)
      const after = await memoryOf(server.pid)
      const rss_mb = { before: before.now, after: after.now, peak: after.peak }
      const at: AtSize = { size, times, rows, errors, perSecond: calls / seconds, limit }
      return { at, about: { rss_mb, postgres: await versionOf(database.pool) } }
    } finally {
      await server.stop()
    }
  } finally {
    await database.close()
  }
}

type Person = { token: string; area: number }
/** `path` holds `:area` where the area of whoever asks is meant. */
type Case = { call: string; level: string; path: string; people: Person[] }

const callOf = ({ path }: Case, { token, area }: Person) =>
  ({
    method: 'GET',
    path: path.replace(':area', String(area)),
    headers: { authorization: `Bearer ${token}` },
  }) as const

const levels = [
  { level: 'district', login: 'district-%', column: 'district_id' },
  { level: 'street', login: 'street-%', column: 'street_id' },
  { level: 'community', login: 'clerk-%', column: 'community_id' },
  { level: 'grid', login: 'worker-%', column: 'grid_id' },
] as const
const peopleOfLevel = 8

/** What stands in the texts of the filling: often, seldom, and together. */
const words = { often: '路灯', seldom: '流浪狗 河边步道', spelled: '3hl' }

const figures = {
  'counts below': '/matter-counts/below?area=:area',
  dashboard: '/overview',
  'dashboard year': '/overview?period=year',
}

async function casesOf({ pool, secretKey }: BenchDatabase, port: number): Promise<Case[]> {
  const lane = await openLane(port)
  const cases: Case[] = []
  for (const { level, login, column } of levels) {
    const people = await signInPeople(pool, lane, { login, secretKey })
    const number = await someNumber(pool, column)
    const q = (said: string): string => `/matters?list=all&q=${encodeURIComponent(said)}`
    const paths = {
      'list open': '/matters?list=open',
      'list overdue': '/matters?list=overdue',
      'list done': '/matters?list=done',
      counts: '/matter-counts',
      'search often': q(words.often),
      'search seldom': q(words.seldom),
      'search spelled': q(words.spelled),
      'search number': q(number.slice(-4)),
      // Workers of a grid look at what is theirs to do, not at figures.
      ...(level !== 'grid' && figures),
    }
    for (const [call, path] of Object.entries(paths)) cases.push({ call, level, path, people })
  }
  lane.close()
  return cases
}

/** Sessions of different people of a level, or of the same ones again: calls are limited by the session. */
async function signInPeople(
  pool: pg.Pool,
  lane: HttpLane,
  { login, secretKey }: { login: string; secretKey: string },
): Promise<Person[]> {
  const { rows } = await pool.query<{ login: string; area: number }>(
    `select c.login, p.area_id as area from accounts c
     join posts p on p.district_id = c.district_id and p.account_id = c.id
     where c.district_id = $1 and c.login like $2 order by md5(c.login) limit $3`,
    [benchDistrict, login, peopleOfLevel],
  )
  if (rows.length === 0) throw new Error(`nobody is called ${login}`)
  const people: Person[] = []
  for (let at = 0; at < peopleOfLevel; at += 1) {
    const row = rows[at % rows.length]
    if (row) people.push({ token: await signIn(lane, row.login, secretKey), area: row.area })
  }
  return people
}

async function someNumber(pool: pg.Pool, column: string): Promise<string> {
  const { rows } = await pool.query<{ number: string }>(
    `select number from matters where district_id = $1 and ${column} is not null order by id desc limit 1`,
    [benchDistrict],
  )
  return rows[0]?.number ?? ''
}

const nameOf = ({ call, level }: Case): string => `${call} / ${level}`

/** All cases in turn, each time by another person. */
async function askAll(port: number, cases: readonly Case[], asked: Asked, forMs: number) {
  const times: Times = new Map(cases.map((each) => [nameOf(each), []]))
  const began = performance.now()
  const shown = new Map(cases.map((each) => [nameOf(each), 0]))
  let errors = 0
  let turn = 0
  const one = async (): Promise<void> => {
    const lane = await openLane(port)
    while (performance.now() - began < forMs) {
      const own = turn
      turn += 1
      const each = cases[own % cases.length]
      const person = each?.people[Math.floor(own / cases.length) % each.people.length]
      if (!each || !person) continue
      const { ms, status, body } = await timed(lane, callOf(each, person))
      const name = nameOf(each)
      if (status === 200) {
        times.get(name)?.push(ms)
        shown.set(name, (shown.get(name) ?? 0) + body.split('"number":').length - 1)
      } else if ((errors += 1) === 1) asked.say(`  ✗ ${name}: ${status} ${body.slice(0, 300)}`)
    }
    lane.close()
  }
  await Promise.all(Array.from({ length: asked.clients }, one))
  const rows = new Map(
    [...shown].map(([name, sum]) => [name, sum / Math.max(1, times.get(name)?.length ?? 0)]),
  )
  return { times, rows, errors, seconds: (performance.now() - began) / 1000 }
}

/** How many calls a second the same statements would make without the product around them. */
async function limitOf(database: BenchDatabase, cases: readonly Case[], { clients, seconds }: Asked) {
  const calls = cases.flatMap((each) => each.people.slice(0, 1).map((person) => callOf(each, person)))
  const script = scriptOf(await recordCalls(database, calls))
  const { perSecond } = await rateOf(database.url, script, { clients, seconds: Math.min(seconds, 15) })
  return perSecond * calls.length
}

function resultOf(asked: Asked, measured: readonly AtSize[]): Measured {
  const first = measured[0]
  const last = measured.at(-1)
  if (!first || !last) throw new Error('nothing was measured')
  const names = [...last.times.keys()]
  const p95 = ({ times }: AtSize, name: string): number => percentile(times.get(name) ?? [], 0.95)
  const growth = (name: string): number => rounded(p95(last, name) / Math.max(0.01, p95(first, name)), 2)
  const rowsOf = (at: AtSize, name: string): number => rounded(at.rows.get(name) ?? 0, 0)
  // A page that was half empty with few matters and is full with many costs more for what is on it, not for how many there are.
  const isFuller = (name: string): boolean => rowsOf(last, name) > 1.1 * rowsOf(first, name)
  const kinds = kindsOf(measured)
  sayTables(
    asked,
    measured.map(({ size }) => String(size)),
    names.map((name) => [
      name,
      ...measured.map((at) => p95(at, name)),
      growth(name),
      `${rowsOf(first, name)} → ${rowsOf(last, name)}`,
    ]),
    kinds,
  )
  const errors = measured.reduce((sum, at) => sum + at.errors, 0)
  return {
    ops_per_s: rounded(last.perSecond),
    ...spread([...last.times.values()].flat()),
    limit_ops_per_s: rounded(last.limit),
    ratio: rounded(last.perSecond / last.limit, 3),
    errors,
    clients: asked.clients,
    sizes: Object.fromEntries(measured.map((at) => [at.size, sizeResult(at)])),
    growth: Object.fromEntries(names.map((name) => [name, growth(name)])),
    slower_than_goal: names.filter((name) => measured.some((at) => p95(at, name) >= goals.p95_ms)),
    grown_more_than_goal: names.filter((name) => growth(name) > goals.growth && !isFuller(name)),
    grown_with_fuller_pages: names.filter((name) => growth(name) > goals.growth && isFuller(name)),
    kinds: Object.fromEntries(kinds.map(({ kind, p95s, grown }) => [kind, { p95_ms: p95s, growth: grown }])),
    goals,
    broken: errors > 0 ? [`${errors} calls failed`] : [],
  }
}

function sayTables(
  asked: Asked,
  sizes: readonly string[],
  rows: (string | number)[][],
  kinds: ReturnType<typeof kindsOf>,
): void {
  const calls = table(['p95 ms of call / level', ...sizes, 'growth', 'matters on the page'], rows)
  const lines = kinds.map(({ kind, p95s, grown }) => [kind, ...p95s, grown])
  const all = table(['p95 ms of all calls of a kind', ...sizes, 'growth'], lines)
  for (const line of [...calls, ...all]) asked.say(`  ${line}`)
}

/** Lists, counts, searches and dashboards, each over all levels together: `list open / grid` is a list. */
function kindsOf(measured: readonly AtSize[]) {
  const kindOf = (name: string): string => name.split(' ')[0] ?? name
  const kinds = new Set(measured.flatMap(({ times }) => [...times.keys()].map(kindOf)))
  return [...kinds].map((kind) => {
    const p95s = measured.map(({ times }) =>
      percentile(
        [...times].flatMap(([name, each]) => (kindOf(name) === kind ? each : [])),
        0.95,
      ),
    )
    return { kind, p95s, grown: rounded((p95s.at(-1) ?? 0) / Math.max(0.01, p95s[0] ?? 0), 2) }
  })
}

const sizeResult = ({ times, perSecond, limit }: AtSize) => ({
  ops_per_s: rounded(perSecond),
  limit_ops_per_s: rounded(limit),
  ratio: rounded(perSecond / limit, 3),
  calls: Object.fromEntries([...times].map(([name, each]) => [name, spread(each)])),
})
