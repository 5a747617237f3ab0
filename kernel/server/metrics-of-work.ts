import { Gauge, Registry } from 'prom-client'
import type { Pool } from './database.ts'

type Standing = { waiting: number; late: number; dead: number; backup: number | null }

const keptMs = 15_000

// Without a queue or a backup there is nothing to count: then these tables are missing or empty.
const standing = `
  select count(*) filter (where name <> 'dead-letters' and start_after <= now())::int as waiting,
    coalesce(extract(epoch from now() - min(start_after) filter (where name <> 'dead-letters' and start_after <= now())), 0)::float as late,
    count(*) filter (where name = 'dead-letters')::int as dead,
    (select extract(epoch from now() - max(made_at))::float from backups) as backup
  from jobs.job where state in ('created', 'retry')`

/** How the background work and the backups stand, asked of the database at most every 15 seconds. */
export function workMetrics(pool: Pool): () => Promise<string> {
  const registry = new Registry()
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] })
  const waiting = gauge('yige_queue_waiting', 'Jobs that could run and wait.')
  const late = gauge('yige_queue_oldest_seconds', 'How long the oldest of them has waited.')
  const dead = gauge('yige_queue_dead_letters', 'Jobs given up after several tries.')
  const backup = gauge('yige_backup_age_seconds', 'Since the last backup; -1 when none was ever made.')
  let asked: { at: number; row: Promise<Standing | undefined> } | undefined
  return async () => {
    if (!asked || Date.now() - asked.at > keptMs) {
      const row = pool.query<Standing>(standing).then(({ rows }) => rows[0])
      asked = { at: Date.now(), row: row.catch(() => undefined) }
    }
    const row = await asked.row
    if (!row) return ''
    waiting.set(row.waiting)
    late.set(row.late)
    dead.set(row.dead)
    backup.set(row.backup ?? -1)
    return registry.metrics()
  }
}
