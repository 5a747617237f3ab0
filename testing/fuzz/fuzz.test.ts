import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/server/uuid.ts'
import type { Role } from '#modules/people/contract.ts'
import { verifyMatters } from '#modules/matters/server/verify.ts'
import { openWorld, type World } from '../world.ts'
import { contentOf } from './content.ts'
import { codesOf, type Operation, readOperations, requestsTo, type Sent } from './operations.ts'
import type { Known } from './values.ts'

/** More, or others: YIGE_FUZZ_RUNS=500 YIGE_FUZZ_SEED=7 npm test -- testing/fuzz */
const runs = Number(process.env['YIGE_FUZZ_RUNS'] || 24)
const seed = Number(process.env['YIGE_FUZZ_SEED'] || 20_261_130)
const patienceMs = 20_000

let world: World
let operations: Operation[]
let known: Known
beforeAll(async () => {
  world = await openWorld()
  operations = await readOperations(world.app)
  await world.answered({ phone: '13900001111' })
  known = await valuesThatAreThere()
})
afterAll(() => world.close())

/** Numbers, names and codes of things in the district, from every table. */
async function valuesThatAreThere(): Promise<Known> {
  const columns = await world.rows<{ table: string; column: string; type: string }>(
    `select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and (c.data_type = 'uuid' or c.column_name in ('key', 'token', 'query_code', 'number', 'role', 'kind', 'login'))
     order by 1, 2`,
  )
  const found: Known = { uuids: [], integers: [0, 1, 2, 3], strings: ['路灯不亮', '2026-11', '13800000000'] }
  for (const { table, column, type } of columns) {
    const rows = await world.rows<{ value: string }>(
      `select distinct ${column}::text as value from ${table} where ${column} is not null order by 1 limit 12`,
    )
    const values = rows.map(({ value }) => value)
    if (type === 'uuid') found.uuids.push(...values)
    else found.strings.push(...values)
  }
  found.integers.push(
    ...(await world.rows<{ id: number }>('select id from areas order by id')).map(({ id }) => id),
  )
  return found
}

/** Posts one person may hold together; the administrators are kept apart. */
const insiders: readonly (readonly Role[])[] = [
  [
    'district_admin',
    'district_staff',
    'street_leader',
    'street_staff',
    'community_secretary',
    'community_clerk',
    'grid_worker',
  ],
  ['security_admin'],
  ['auditor'],
]

/** Somebody new with these posts over the whole district: whatever an earlier call ended, this one is there. */
async function newInsider(roles: readonly Role[]): Promise<string> {
  const accountId = uuidv7()
  await world.rows(
    `insert into accounts (district_id, id, login, name, password_hash, created_at)
     select $1, $2, $3, '试用', password_hash, now() from accounts order by login limit 1`,
    [world.district.id, accountId, `insider-${accountId.slice(-12)}`],
  )
  // One person at a time works a grid.
  await world.rows(`delete from posts where district_id = $1 and area_id = 1 and role = 'grid_worker'`, [
    world.district.id,
  ])
  for (const role of roles)
    await world.rows(
      `insert into posts (district_id, id, account_id, role, area_id, valid_from) values ($1, $2, $3, $4, 1, '2020-01-01')`,
      [world.district.id, uuidv7(), accountId, role],
    )
  const token = randomBytes(32).toString('base64url')
  await world.rows(
    `insert into sessions (district_id, token_hash, account_id, created_at, expires_at)
     values ($1, $2, $3, now(), now() + interval '1 hour')`,
    [world.district.id, createHash('sha256').update(token).digest(), accountId],
  )
  return token
}

/** Sessions the route is open to; the signed-out one where it is open to nobody else. */
async function sessionsFor(operation: Operation): Promise<(string | undefined)[]> {
  const [sample] = fc.sample(requestsTo(operation, known), { numRuns: 1, seed })
  const open: string[] = []
  for (const roles of insiders) {
    const session = await newInsider(roles)
    const told = sample && (await send(operation, sample, session))
    if (told?.code !== 'permission.refused') open.push(await newInsider(roles))
  }
  return open.length > 0 ? open : [undefined]
}

type Told = { status: number; code: string | undefined }

/** One request by a browser of its own, which no limit of calls has counted before. */
async function send(operation: Operation, { url, body }: Sent, session: string | undefined): Promise<Told> {
  const { device, host } = world.browser()
  const cookies = [`yige_device=${device}`, ...(session ? [`yige_session=${session}`] : [])]
  const asking = world.app.inject({
    method: operation.method,
    url,
    headers: {
      host,
      cookie: cookies.join('; '),
      ...(operation.method !== 'GET' && { 'idempotency-key': uuidv7() }),
      ...(body && { 'content-type': body.type }),
    },
    ...(body && { payload: body.payload }),
  })
  const late = sleep(patienceMs).then(() => undefined)
  const answer = await Promise.race([asking, late])
  if (!answer) throw new Error(`no answer within ${patienceMs} ms`)
  const isJson = /json/.test(String(answer.headers['content-type']))
  const code = isJson ? answer.json<{ code?: string } | null>()?.code : undefined
  return { status: answer.statusCode, code }
}

/** A service of somebody else's that is not there, where the document says that this is how it is told. */
const isOthersFailure = (operation: Operation, { status, code }: Told): boolean =>
  status === 503 && code !== 'server.error' && codesOf(operation, status).includes(code)

const isRefused = ({ status }: Told): boolean => status >= 400

describe('whatever is sent', () => {
  it('is what the API document lists', () => {
    expect(operations.length).toBeGreaterThan(150)
  })

  it('to any route is answered, never with a failure of our own, and refusals are those of the document', async () => {
    const wrong: string[] = []
    const done: string[] = []
    for (const operation of operations) {
      const sent = fc.sample(requestsTo(operation, known), { numRuns: runs, seed })
      const sessions = [...(await sessionsFor(operation)), undefined]
      for (const [at, each] of sent.entries()) {
        const told = await send(operation, each, sessions[at % sessions.length]).catch((error: Error) => ({
          status: 599,
          code: error.message,
        }))
        if (!isRefused(told)) done.push(operation.name)
        const isKnown = !isRefused(told) || codesOf(operation, told.status).includes(told.code)
        if (isKnown && (told.status < 500 || isOthersFailure(operation, told))) continue
        wrong.push(
          `${operation.name}: ${told.status} ${told.code} for ${each.url} ${each.body?.payload.slice(0, 400) ?? ''}`,
        )
        break
      }
    }
    expect(wrong).toEqual([])
    // Most routes are got through to: what is only ever refused at the door tries nothing behind it.
    const never = operations.filter(({ name }) => !done.includes(name)).map(({ name }) => name)
    expect(never.length).toBeLessThan(operations.length / 2)
  }, 900_000)

  it('and refused leaves nothing half done', async () => {
    const changed: string[] = []
    let refusals = 0
    for (const operation of operations.filter(({ method }) => method !== 'GET')) {
      const sent = fc.sample(requestsTo(operation, known), { numRuns: runs, seed: seed + 1 })
      const [session] = await sessionsFor(operation)
      const refused: Sent[] = []
      for (const each of sent) if (isRefused(await send(operation, each, session))) refused.push(each)
      const before = await contentOf(world)
      let isAnyDone = false
      for (const each of refused) isAnyDone ||= !isRefused(await send(operation, each, session))
      refusals += refused.length
      const differing = differences(before, await contentOf(world))
      if (!isAnyDone && differing.length > 0) changed.push(`${operation.name}: ${differing.join(' ')}`)
    }
    expect(changed).toEqual([])
    expect(refusals).toBeGreaterThan(operations.length)
  }, 900_000)

  it('leaves histories and figures whole', async () => {
    const { findings } = await world.at(new Date(), undefined, (ctx) => verifyMatters(ctx))
    expect(findings).toEqual([])
  }, 60_000)
})

const differences = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].flatMap(([table, sum]) => (before.get(table) === sum ? [] : [table]))
