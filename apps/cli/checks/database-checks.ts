import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Found, good, warn, wrong } from '#kernel/server/check.ts'
import { isMigrated } from '#kernel/server/migrate.ts'
import { migrationsDir } from '../../server/open.ts'
import type { Checking, InstallationCheck } from './checking.ts'

type Pool = Checking['opened']['pool']

async function oneRow<Row extends object>(pool: Pool, text: string): Promise<Row> {
  const [row] = (await pool.query<Row>(text)).rows
  if (!row) throw new Error(`no row: ${text}`)
  return row
}

async function version({ opened }: Checking): Promise<Found> {
  const asked =
    "select current_setting('server_version') as text, current_setting('server_version_num')::int as number"
  const { text, number } = await oneRow<{ text: string; number: number }>(opened.pool, asked)
  const told = `PostgreSQL ${text}${opened.embedded ? ' (embedded)' : ''}`
  if (number < 150_000) return wrong(told, '升级到 15 或更新 / upgrade to 15 or newer')
  return good(told)
}

type Locale = { encoding: string; ctype: string; provider: string; grown: boolean; sorts: boolean }

/** Chinese is searched and sorted by what the database was made with; that cannot be changed later. */
async function locale({ opened }: Checking): Promise<Found> {
  const found = await oneRow<Locale>(
    opened.pool,
    `select pg_encoding_to_char(encoding) as encoding, datctype as ctype, datlocprovider::text as provider,
       coalesce(datcollversion <> pg_database_collation_actual_version(oid), false) as grown,
       exists (select 1 from pg_collation where collname = 'zh-x-icu') as sorts
     from pg_database where datname = current_database()`,
  )
  const told = `${found.encoding}, ${found.ctype}`
  const anew = `用 --encoding UTF8 --locale C.UTF-8 --template template0 另建数据库再恢复备份 / make a database with these and restore a backup into it`
  if (found.encoding !== 'UTF8') return wrong(told, anew)
  if (found.provider === 'c' && /^(C|POSIX)$/.test(found.ctype)) return warn(told, anew)
  if (found.grown) {
    return warn(
      `${told}：操作系统的排序规则变了 / the system's collation has changed`,
      'reindex database … ; alter database … refresh collation version',
    )
  }
  if (!found.sorts)
    return warn(
      `${told}：没有 zh-x-icu / no zh-x-icu`,
      '换带 ICU 的 PostgreSQL / use a PostgreSQL built with ICU',
    )
  return good(told)
}

async function schema({ opened }: Checking): Promise<Found> {
  const migrated = await isMigrated(opened.pool, migrationsDir).catch(() => false)
  return migrated
    ? good('最新 / newest')
    : wrong(
        '不是最新 / not the newest',
        '运行 npx yige migrate，或重启服务 / run npx yige migrate, or restart',
      )
}

const mostSkew = { warn: 1_000, wrong: 10_000 }

/** Promises are counted with the server's clock and constraints with the database's. */
async function clocks({ opened }: Checking): Promise<Found> {
  const before = Date.now()
  const { at } = await oneRow<{ at: Date }>(opened.pool, 'select clock_timestamp() as at')
  const skew = Math.round(at.getTime() - (before + Date.now()) / 2)
  const told = `相差 ${Math.abs(skew)} 毫秒 / ms apart`
  const remedy = '两台机器都开时间同步（chrony）/ let both machines keep time (chrony)'
  if (Math.abs(skew) > mostSkew.wrong) return wrong(told, remedy)
  return Math.abs(skew) > mostSkew.warn ? warn(told, remedy) : good(told)
}

async function connections({ opened, settings }: Checking): Promise<Found> {
  const { most, used } = await oneRow<{ most: number; used: number }>(
    opened.pool,
    `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most,
       (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used`,
  )
  // Those of a server, and of its queue with the listener.
  const needed = settings.poolSize + 5
  const told = `${used} / ${most}`
  const remedy =
    '调大 max_connections，调小 YIGE_POOL_SIZE，或加 PgBouncer / raise it, lower the pool, or put PgBouncer in front'
  if (most - used < 3) return wrong(told, remedy)
  return used > most * 0.8 || most < needed ? warn(told, remedy) : good(told)
}

/** Whether something between us and the server hands a connection to whoever comes next. */
async function pooler({ opened, settings }: Checking): Promise<Found> {
  const { databaseUrl, directUrl, prepares } = settings
  if (!databaseUrl) return good('直连 / direct')
  if (!(await sharesConnections(databaseUrl))) return good('直连或会话模式 / direct, or one connection each')
  const told = '事务模式的连接池 / a pooler in transaction mode'
  if (directUrl === databaseUrl) {
    return wrong(
      told,
      '把 DATABASE_DIRECT_URL 设为 PostgreSQL 本身的地址 / set DATABASE_DIRECT_URL to the server itself',
    )
  }
  if (prepares && !(await keepsPrepared(opened.pool))) {
    return wrong(
      told,
      'PgBouncer 1.21 起设 max_prepared_statements=1000；更旧的设 YIGE_PREPARED_STATEMENTS=0 / since 1.21 set max_prepared_statements, before it turn ours off',
    )
  }
  return good(told)
}

/** In transaction mode what one client set in a session is met by the next one that gets the connection. */
async function sharesConnections(url: string): Promise<boolean> {
  const mark = randomUUID()
  const [first, second] = [new pg.Client(url), new pg.Client(url)]
  await Promise.all([first.connect(), second.connect()])
  try {
    await first.query("select set_config('yige.probe', $1, false)", [mark])
    const { rows } = await second.query<{ met: string }>("select current_setting('yige.probe', true) as met")
    await first.query("select set_config('yige.probe', '', false)")
    return rows[0]?.met === mark
  } finally {
    await Promise.all([first.end(), second.end()])
  }
}

async function keepsPrepared(pool: Pool): Promise<boolean> {
  const ask = async (): Promise<void> => {
    const client = await pool.connect()
    try {
      for (let turn = 0; turn < 5; turn += 1) await client.query({ name: 'doctor.probe', text: 'select 1' })
    } finally {
      client.release()
    }
  }
  return Promise.all(Array.from({ length: 8 }, ask)).then(
    () => true,
    () => false,
  )
}

export const databaseChecks: readonly InstallationCheck[] = [
  ['postgresql', version],
  ['locale', locale],
  ['schema', schema],
  ['clocks', clocks],
  ['connections', connections],
  ['pooler', pooler],
]
