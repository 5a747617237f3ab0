import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { freePort, type Started, startYige, stopYige, untilReady } from './process.ts'

let database: TestDatabase
let urls: string[] = []
const running: Started[] = []
let door = ''

beforeAll(async () => {
  database = await openTestDatabase()
  const shared = {
    DATABASE_URL: database.url,
    YIGE_SECRET_KEY: database.secretKey,
    YIGE_DATA_DIR: database.dataDir,
  }
  const ports = [await freePort(), await freePort()]
  urls = ports.map((port) => `http://127.0.0.1:${port}`)
  running.push(
    ...ports.map((port) => startYige(['serve', '--role', 'server'], { ...shared, PORT: String(port) })),
    startYige(['serve', '--role', 'worker'], shared),
  )
  await Promise.all(urls.map((url, index) => untilReady(url, running[index] ?? fail())))
  const { rows } = await database.pool.query<{ token: string }>('select token from door_codes limit 1')
  door = rows[0]?.token ?? ''
}, 180_000)

afterAll(async () => {
  await Promise.all(running.map((each) => stopYige(each)))
  await database.close()
})

function fail(): never {
  throw new Error('no such server')
}

async function ask(
  server: 0 | 1,
  method: string,
  path: string,
  rest: { body?: object; headers?: object } = {},
) {
  const response = await fetch(`${urls[server]}/api/v1${path}`, {
    method,
    headers: {
      ...(rest.body && { 'content-type': 'application/json' }),
      'idempotency-key': uuidv7(),
      ...rest.headers,
    },
    ...(rest.body && { body: JSON.stringify(rest.body) }),
  })
  const body: Record<string, unknown> = await response.json()
  return { status: response.status, body, cookies: response.headers.getSetCookie() }
}

const report = (words: string) => ({ body: { door, subject: 'pests', words, photoIds: [] } })

it('reads on one server what was reported on the other', async () => {
  const { body: receipt } = await ask(0, 'POST', '/reports', report('车库有老鼠。'))
  const read = await ask(1, 'GET', `/receipts/${String(receipt['code'])}`)
  expect(read.body).toMatchObject({ number: receipt['number'], words: '车库有老鼠。' })
})

it('knows on one server who signed in on the other, until they sign out there', async () => {
  const body = { login: 'wangfang', password: 'yige-demo-2026' }
  const signedIn = await ask(0, 'POST', '/session', { body })
  const cookie = signedIn.cookies.find((each) => each.startsWith('yige_session='))?.split(';')[0] ?? ''
  const headers = { cookie }
  expect((await ask(1, 'GET', '/session', { headers })).body).toMatchObject({ name: '王芳' })
  expect((await ask(1, 'DELETE', '/session', { headers })).status).toBe(200)
  expect((await ask(0, 'GET', '/session', { headers })).status).toBe(401)
})

it('does a write once when both servers get it at the same moment', async () => {
  const headers = { 'idempotency-key': uuidv7() }
  const sent = { ...report('两台同时收到。'), headers }
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => ask(at % 2 === 0 ? 0 : 1, 'POST', '/reports', sent)),
  )
  expect(answers.map((each) => each.status)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(new Set(answers.map((each) => each.body['code'])).size).toBe(1)
  const { rows } = await database.pool.query('select 1 from reports where words = $1', ['两台同时收到。'])
  expect(rows).toHaveLength(1)
})

it('works off on the worker what a server enqueued', { timeout: 60_000 }, async () => {
  const body = { login: 'zhengkai', password: 'yige-demo-2026', bearer: true }
  const { body: signedIn } = await ask(0, 'POST', '/session', { body })
  const headers = { authorization: `Bearer ${String(signedIn['token'])}` }
  const { body: receipt } = await ask(1, 'POST', '/reports', report('等网格员来。'))
  const { rows } = await database.pool.query<{ id: string; handler_id: string; post_id: string }>(
    `select m.id, m.handler_id, p.id as post_id from matters m join posts p on p.account_id = m.handler_id
     where m.number = $1`,
    [receipt['number']],
  )
  const matter = rows[0] ?? fail()
  await ask(0, 'DELETE', `/posts/${matter.post_id}`, { headers })
  await expect
    .poll(
      async () =>
        (await database.pool.query('select handler_id from matters where id = $1', [matter.id])).rows[0]
          ?.handler_id,
      { timeout: 30_000, interval: 200 },
    )
    .not.toBe(matter.handler_id)
})
