import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { statement } from '#kernel/server/database.ts'
import { runAs } from '#kernel/server/ground.ts'
import { keepNames } from '#modules/matters/server/search-names.ts'
import { orderEvents } from '#modules/matters/server/sequence.ts'
import {
  type BenchDatabase,
  isFilled,
  markFilled,
  openBenchDatabase,
  removeBenchDatabase,
} from '../bench-database.ts'
import type { Say } from '../scenario.ts'
import { benchDistrict, openBenchDistrict } from './district.ts'
import type { FillPart } from './fill-worker.ts'
import { type Span, spanBefore } from './span.ts'

// Changes when data made earlier would no longer do.
const recipe = 'matters 4'

/** A database with `size` matters of the last year, 85 % of them settled. Kept and used again. */
export async function matterDatabase(size: number, say: Say): Promise<BenchDatabase> {
  const name = `matters-${size}`
  if (await isFilled(name, recipe)) {
    say(`· database with ${size} matters, made earlier`)
    const database = await openBenchDatabase(name, say)
    await putInOrder(database.ground)
    return database
  }
  await removeBenchDatabase(name)
  const database = await openBenchDatabase(name, say)
  try {
    await fillMatters(database, size, say)
    await markFilled(name, recipe)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function fillMatters(database: BenchDatabase, size: number, say: Say): Promise<void> {
  const began = performance.now()
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`
  await openBenchDistrict(database.ground)
  say(`· district with 1,000 grids: ${seconds()}`)
  await keepAreaNames(database.ground)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const restore = await dropIndexes(client)
  await generate(database, spanBefore(new Date(), size), say)
  say(`· rows written: ${seconds()}`)
  for (const made of restore) await client.query(made)
  say(`· indexes and references made: ${seconds()}`)
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  await client.end()
  say(`· ${size} matters ready: ${seconds()}`)
}

/** What an earlier scenario left waiting for the job that puts events in order: every figure would read it again and again. */
async function putInOrder(ground: BenchDatabase['ground']): Promise<void> {
  const district = await ground.districts.byId(benchDistrict)
  if (!district) throw new Error('the bench district is missing')
  const portion = () => runAs(ground, { district, mode: 'write' }, orderEvents)
  while ((await portion()) === 'more');
}

/** How the names of the district's areas are spelled: kept by the product when something is reported there. */
async function keepAreaNames(ground: BenchDatabase['ground']): Promise<void> {
  const district = await ground.districts.byId(benchDistrict)
  if (!district) throw new Error('the bench district is missing')
  await runAs(ground, { district, mode: 'write' }, async (ctx) => {
    const areas = await ctx.db.rows(listAreaIds, [benchDistrict])
    await keepNames(
      ctx,
      areas.map(({ id }) => id),
    )
  })
}
const listAreaIds = statement<{ id: number }>(
  'bench.list-area-ids',
  'select id from areas where district_id = $1',
)

const filled = ['matters', 'matter_events', 'reports', 'matter_search']

/** Rows go in faster without secondary indexes and references. Returns what brings them back, as they were. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const keys = await client.query<{ on: string; name: string; made: string }>(
    `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as made from pg_constraint
     where contype = 'f' and conrelid::regclass::text = any ($1)`,
    [filled],
  )
  const indexes = await client.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
     where i.indrelid::regclass::text = any ($1)
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [filled],
  )
  for (const { on, name } of keys.rows) await client.query(`alter table ${on} drop constraint ${name}`)
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  return [
    "set maintenance_work_mem = '512MB'",
    ...indexes.rows.map((index) => index.made),
    ...keys.rows.map(({ on, name, made }) => `alter table ${on} add constraint ${name} ${made}`),
  ]
}

async function generate(database: BenchDatabase, span: Span, say: Say): Promise<void> {
  const { url, secretKey } = database
  const count = Math.max(1, Math.min(4, availableParallelism()))
  const each = Math.ceil(span.size / count)
  let done = 0
  let told = 0
  const heard = (more: number): void => {
    done += more
    if (done - told < Math.max(20_000, span.size / 10)) return
    told = done
    say(`  ${done} of ${span.size}`)
  }
  const parts = Array.from({ length: count }, (_, index): FillPart => {
    const from = index * each
    return { url, secretKey, from, to: Math.min(from + each, span.size), span }
  })
  await Promise.all(parts.filter((part) => part.from < part.to).map((part) => runPart(part, heard)))
  for (const [index, { year, first }] of span.years.entries()) {
    const value = (span.years[index + 1]?.first ?? span.size) - first
    await database.pool.query('insert into counters (district_id, name, value) values ($1, $2, $3)', [
      benchDistrict,
      `matters ${year}`,
      value,
    ])
  }
}

function runPart(part: FillPart, heard: (more: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), { workerData: part })
    worker.on('message', ({ done }: { done: number }) => heard(done))
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a filling thread ended with ${code}`)),
    )
  })
}
