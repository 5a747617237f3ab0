import { lastBackup } from '#kernel/server/backup/backup-record.ts'
import { type Found, good, warn, wrong } from '#kernel/server/check.ts'
import type { Checking, InstallationCheck } from './checking.ts'

const dayMs = 86_400_000

type Waiting = { dead: number; waiting: number; late: number | null }

/** Failed for good, and how long the oldest that could run has waited. */
async function queueOf({ opened }: Checking): Promise<Waiting | undefined> {
  const { rows: there } = await opened.pool.query<{ is: boolean }>(
    "select to_regclass('jobs.job') is not null as is",
  )
  if (!there[0]?.is) return undefined
  const { rows } = await opened.pool.query<Waiting>(
    `select count(*) filter (where name = 'dead-letters')::int as dead,
       count(*) filter (where name <> 'dead-letters' and start_after <= now())::int as waiting,
       extract(epoch from now() - min(start_after) filter (where name <> 'dead-letters' and start_after <= now()))::int as late
     from jobs.job where state in ('created', 'retry')`,
  )
  return rows[0]
}

async function deadLetters(on: Checking): Promise<Found> {
  const dead = (await queueOf(on))?.dead ?? 0
  const told = `${dead} 个任务多次失败后放弃 / jobs given up after several tries`
  if (dead === 0) return good(told)
  return warn(
    told,
    "看 select name, data, output from jobs.job where name = 'dead-letters'，再看日志里 level 50 的行 / look there, and at the lines of level 50 in the log",
  )
}

const mostLateSeconds = 300

async function queueLag(on: Checking): Promise<Found> {
  const queue = await queueOf(on)
  const told = `${queue?.waiting ?? 0} 个在等，最久 ${queue?.late ?? 0} 秒 / waiting, the oldest for so many seconds`
  if ((queue?.late ?? 0) <= mostLateSeconds) return good(told)
  return wrong(
    told,
    '后台任务没人做：查 serve --role worker 是否在跑 / nobody works: is serve --role worker running?',
  )
}

const mostDays = { warn: 2, wrong: 8 }

async function backups({ opened, settings, now }: Checking): Promise<Found> {
  if (settings.demo) return good('示范系统不用 / a demonstration needs none')
  const last = await lastBackup(opened.pool).catch(() => undefined)
  const remedy = '运行 npx yige backup，并每晚自动运行 / run npx yige backup, every night by itself'
  if (!last) return wrong('从来没有备份过 / never made', remedy)
  const days = (now.getTime() - last.at.getTime()) / dayMs
  const told = `${days.toFixed(1)} 天前，${last.isLocked ? '已加密 / encrypted' : '未加密 / not encrypted'}`
  if (days > mostDays.wrong) return wrong(told, remedy)
  return days > mostDays.warn ? warn(told, remedy) : good(told)
}

export const queueChecks: readonly InstallationCheck[] = [
  ['dead letters', deadLetters],
  ['queue', queueLag],
  ['backup', backups],
]
