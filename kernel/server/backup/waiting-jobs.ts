import type pg from 'pg'

/** Background work that waited when the backup was made: its queue, what it is about, and not before when. */
export type WaitingJob = { name: string; data: object; startAfter: string }

const isThere = "select to_regclass('jobs.job') is not null as there"

// What is due by the clock alone (a nightly job) is planned anew by itself; it names no district.
const listWaiting = `
  select name, data, start_after as "startAfter" from jobs.job
  where state in ('created', 'retry', 'active') and data ? 'district' order by created_on, id`

/** In the snapshot of the tables, so that a job and what it is about fit together. */
export async function waitingJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows: found } = await client.query<{ there: boolean }>(isThere)
  if (!found[0]?.there) return []
  return (await client.query<WaitingJob>(listWaiting)).rows
}
