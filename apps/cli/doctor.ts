import { access, statfs } from 'node:fs/promises'
import path from 'node:path'
import { readSettings } from '#kernel/server/env.ts'
import { isMigrated } from '#kernel/server/migrate.ts'
import { migrationsDir, open, root } from '../server/open.ts'
import { Refused } from './outcome.ts'
import type { Printer } from './print.ts'

type Check = { name: string; ok: boolean; told: string }

/** `yige doctor`: what an operator would look at first, with what to do where something is wrong. */
export async function doctor(_words: string[], print: Printer): Promise<Record<string, unknown>> {
  const settings = readSettings()
  const opened = await open(settings, print.line, { migrate: false, queue: false })
  try {
    const { rows } = await opened.pool.query<{ version: string }>(
      "select current_setting('server_version') as version",
    )
    const migrated = await isMigrated(opened.pool, migrationsDir).catch(() => false)
    const disk = await statfs(settings.dataDir)
    const free = Math.round((disk.bavail * disk.bsize) / 1024 ** 3)
    const built = await access(path.join(root, 'dist/resident/index.html')).then(
      () => true,
      () => false,
    )
    const checks: Check[] = [
      { name: 'node', ok: true, told: process.version },
      { name: 'postgresql', ok: true, told: `${rows[0]?.version}${opened.embedded ? ' (embedded)' : ''}` },
      { name: 'schema', ok: migrated, told: migrated ? 'newest' : '请运行 / run: npx yige migrate' },
      { name: 'disk', ok: free >= 2, told: `${free} GB free in ${settings.dataDir}` },
      {
        name: 'web',
        ok: built,
        told: built ? 'built' : '下次 npm start 时生成 / built at the next npm start',
      },
      ...(migrated
        ? [await calendarCheck(opened.pool), await deadJobs(opened.pool), await deadNotices(opened.pool)]
        : []),
    ]
    for (const { name, ok, told } of checks) print.line(`${ok ? '✓' : '✗'} ${name}: ${told}`)
    const wrong = checks.filter((check) => !check.ok)
    if (wrong.length > 0) throw new Refused(`${wrong.length} 项要处理 / need attention`, { checks })
    return { checks }
  } finally {
    await opened.close()
  }
}

type Pool = Awaited<ReturnType<typeof open>>['pool']

/** Promises that reach into a year whose days are not published count plain weekdays: the office should add the year. */
async function calendarCheck(pool: Pool): Promise<Check> {
  const { rows } = await pool.query<{ name: string; last: string | null }>(
    'select d.name, max(w.day)::text as last from districts d left join work_calendar w on w.district_id = d.id group by d.name',
  )
  const soon = new Date(Date.now() + 30 * 24 * 3600_000).toISOString().slice(0, 10)
  const short = rows.filter((row) => (row.last ?? '') < soon)
  if (short.length === 0) return { name: 'calendar', ok: true, told: `${rows.length}` }
  const told = `${short.length} 个区的工作日历将到期，请补下一年 / districts need the next year's working days`
  return { name: 'calendar', ok: false, told }
}

async function deadJobs(pool: Pool): Promise<Check> {
  const there = await pool.query("select to_regclass('jobs.job') as t")
  if (!there.rows[0]?.t) return { name: 'jobs', ok: true, told: '0 dead' }
  const { rows } = await pool.query<{ n: number }>(
    "select count(*)::int as n from jobs.job where name = 'dead-letters' and state < 'completed'",
  )
  const dead = rows[0]?.n ?? 0
  return { name: 'jobs', ok: dead === 0, told: `${dead} dead` }
}

/** Messages that were given up within the week, and such as should have left by now: then no worker is at it. */
async function deadNotices(pool: Pool): Promise<Check> {
  const { rows } = await pool.query<{ dead: number; late: number }>(
    `select count(*) filter (where status = 'dead' and changed_at > now() - interval '7 days')::int as dead,
       count(*) filter (where status = 'waiting' and due_at < now() - interval '15 minutes')::int as late
     from notice_deliveries where status in ('dead', 'waiting')`,
  )
  const { dead = 0, late = 0 } = rows[0] ?? {}
  if (dead + late === 0) return { name: 'notices', ok: true, told: '0 dead' }
  const told = `7 天内 ${dead} 条发不出去，${late} 条该发没发，看“发送记录” / ${dead} dead within 7 days, ${late} overdue: see Messages`
  return { name: 'notices', ok: false, told }
}
