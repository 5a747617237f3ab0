import { Client } from 'pg'
import { databaseUser } from './cluster.ts'
import { errorCode } from './processes.ts'

/** Where a server listens: `host` is a socket folder or an address. */
export type Endpoint = { host: string; port: number; password: string }

/** `ready` with the server's version; `busy` starting, recovering or stopping; `silent` when nothing answers. */
export type Answer =
  | { state: 'ready'; version: string }
  | { state: 'busy' }
  | { state: 'silent'; reason: string }

const answerWithin = 3_000

/** Asks the server for its version, at most three seconds. Throws when it answers but refuses us. */
export async function askServer(endpoint: Endpoint): Promise<Answer> {
  try {
    const version = await withClient(endpoint, 'postgres', async (client) => {
      const result = await client.query<{ server_version: string }>('show server_version')
      return result.rows[0]?.server_version ?? ''
    })
    return { state: 'ready', version }
  } catch (error) {
    const code = errorCode(error) ?? ''
    if (code === '57P03' || code === '57P01') return { state: 'busy' }
    if (code === '53300') return { state: 'ready', version: '' }
    if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) throw error
    return { state: 'silent', reason: String(error) }
  }
}

/** Creates the database when it is missing, with the encoding and locale the cluster was made with. */
export async function ensureDatabase(endpoint: Endpoint, database: string): Promise<void> {
  await withClient(endpoint, 'postgres', async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount) return
    try {
      await client.query(`create database ${client.escapeIdentifier(database)} template template0`)
    } catch (error) {
      if (errorCode(error) !== '42P04') throw error
    }
  })
}

/** A connection string that `pg` and libpq both read; a socket folder goes into the query part. */
export function connectionUrl(endpoint: Endpoint, database: string): string {
  const login = `${databaseUser}:${encodeURIComponent(endpoint.password)}`
  const name = encodeURIComponent(database)
  if (!endpoint.host.startsWith('/')) return `postgresql://${login}@${endpoint.host}:${endpoint.port}/${name}`
  return `postgresql://${login}@localhost:${endpoint.port}/${name}?host=${encodeURIComponent(endpoint.host)}`
}

async function withClient<T>(
  endpoint: Endpoint,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    ...endpoint,
    user: databaseUser,
    database,
    connectionTimeoutMillis: answerWithin,
    query_timeout: 60_000,
    // A set PGOPTIONS or PGSSLMODE is meant for another server.
    options: '',
    ssl: false,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
