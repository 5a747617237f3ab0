import type pg from 'pg'
import type { BenchDatabase } from '../bench-database.ts'
import { matterDatabase } from '../fill/fill.ts'
import { measureLimit } from '../limit/limit.ts'
import { type Crew, signInCrews } from '../load/actors.ts'
import { callKinds } from '../load/lifecycle-calls.ts'
import type { LoadReport } from '../load/lifecycle-load.ts'
import { runLoad } from '../load/run-load.ts'
import { memoryOf, parentOf, processorSeconds } from '../machine.ts'
import { rounded, spread, table } from '../percentiles.ts'
import type { Asked, Measured, Scenario } from '../scenario.ts'
import { type ServerProcess, startServer } from '../server-process.ts'

export const lifecycle: Scenario = {
  what: 'report, accept, assign, answer, follow up, close by different people over HTTP',
  size: 1_000_000,
  sizeOf: 'matters already there',
  seconds: 30,
  clients: 24,
  run,
}

const warmUpMs = 4_000
const crewCount = 60

async function run(asked: Asked): Promise<Measured> {
  const database = await matterDatabase(asked.size, asked.say)
  try {
    const server = await startServer({ dataDir: database.dataDir, profile: asked.profile })
    try {
      return await measure(asked, database, server)
    } finally {
      await server.stop()
    }
  } finally {
    await database.close()
  }
}

async function measure(asked: Asked, database: BenchDatabase, server: ServerProcess): Promise<Measured> {
  const { say, clients, seconds } = asked
  const crews = await signInCrews(database.pool, server.port, database.secretKey, crewCount)
  say(`· ${crews.length} crews signed in, ${clients} clients for ${seconds} s`)
  const before = await memoryOf(server.pid)
  const { report, spent } = await loaded(asked, database, server, crews)
  const after = await memoryOf(server.pid)
  const rate = report.lifecycles / report.seconds
  tellCalls(asked, report)
  say(`· the same statements without the product, ${clients} clients`)
  const crew = crews[0]
  if (!crew) throw new Error('nobody is signed in')
  const limitSeconds = Math.min(seconds, 20)
  const limit = await measureLimit(database, { crew, clients, seconds: limitSeconds })
  return {
    ops_per_s: rounded(rate),
    ...spread(callKinds.flatMap((kind) => report.times[kind])),
    limit_ops_per_s: rounded(limit.lifecyclesPerSecond),
    ratio: rounded(rate / limit.lifecyclesPerSecond, 3),
    errors: report.errors,
    ...(report.firstError && { first_error: report.firstError }),
    limit_by: limit.by,
    statements_per_lifecycle: limit.statements,
    clients,
    seconds,
    rss_mb: { before: before.now, after: after.now, peak: after.peak },
    cpu_ms_per_lifecycle: perLifecycle(spent, report),
    calls: Object.fromEntries(callKinds.map((kind) => [kind, spread(report.times[kind])])),
    postgres: await versionOf(database.pool),
    broken: report.errors > 0 ? [`${report.errors} calls failed: ${report.firstError}`] : [],
  }
}

type Spent = { server: number; postgres: number; load: number }

async function loaded(
  { clients, seconds }: Asked,
  database: BenchDatabase,
  server: ServerProcess,
  crews: Crew[],
) {
  const { rows } = await database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  )
  const postmaster = await parentOf(rows[0]?.pid ?? 0)
  const spentNow = async () => ({
    server: await processorSeconds(server.pid),
    postgres: await processorSeconds(postmaster, true),
  })
  let from = Promise.resolve({ server: 0, postgres: 0 })
  const order = {
    port: server.port,
    databaseUrl: database.url,
    secretKey: database.secretKey,
    crews,
    clients,
    warmUpMs,
    measuredMs: seconds * 1000,
  }
  const report = await runLoad('lifecycle-load', order, () => {
    from = spentNow()
  })
  const [start, end] = [await from, await spentNow()]
  const spent: Spent = {
    server: end.server - start.server,
    postgres: end.postgres - start.postgres,
    load: report.processorSeconds,
  }
  return { report, spent }
}

function perLifecycle(spent: Spent, { lifecycles }: LoadReport) {
  const share = (seconds: number): number => rounded((seconds * 1000) / Math.max(1, lifecycles), 2)
  return { server: share(spent.server), postgres: share(spent.postgres), load: share(spent.load) }
}

function tellCalls({ say }: Asked, report: LoadReport): void {
  const rows = callKinds.map((kind) => {
    const { p50_ms, p95_ms, p99_ms } = spread(report.times[kind])
    return [kind, report.times[kind].length, p50_ms, p95_ms, p99_ms]
  })
  for (const line of table(['call', 'count', 'p50 ms', 'p95 ms', 'p99 ms'], rows)) say(`  ${line}`)
}

export async function versionOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ server_version: string }>('show server_version')
  return rows[0]?.server_version ?? ''
}
