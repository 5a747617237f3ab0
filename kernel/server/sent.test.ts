import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#policy/modules.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Redirect, Streamed } from '../contract/fields.ts'
import { problem } from '../contract/problem.ts'
import { route } from '../contract/route.ts'
import { statement } from './database.ts'
import { implement } from './endpoint.ts'
import type { ProtocolEndpoint } from './protocol.ts'
import { readSetting, setting, settingVersions, writeSetting } from './settings.ts'

const countTo = statement<{ n: number }>('test.count-to', 'select n from generate_series(1, $1) as n')

const sendSheet = route({
  method: 'POST',
  path: '/test-sheets',
  summary: 'A sheet made while it is sent',
  permission: 'public',
  scope: 'none',
  body: Type.Object({ rows: Type.Integer() }),
  returns: Streamed,
  answers: 'stream',
})
const goOn = route({
  method: 'GET',
  path: '/test-ways',
  summary: 'Goes elsewhere',
  permission: 'public',
  scope: 'none',
  returns: Redirect,
  answers: 'redirect',
})
const refusedHere = problem('test.refused', 404, { zh: '没有这个。', en: 'There is none.' })

const own = [
  implement(sendSheet, async (ctx, { body }) => ({
    fileName: '名单 1.csv',
    mediaType: 'text/csv; charset=utf-8',
    chunks: (async function* () {
      ctx.audit('test.sheet-sent', 'sheet')
      for (const { n } of await ctx.db.rows(countTo, [body.rows])) yield `${n}\n`
    })(),
  })),
  implement(goOn, async () => ({ location: '/elsewhere?x=1' })),
]

const echo: ProtocolEndpoint = {
  declaration: {
    method: 'POST',
    path: '/test-protocol/:what',
    summary: 'Says it back',
    perMinute: 600,
    maxBytes: 1000,
  },
  async run(ctx, { params, body, query }) {
    ctx.audit('test.protocol', params['what'] ?? '')
    if (params['what'] === 'nothing') throw refusedHere()
    if (params['what'] === 'broken') throw new Error('a bug')
    return { status: 201, mediaType: 'text/xml', body: `<a>${body.toString()} ${query.get('q')}</a>` }
  },
  failed: (kind) => ({ status: kind.status, mediaType: 'text/xml', body: `<error>${kind.code}</error>` }),
}

let world: World
beforeAll(async () => {
  world = await openWorld({ endpoints: [...endpoints, ...own], protocols: [echo] })
})
afterAll(() => world.close())

const trail = (action: string) =>
  world.value<number>('select count(*)::int from audit_entries where action = $1', [action])

describe('a file', () => {
  it('is sent while its transaction is open, under its name, and leaves its trace', async () => {
    const { status, response, body } = await world.browser().asks(sendSheet, { body: { rows: 3 } })
    expect([status, body]).toEqual([200, '1\n2\n3\n'])
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('名单 1.csv')}`,
    )
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(await trail('test.sheet-sent')).toBe(1)
  })

  it('of many rows is whole', async () => {
    const { body } = await world.browser().asks(sendSheet, { body: { rows: 50_000 } })
    expect(String(body).split('\n')).toHaveLength(50_001)
  })
})

it('a way on is a redirect', async () => {
  const { status, response } = await world.browser().asks(goOn)
  expect([status, response.headers.location]).toEqual([303, '/elsewhere?x=1'])
})

describe('an outside protocol', () => {
  const posts = (what: string, payload = 'hello') =>
    world.app.inject({
      method: 'POST',
      url: `/test-protocol/${what}?q=1%202`,
      headers: { host: `${world.district.id}.localhost`, 'content-type': 'text/plain' },
      payload,
    })

  it('reads and writes bytes in one transaction', async () => {
    const answer = await posts('thing')
    expect([answer.statusCode, answer.body]).toEqual([201, '<a>hello 1 2</a>'])
    expect(await trail('test.protocol')).toBe(1)
  })

  it('says failures in its own words and leaves nothing half done', async () => {
    const answers = [await posts('nothing'), await posts('broken'), await posts('thing', 'x'.repeat(2000))]
    expect(answers.map((each) => [each.statusCode, each.body])).toEqual([
      [404, '<error>test.refused</error>'],
      [500, '<error>server.error</error>'],
      [413, '<error>request.too-large</error>'],
    ])
    expect(await trail('test.protocol')).toBe(1)
  })
})

describe('a setting', () => {
  const rules = setting(
    'test.rules',
    Type.Object({ days: Type.Integer(), key: Type.String(), later: Type.String() }),
    { days: 15, key: '', later: 'added since' },
    { permission: 'places.edit', secrets: ['key'] },
  )
  const as = <Result>(work: Parameters<World['at']>[2]) =>
    world.at(new Date(), 'wangfang', work) as Promise<Result>

  it('holds what it began with until the office says otherwise, and every change stays on record', async () => {
    expect(await as((ctx) => readSetting(ctx, rules))).toEqual({ days: 15, key: '', later: 'added since' })
    await as((ctx) => writeSetting(ctx, rules, { days: 10, key: 'sealed', later: 'x' }))
    await as((ctx) => writeSetting(ctx, rules, { days: 20, key: 'sealed', later: 'x' }))
    expect(await as((ctx) => readSetting(ctx, rules))).toMatchObject({ days: 20 })
    const versions = await as<{ version: number; value: object; changedBy: string }[]>((ctx) =>
      settingVersions(ctx, rules),
    )
    expect(versions.map(({ version, value }) => [version, value])).toEqual([
      [2, { days: 20, key: '…', later: 'x' }],
      [1, { days: 10, key: '…', later: 'x' }],
    ])
    expect(versions[0]?.changedBy).toBe(await world.accountOf('wangfang'))
    const told = await world.value<object>(
      `select details from audit_entries where action = 'settings.changed' order by id desc limit 1`,
    )
    expect(told).toMatchObject({ version: 2, from: { days: 10, key: '…' }, to: { days: 20, key: '…' } })
  })
})
