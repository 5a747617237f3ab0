import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { BenchDatabase } from '../bench-database.ts'
import { benchDistrict } from '../fill/district.ts'
import type { Crew } from '../load/actors.ts'
import { programOnPath } from '../machine.ts'
import { recordLifecycle } from './record.ts'
import { type Script, scriptOf } from './script.ts'

export type Limit = { lifecyclesPerSecond: number; by: 'pgbench' | 'pg'; statements: number }

type How = { crew: Crew; clients: number; seconds: number }

/**
 * How many lifecycles a second the same statements make without the product around them, sent one after the other by
 * pgbench; without pgbench by bare connections of our own. What this writes is taken out again.
 */
export async function measureLimit(database: BenchDatabase, how: How): Promise<Limit> {
  const { pool } = database
  const recording = await recordLifecycle(database, how.crew)
  const script = scriptOf(recording)
  await pool.query('create sequence if not exists bench_limit')
  const before = await counters(pool)
  const began = new Date()
  try {
    const { perSecond, by } = await rateOf(database.url, script, how)
    return { lifecyclesPerSecond: perSecond, by, statements: script.statements.length }
  } finally {
    await takeOut(pool, began, before)
  }
}

/** How often a second the script runs through, by pgbench; without it by bare connections of our own. */
export async function rateOf(
  url: string,
  script: Script,
  how: Omit<How, 'crew'>,
): Promise<{ perSecond: number; by: Limit['by'] }> {
  const pgbench = await programOnPath('pgbench')
  if (!pgbench) return { perSecond: await withConnections(url, script, how), by: 'pg' }
  return { perSecond: await withPgbench(pgbench, url, script, how), by: 'pgbench' }
}

const execute = promisify(execFile)

async function withPgbench(
  program: string,
  url: string,
  script: Script,
  how: Omit<How, 'crew'>,
): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yige-pgbench-'))
  try {
    const file = path.join(folder, 'lifecycle.sql')
    const lines = [
      ...(script.first ? [`${script.first} \\gset`] : []),
      ...script.statements.map((statement) => `${statement};`),
    ]
    await writeFile(file, `${lines.join('\n')}\n`)
    const options = ['-n', '-M', 'prepared', '-c', String(how.clients), '-j', '1', '-T', String(how.seconds)]
    const ran = execute(program, [...options, '-f', file, url], { maxBuffer: 2 ** 26 })
    const { stdout, stderr } = await ran.catch((error: Error & { stderr?: string }) => ({
      stdout: '',
      stderr: error.stderr ?? error.message,
    }))
    const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
    if (rate > 0) return rate
    throw new Error(`pgbench: ${stderr.slice(0, 1_000)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withConnections(url: string, script: Script, how: Omit<How, 'crew'>): Promise<number> {
  const until = performance.now() + how.seconds * 1000
  const one = async (): Promise<number> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const prepared = script.statements.map(prepare)
    let done = 0
    while (performance.now() < until) {
      const first = script.first && { name: 'own', text: script.first }
      const own = first ? ((await client.query<Record<string, string>>(first)).rows[0] ?? {}) : {}
      for (const { name, text, variables } of prepared)
        await client.query({ name, text, values: variables.map((variable) => own[variable]) })
      done += 1
    }
    await client.end()
    return done
  }
  const done = await Promise.all(Array.from({ length: how.clients }, one))
  return done.reduce((sum, each) => sum + each, 0) / how.seconds
}

function prepare(statement: string, index: number) {
  const variables: string[] = []
  const text = statement.replaceAll(/(?<!:):(v\d+)\b/g, (_whole, variable: string) => {
    if (!variables.includes(variable)) variables.push(variable)
    return `$${variables.indexOf(variable) + 1}`
  })
  return { name: `limit-${index}`, text, variables }
}

type Counters = Map<string, number>

async function counters(pool: pg.Pool): Promise<Counters> {
  const { rows } = await pool.query<{ name: string; value: number }>(
    'select name, value from counters where district_id = $1',
    [benchDistrict],
  )
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** Chains made of one recording do not verify: they go, and the numbers they took come back. */
async function takeOut(pool: pg.Pool, began: Date, before: Counters): Promise<void> {
  const made = `select id from matters where district_id = $1 and number like 'limit-%'`
  await pool.query(`delete from matter_events where district_id = $1 and matter_id in (${made})`, [
    benchDistrict,
  ])
  await pool.query(`delete from reports where district_id = $1 and matter_id in (${made})`, [benchDistrict])
  await pool.query(`delete from matters where district_id = $1 and number like 'limit-%'`, [benchDistrict])
  for (const [name, value] of before)
    await pool.query('update counters set value = $3 where district_id = $1 and name = $2', [
      benchDistrict,
      name,
      value,
    ])
  await pool.query('delete from idempotency_keys where district_id = $1 and at >= $2', [benchDistrict, began])
}
