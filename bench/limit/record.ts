import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { serve } from '#kernel/server/serve.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { identify } from '#modules/people/server/door.ts'
import { endpoints } from '#policy/modules.ts'
import type { BenchDatabase } from '../bench-database.ts'
import { benchDistrict } from '../fill/district.ts'
import { type Crew, phonesOf } from '../load/actors.ts'
import type { Request } from '../load/http-lane.ts'
import { reportCall, staffCalls } from '../load/lifecycle-calls.ts'

export type Sent = { text: string; values: readonly unknown[] }

/** What one lifecycle sends to the database, and which of the values are this one matter's own. */
export type Recording = {
  statements: Sent[]
  /** A value that must be another one each time, with the SQL that makes it. */
  own: { value: string; fresh: string }[]
}

/**
 * Lets one lifecycle through the product's own routes in this process and writes down every statement with its values.
 * So the limit is measured with what the product sends, whatever that will be.
 */
export async function recordLifecycle(database: BenchDatabase, crew: Crew): Promise<Recording> {
  const app = await serverOf(database)
  const [phone] = phonesOf(database.secretKey, 1)
  if (!phone) throw new Error('there is no phone')
  // What is kept in the process for some seconds is read by this one and not by the one that is recorded.
  await send(app, reportCall(crew, phone, uuidv7()))
  const statements: Sent[] = []
  const stopListening = listen(database.pool, statements)
  const key = uuidv7()
  await send(app, reportCall(crew, phone, key))
  const made = await ownValues(database, key)
  const calls = staffCalls(crew, made.id).map(([, request]) => request)
  for (const request of calls) await send(app, request)
  stopListening()
  await app.close()
  const keys = [key, ...calls.map((request) => request.headers?.['idempotency-key'] ?? '')]
  return { statements, own: freshValues(made, keys) }
}

/** What these calls send to the database, each asked once before so that nothing is read that is kept for some seconds. */
export async function recordCalls(database: BenchDatabase, calls: readonly Request[]): Promise<Recording> {
  const app = await serverOf(database)
  for (const request of calls) await send(app, request)
  const statements: Sent[] = []
  const stopListening = listen(database.pool, statements)
  for (const request of calls) await send(app, request)
  stopListening()
  await app.close()
  return { statements, own: [] }
}

/** The product's own routes in this process. */
const serverOf = (database: BenchDatabase): Promise<FastifyInstance> =>
  serve({
    ground: database.ground,
    identify,
    publicUrl: undefined,
    sessionSeconds: 3600,
    endpoints,
    protocols: [],
    trustProxy: 0,
    version: 'bench',
  })

async function send(app: FastifyInstance, { method, path, headers = {}, body }: Request): Promise<void> {
  const how = { method, url: `/api/v1${path}`, headers, ...(body && { payload: body }) }
  const answer = await app.inject(how)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
}

type Made = { id: string; number: string; query_code: string }

const freshValues = ({ id, number, query_code }: Made, keys: readonly string[]): Recording['own'] => [
  { value: number, fresh: `'limit-' || nextval('bench_limit')` },
  { value: query_code, fresh: `'L' || (100000000 + nextval('bench_limit'))` },
  ...[id, ...keys].map((value) => ({ value, fresh: 'gen_random_uuid()::text' })),
]

async function ownValues({ pool }: BenchDatabase, reportId: string): Promise<Made> {
  const { rows } = await pool.query<Made>(
    `/* bench */ select m.id, m.number, r.query_code from reports r
     join matters m on m.district_id = r.district_id and m.id = r.matter_id where r.district_id = $1 and r.id = $2`,
    [benchDistrict, reportId],
  )
  if (!rows[0]) throw new Error('a report that was just sent is gone')
  return rows[0]
}

type Query = (what: string | { text: string; values?: unknown[] }, ...more: unknown[]) => unknown

/** Writes down what goes through the pool's connections until the returned function is called. */
function listen(pool: pg.Pool, statements: Sent[]): () => void {
  const heard = new Map<pg.PoolClient, Query>()
  const onAcquire = (client: pg.PoolClient): void => {
    if (heard.has(client)) return
    const query = client.query.bind(client) as Query
    heard.set(client, query)
    const listening: Query = (what, ...more) => {
      const text = typeof what === 'string' ? what : what.text
      const values = typeof what === 'string' ? [] : (what.values ?? [])
      if (!text.startsWith('/* bench */')) statements.push({ text, values })
      return query(what, ...more)
    }
    Object.assign(client, { query: listening })
  }
  pool.on('acquire', onAcquire)
  return () => {
    pool.off('acquire', onAcquire)
    for (const [client, query] of heard) Object.assign(client, { query })
  }
}
