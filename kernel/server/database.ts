import { createHash } from 'node:crypto'
import type { Compilable } from 'kysely'
import pg from 'pg'

// PostgreSQL's bigint is only ever used here for counts and numbers far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A calendar day has no time zone: keep the text the database gave.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** A statement with a name: PostgreSQL parses and plans it once a connection. */
export type Statement<Row> = { readonly name: string; readonly text: string; readonly row?: Row }

/** Declares a named statement; the type parameter is the shape of its rows. */
export const statement = <Row = Record<string, unknown>>(name: string, text: string): Statement<Row> => ({
  name,
  text,
})

export type Parameter =
  | string
  | number
  | boolean
  | Date
  | Buffer
  | null
  | undefined
  | readonly unknown[]
  | object

/** One connection as commands see it. Queries may be started without waiting: they are pipelined in order. */
export type Database = {
  rows<Row>(what: Statement<Row>, values: readonly Parameter[]): Promise<Row[]>
  rows<Row>(what: Compilable<Row>): Promise<Row[]>
  row<Row>(what: Statement<Row>, values: readonly Parameter[]): Promise<Row | undefined>
  row<Row>(what: Compilable<Row>): Promise<Row | undefined>
}

const names = new Map<string, string>()
/** Names of built queries: few shapes exist, so each becomes a prepared statement too. Past the cap they run unnamed. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= 500) return undefined
  const name = `q_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`
  names.set(text, name)
  return name
}

type Corked = { cork(): void; uncork(): void; writableCorked?: number }

/**
 * Holds back what goes to PostgreSQL until the end of this turn: a statement is five small messages, and pipelined ones
 * then leave in one write instead of many (a good third of the server's time otherwise).
 */
export function gather(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Corked } }).connection
  if (stream.writableCorked) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

export function databaseOn(client: pg.ClientBase): Database {
  async function rows<Row>(
    what: Statement<Row> | Compilable<Row>,
    values: readonly Parameter[] = [],
  ): Promise<Row[]> {
    gather(client)
    if ('compile' in what) {
      const { sql, parameters } = what.compile()
      const name = nameOf(sql)
      const config = { text: sql, values: [...parameters], ...(name && { name }) }
      return (await client.query(config)).rows as Row[]
    }
    return (await client.query({ name: what.name, text: what.text, values: [...values] })).rows as Row[]
  }
  async function row<Row>(what: Statement<Row> | Compilable<Row>, values: readonly Parameter[] = []) {
    const found = 'compile' in what ? await rows(what) : await rows(what, values)
    return found[0]
  }
  return { rows, row }
}

export type Pool = pg.Pool

/** The same statements without their names, for a pooler that hands each transaction another connection. */
function unnamed(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const plain = (first: unknown, ...rest: unknown[]): unknown => {
    if (typeof first !== 'object' || first === null || !('name' in first)) return query(first, ...rest)
    const { name: _name, ...config } = first
    return query(config, ...rest)
  }
  client.query = plain as typeof client.query
}

export function openPool(url: string, size: number, prepares = true): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'yige',
  })
  // Every statement is named and its plan hangs on indexes, not on values: planning anew each time cost more than running.
  pool.on('connect', (client) => {
    if (!prepares) unnamed(client)
    client.query('set plan_cache_mode = force_generic_plan').catch(() => undefined)
  })
  // An idle connection that breaks is replaced on next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}
