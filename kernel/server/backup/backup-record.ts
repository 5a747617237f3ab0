import type { Pool } from '../database.ts'

/** Notes that a backup was made; it holds every district. */
export async function noteBackup(
  pool: Pool,
  made: { at: Date; bytes: number; isLocked: boolean },
): Promise<void> {
  await pool.query(
    `insert into backups (district_id, made_at, bytes, is_locked) select id, $1, $2, $3 from districts`,
    [made.at, made.bytes, made.isLocked],
  )
}

/** When the last backup was made. */
export async function lastBackup(pool: Pool): Promise<{ at: Date; isLocked: boolean } | undefined> {
  const { rows } = await pool.query<{ at: Date; isLocked: boolean }>(
    'select made_at as at, is_locked as "isLocked" from backups order by made_at desc limit 1',
  )
  return rows[0]
}
