import type { World } from '../world.ts'

/** Tables a refused call may write to: that somebody was refused, tried a password or a code, and when a session was last used. */
const mayChange = new Set(['audit_entries', 'sessions', 'sign_in_failures', 'one_time_codes'])

/** A sum over the rows of each table. */
export async function contentOf(world: World): Promise<Map<string, string>> {
  const tables = await world.rows<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const kept = tables.map(({ name }) => name).filter((name) => !mayChange.has(name))
  const sums = kept.map(
    (name) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
  )
  const rows = await world.rows<{ name: string; sum: string }>(sums.join(' union all '))
  return new Map(rows.map(({ name, sum }) => [name, sum]))
}
