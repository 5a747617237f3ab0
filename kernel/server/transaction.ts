import type pg from 'pg'
import { databaseOn, gather, type Database, type Parameter, type Pool, type Statement } from './database.ts'

export type TransactionMode = 'read' | 'write'

/** An open transaction as the kernel sees it. */
export type Sending = {
  readonly db: Database
  readonly client: pg.PoolClient
  /** Starts a write nobody waits for: it goes out with the commit, and its failure fails the commit. */
  send(what: Statement<unknown>, values: readonly Parameter[]): void
}

const begin: Record<TransactionMode, string> = {
  // Repeatable read: all statements of one answer see one moment.
  read: 'begin isolation level repeatable read read only',
  write: 'begin',
}

function beginOn(client: pg.PoolClient, mode: TransactionMode): Promise<unknown> {
  gather(client)
  return client.query(begin[mode])
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * `begin` leaves together with the first statement of the work, the last writes together with the commit (pipelined).
 * Nothing else in the product opens a transaction.
 */
export async function inTransaction<Result>(
  pool: Pool,
  mode: TransactionMode,
  work: (sending: Sending) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  let first: { error: unknown } | undefined
  try {
    const pending: Promise<unknown>[] = []
    const start = (query: Promise<unknown>): void => {
      // What follows a failed statement fails too, with less to say: the first failure is the one to tell.
      query.catch((error: unknown) => (first ??= { error }))
      pending.push(query)
    }
    const db = databaseOn(client)
    start(beginOn(client, mode))
    const send: Sending['send'] = (what, values) => start(db.rows(what, values))
    const result = await work({ db, client, send })
    await commit(client, pending)
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw first?.error ?? error
  } finally {
    client.release(broken)
  }
}

async function commit(client: pg.PoolClient, pending: readonly Promise<unknown>[]): Promise<void> {
  gather(client)
  const committed = client.query('commit')
  committed.catch(() => undefined)
  await Promise.all(pending)
  // PostgreSQL answers ROLLBACK to the commit of a failed transaction; taking that for success would lose data silently.
  if ((await committed).command !== 'COMMIT') throw new Error('the transaction was rolled back at commit')
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
