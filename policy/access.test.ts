import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kernelProblems } from '#kernel/server/problems.ts'
import { serve } from '#kernel/server/serve.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { route, type RouteDeclaration } from '#kernel/contract/route.ts'
import { Type } from 'typebox'
import { roles as roleNames, type Role } from '#modules/people/contract.ts'
import { identify } from '#modules/people/server/door.ts'
import { areasOfRole } from '#modules/people/server/roles.ts'
import type { Caller } from '#testing/caller.ts'
import { allContracts } from '#testing/contracts.ts'
import { openWorld, type World } from '#testing/world.ts'
import { accessMatrix, mayCall } from './access-matrix.ts'
import { endpoints } from './modules.ts'
import { permissions, permissionsOf } from './roles.ts'

const contracts = await allContracts()
const declared = contracts.flatMap(({ module, routes }) =>
  Object.entries(routes).map(([name, each]) => ({ module, name, route: each })),
)
const scoped = declared.filter((each) => each.route.scope === 'area' || each.route.scope === 'district')

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Somebody who holds one role and nothing else, signed in. */
async function holderOf(role: Role): Promise<Caller> {
  const kind = areasOfRole[role][0] ?? 'grid'
  const areaId = await world.value<number>(
    `select a.id from areas a where a.kind = $1 order by exists (
       select 1 from posts p where p.area_id = a.id and p.role = $2) limit 1`,
    [kind, role],
  )
  const accountId = uuidv7()
  await world.rows(
    `insert into accounts (district_id, id, login, name, password_hash, created_at) values ($1, $2, $3, $3, '-', now())`,
    [world.district.id, accountId, `only.${role}`.replaceAll('_', '-')],
  )
  await world.rows(
    `insert into posts (district_id, id, account_id, role, area_id, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [world.district.id, uuidv7(), accountId, role, areaId],
  )
  const token = randomBytes(32).toString('base64url')
  await world.rows(
    `insert into sessions (district_id, token_hash, account_id, created_at, expires_at)
     values ($1, $2, $3, now(), now() + interval '1 hour')`,
    [world.district.id, createHash('sha256').update(token).digest(), accountId],
  )
  const caller = world.browser()
  caller.session = token
  return caller
}

describe('every route', () => {
  it('is declared in a contract and served', () => {
    const served = new Set(endpoints.map((endpoint) => endpoint.route))
    expect(declared.filter((each) => !served.has(each.route)).map((each) => each.name)).toEqual([])
    expect(served.size).toBe(declared.length)
  })

  it('says what it does', () => {
    for (const each of declared) expect(each.route.summary, each.name).toMatch(/\S{3}/)
  })

  it('has its own method and path', () => {
    const addresses = declared.map(({ route: { method, path } }) => `${method} ${path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('is refused to the signed-out with 401 unless it is public', async () => {
    const visitor = world.browser()
    for (const each of declared) {
      const { status } = await visitor.asks(each.route, { key: undefined, params: placeholders(each.route) })
      if (mayCall(each.route, undefined)) expect([401, 403], each.name).not.toContain(status)
      else expect(status, each.name).toBe(401)
    }
  })

  it.each(roleNames)('is open to %s exactly as the table of roles says', async (role) => {
    const holder = await holderOf(role)
    for (const each of declared) {
      const answer = await holder.asks(each.route, { key: undefined, params: placeholders(each.route) })
      const { code } = answer.body as { code?: string }
      if (mayCall(each.route, role)) {
        expect(answer.status, each.name).not.toBe(401)
        expect(code, each.name).not.toBe('permission.refused')
        expect(answer.status, each.name).toBeLessThan(500)
      } else {
        expect([answer.status, code], each.name).toEqual([403, 'permission.refused'])
      }
    }
  })
})

const placeholders = (each: { path: string }) =>
  Object.fromEntries([...each.path.matchAll(/:(\w+)/g)].map(([, name]) => [name ?? '', '1']))

describe('permissions', () => {
  it('are each held by some role', () => {
    const held = new Set(roleNames.flatMap((role) => [...permissionsOf(role)]))
    expect(permissions.filter((permission) => !held.has(permission))).toEqual([])
  })

  it('each open some route', () => {
    const used = new Set(declared.map((each) => each.route.permission))
    expect(permissions.filter((permission) => !used.has(permission))).toEqual([])
  })

  it('of routes are all known, so that nobody is locked out by a slip of the pen', () => {
    const known = new Set<string>([...permissions, 'public', 'signed-in'])
    expect(declared.filter((each) => !known.has(each.route.permission)).map((each) => each.name)).toEqual([])
  })

  it('reach no further than nothing or the own where the caller needs none', () => {
    const wide = declared.filter(({ route: { permission, scope } }) => {
      return (permission === 'public' || permission === 'signed-in') && scope !== 'none' && scope !== 'own'
    })
    expect(wide.map((each) => each.name)).toEqual([])
  })

  it('stand in the matrix, one row for each route', () => {
    const rows = accessMatrix()
      .split('\n')
      .filter((line) => line.startsWith('| /'))
    expect(rows).toHaveLength(declared.length)
    expect(rows.find((row) => row.includes('/contact-looks'))).toContain('matters.contact | area')
  })
})

describe('what lies outside the own posts', () => {
  it('has a case for every route that reaches into areas', () => {
    const cases = contracts.flatMap(({ module, cases: own }) =>
      Object.keys(own).map((name) => `${module}.${name}`),
    )
    expect(scoped.map(({ module, name }) => `${module}.${name}`).toSorted()).toEqual(cases.toSorted())
  })

  it.each(scoped)('$name works inside, is not there outside, and leaves a trace', async (each) => {
    const prepare = contracts.find(({ module }) => module === each.module)?.cases[each.name]
    if (!prepare) throw new Error('no case')
    const { inside, outside, input, refused } = await prepare(world)
    const trail = async () =>
      world.value<number>('select count(*)::int from audit_entries where actor_id = $1', [
        await world.accountOf(inside.login ?? ''),
      ])

    const stranger = await outside.asks(each.route, input)
    expect(stranger.status, JSON.stringify(stranger.body)).toBe(refused ?? 404)

    await inside.signsIn()
    const before = await trail()
    const done = await inside.asks(each.route, input)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    // A file reaches the caller a moment before its transaction commits.
    if (each.route.method !== 'GET') await expect.poll(trail).toBeGreaterThan(before)
  })
})

const fail = (): never => {
  throw new Error('nobody was made')
}

/** Somebody of another district with these posts, signed in there. */
async function neighbourOf(district: number, posts: readonly Role[]): Promise<Caller> {
  const accountId = uuidv7()
  await world.rows(
    `insert into accounts (district_id, id, login, name, password_hash, created_at)
     values ($1, $2, $3, '邻区管理员', '-', now())`,
    [district, accountId, `neighbour.${accountId.slice(-12)}`],
  )
  for (const role of posts) {
    await world.rows(
      `insert into posts (district_id, id, account_id, role, area_id, valid_from)
       values ($1, $2, $3, $4, 900001, '2020-01-01')`,
      [district, uuidv7(), accountId, role],
    )
  }
  const token = randomBytes(32).toString('base64url')
  await world.rows(
    `insert into sessions (district_id, token_hash, account_id, created_at, expires_at)
     values ($1, $2, $3, now(), now() + interval '1 hour')`,
    [district, createHash('sha256').update(token).digest(), accountId],
  )
  const neighbour = world.browser()
  neighbour.host = `${district}.localhost`
  neighbour.session = token
  return neighbour
}

/** An id of the right form for every parameter of a route, of something that is not there. */
function unknownIds({ params }: RouteDeclaration): Record<string, string | number> {
  const { properties = {} } = (params ?? {}) as { properties?: Record<string, { type?: string }> }
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type }]) => [name, type === 'integer' ? 1 : uuidv7()]),
  )
}

describe('another district in the same database', () => {
  it('sees nothing of the first, whatever ids it asks for', async () => {
    const other = 419800
    await world.rows(`insert into districts (id, name, hosts, created_at) values ($1, '邻区', $2, now())`, [
      other,
      ['419800.localhost'],
    ])
    // A district with nothing in it but its administrators: whatever is shown came from elsewhere.
    await world.rows(
      `insert into areas (district_id, id, kind, name, path, valid_from, changed_at)
       values ($1, 900001, 'district', '邻区', '{900001}', '2020-01-01', now())`,
      [other],
    )
    world.database.ground.districts.forget()
    // One account may not be two kinds of administrator: each route is asked by one that may call it.
    const neighbours = await Promise.all(
      (['district_admin', 'security_admin', 'auditor'] as const).map(async (kind) => {
        const posts: readonly Role[] = [kind, 'district_staff']
        return { posts, caller: await neighbourOf(other, posts) }
      }),
    )
    const neighbourFor = (each: RouteDeclaration): Caller => {
      const found = neighbours.find(({ posts }) => posts.some((role) => mayCall(each, role)))
      return (found ?? neighbours[0] ?? fail()).caller
    }

    const receipt = await world.report()
    const ids = {
      areaId: world.area('binxi'),
      matterId: await world.matterOf(receipt),
      token: await world.doorOf('binhe-3'),
      code: receipt.code,
      number: receipt.number,
      noticeId: uuidv7(),
      way: 'sms',
    }
    const reading = declared.filter(({ route: { method, path } }) => method === 'GET' && path.includes(':'))
    expect(reading.length).toBeGreaterThan(5)
    for (const each of reading) {
      const query = each.name === 'previewMissingCodes' ? { kind: 'building' } : {}
      const params = { ...unknownIds(each.route), ...ids }
      const answer = await neighbourFor(each.route).asks(each.route, { params, query })
      expect(answer.status, each.name).toBe(404)
    }
    for (const each of declared.filter(
      ({ route: { method, path } }) => method === 'GET' && !path.includes(':'),
    )) {
      const query = {
        ...(each.name === 'findGridAt' && { lon: 113.65, lat: 34.75 }),
        ...(each.name === 'findAuditSubjects' && { q: '王' }),
        ...(['listLikely', 'foreseePromise'].includes(each.name) && { areaId: ids.areaId, subject: 'pests' }),
        ...(each.name === 'countBelow' && { area: ids.areaId }),
        ...(each.name === 'previewBatch' && { ids: ids.matterId, action: 'accept' }),
        ...(each.name === 'listBatchHandlers' && { ids: ids.matterId }),
        ...(each.name === 'readMessage' && { id: uuidv7() }),
        ...(each.name === 'readGrowth' && { first: 1, second: 2 }),
        ...(each.name === 'findAccounts' && { q: '王' }),
      }
      const answer = await neighbourFor(each.route).asks(each.route, { query })
      // A way back from a sign-in service leads on, to a page that says it is not known here.
      expect(each.route.answers === 'redirect' ? [303, 404] : [200, 404], each.name).toContain(answer.status)
      expect(JSON.stringify(answer.body), each.name).not.toMatch(/滨溪|王芳|锦河|文苑/)
    }
    // The first district's session is nobody's here.
    const wangfang = world.person('wangfang')
    await wangfang.signsIn()
    const abroad = world.browser()
    abroad.host = '419800.localhost'
    abroad.session = wangfang.session
    const readSession = declared.find((each) => each.name === 'readSession')
    expect(readSession && (await abroad.asks(readSession.route)).status).toBe(401)
  })
})

describe('every problem', () => {
  it('says in Chinese and in English what to do', () => {
    const problems = [...contracts.flatMap((each) => each.problems), ...kernelProblems]
    expect(problems.length).toBeGreaterThan(40)
    for (const { code, text, status } of problems) {
      expect(text.zh, code).toMatch(/\p{Script=Han}/u)
      expect(text.en, code).toMatch(/[a-z]{3}/)
      expect(text.en, code).not.toMatch(/\p{Script=Han}/u)
      expect(status, code).toBeGreaterThanOrEqual(400)
    }
    expect(new Set(problems.map((each) => each.code)).size).toBe(problems.length)
  })

  it('of a route is one its contracts declare, with a status of its own', () => {
    const known = new Set([...contracts.flatMap((each) => each.problems), ...kernelProblems])
    for (const each of declared)
      for (const problem of each.route.problems ?? []) expect(known.has(problem), each.name).toBe(true)
  })
})

describe('the API', () => {
  it('refuses to start with a route that did not come from a contract', async () => {
    const { ground } = world.database
    const serving = {
      ground,
      identify,
      publicUrl: undefined,
      sessionSeconds: 60,
      trustProxy: 0,
      protocols: [],
      version: 'test',
    }
    const stray = route({
      method: 'GET',
      path: '/stray',
      summary: 'Declared, but not among the endpoints',
      permission: 'public',
      scope: 'none',
      returns: Type.Object({}),
    })
    const app = await serve({ ...serving, endpoints })
    expect(() => app.get('/api/v1/stray', () => ({}))).toThrow('not declared in a contract')
    expect(() => app.get('/api/v1/stray', { config: { route: stray } as never }, () => ({}))).toThrow(
      'not declared in a contract',
    )
    await app.close()
  })

  it('describes every route in the OpenAPI document', async () => {
    const document = (await world.browser().get('/api/openapi.json')).json()
    expect(document.openapi).toMatch(/^3\.1/)
    const inDocument = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const wanted = declared.map(
      ({ route: { method, path } }) => `${method} /api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    )
    expect(inDocument.toSorted()).toEqual(wanted.toSorted())
    for (const methods of Object.values<Record<string, { summary?: string; responses?: object }>>(
      document.paths,
    ))
      for (const operation of Object.values(methods)) {
        expect(operation.summary).toBeTruthy()
        expect(Object.keys(operation.responses ?? {})).toContain('200')
      }
  })
})
