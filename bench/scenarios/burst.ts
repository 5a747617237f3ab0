import { chromium } from '@playwright/test'
import { buildWeb } from '#apps/build/build.ts'
import { browserFlags, findBrowser } from '#testing/browser-setup.ts'
import type { BenchDatabase } from '../bench-database.ts'
import { benchDistrict } from '../fill/district.ts'
import { matterDatabase } from '../fill/fill.ts'
import type { BurstOrder, BurstReport } from '../load/burst-load.ts'
import { runLoad } from '../load/run-load.ts'
import { memoryOf } from '../machine.ts'
import { percentile, rounded, spread, table } from '../percentiles.ts'
import type { Asked, Measured, Scenario } from '../scenario.ts'
import { startServer } from '../server-process.ts'

export const burst: Scenario = {
  what: 'a burst pipe: phones open the page of one building, one in ten reports it',
  size: 5_000,
  sizeOf: 'phones, each a browser that was never here',
  seconds: 60,
  clients: 1,
  run,
}

/** What is there already. */
const matters = 100_000
const goalMs = 300

async function run(asked: Asked): Promise<Measured> {
  await buildWeb({ say: asked.say })
  const database = await matterDatabase(matters, asked.say)
  try {
    const server = await startServer({ dataDir: database.dataDir, profile: asked.profile })
    try {
      const order = await orderOf(asked, database, server.port)
      asked.say(
        `· a phone asks for: ${order.visit.map(({ path }) => path.replace(order.door, '…')).join(' ')}`,
      )
      const before = await memoryOf(server.pid)
      const report = await runLoad('burst-load', order, () => undefined)
      const after = await memoryOf(server.pid)
      const found = await countReports(database, report.reported)
      return resultOf(asked, {
        order,
        report,
        found,
        rss_mb: { before: before.now, after: after.now, peak: after.peak },
      })
    } finally {
      await server.stop()
    }
  } finally {
    await database.close()
  }
}

async function orderOf(asked: Asked, database: BenchDatabase, port: number): Promise<BurstOrder> {
  const { rows } = await database.pool.query<{ token: string; area_id: number }>(
    'select token, area_id from door_codes where district_id = $1 order by md5(token) limit 1',
    [benchDistrict],
  )
  const door = rows[0]?.token ?? ''
  const subjects = await database.pool.query<{ key: string }>(
    'select distinct subject as key from matters where district_id = $1 and place_id = $2 order by 1 limit 5',
    [benchDistrict, rows[0]?.area_id],
  )
  return {
    port,
    phones: asked.size,
    reporters: Math.ceil(asked.size / 10),
    withinMs: asked.seconds * 1000,
    visit: await watchVisit(`http://127.0.0.1:${port}/d/${door}`),
    door,
    subjects: subjects.rows.map(({ key }) => key),
  }
}

/**
 * What a real browser asks for when it opens an address for the first time, its service worker included. What the page had
 * for a year from then on is in the browser's own cache when the service worker wants it.
 */
async function watchVisit(address: string): Promise<BurstOrder['visit']> {
  const executablePath = await findBrowser()
  if (!executablePath) throw new Error('no Chromium was found; BROWSER_PATH names one')
  const browser = await chromium.launch({ executablePath, args: [...browserFlags] })
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const asked: BurstOrder['visit'] = []
    context.on('request', (request) => {
      const { origin, pathname, search } = new URL(request.url())
      const path = pathname + search
      const isKept = path.startsWith('/assets/') && asked.some((each) => each.path === path)
      if (request.method() !== 'GET' || origin !== new URL(address).origin || isKept) return
      asked.push({ path, kind: kindOf(path) })
    })
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForTimeout(2_000)
    await context.close()
    return asked
  } finally {
    await browser.close()
  }
}

const kindOf = (path: string): 'page' | 'file' | 'api' =>
  path.startsWith('/api/') ? 'api' : path.startsWith('/d/') ? 'page' : 'file'

async function countReports({ pool }: BenchDatabase, ids: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from reports where district_id = $1 and id = any ($2::uuid[])',
    [benchDistrict, ids],
  )
  return rows[0]?.count ?? 0
}

type Outcome = { order: BurstOrder; report: BurstReport; found: number; rss_mb: object }

function resultOf(asked: Asked, { order, report, found, rss_mb }: Outcome): Measured {
  const all = Object.values(report.times).flat()
  const calls = Object.entries(report.times)
  const rows = [...calls, ['whole visit', report.visits] as const].map(([kind, times]) => {
    const { p50_ms, p95_ms, p99_ms } = spread(times)
    return [kind, times.length, p50_ms, p95_ms, p99_ms]
  })
  for (const line of table(['asked for', 'count', 'p50 ms', 'p95 ms', 'p99 ms'], rows)) asked.say(`  ${line}`)
  const missing = report.reported.length - found
  const unheard = order.reporters - report.reported.length
  const broken = [
    ...(report.errors > 0 ? [`${report.errors} calls failed: ${report.firstError}`] : []),
    ...(unheard > 0 ? [`${unheard} reports were not acknowledged`] : []),
    ...(missing > 0 ? [`${missing} acknowledged reports are not there`] : []),
  ]
  return {
    ops_per_s: rounded(all.length / report.seconds),
    ...spread(all),
    limit_ops_per_s: null,
    ratio: null,
    errors: report.errors,
    phones: report.visited,
    reported: report.reported.length,
    found,
    seconds: rounded(report.seconds),
    visit_ms: spread(report.visits),
    calls: Object.fromEntries(calls.map(([kind, times]) => [kind, spread(times)])),
    reached: calls.every(([, times]) => percentile(times, 0.95) < goalMs),
    goals: { p95_ms: goalMs },
    rss_mb,
    broken,
  }
}
