import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as matters from '#modules/matters/contract.ts'
import * as people from '#modules/people/contract.ts'
import * as places from '#modules/places/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import { uuidv7 } from './uuid.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const said = async (words = '楼下长期占道。') => ({
  door: await world.doorOf('binhe-3'),
  subject: 'neighbour_noise',
  words,
  photoIds: [],
})
const reportsWith = (words: string) =>
  world.value<number>('select count(*)::int from reports where words = $1', [words])

describe('a write sent again', () => {
  it('is done once and answered the same', async () => {
    const [resident, key, body] = [world.browser(), uuidv7(), await said('只说一遍。')]
    const first = await resident.asks(matters.sendReport, { body, key })
    const again = await resident.asks(matters.sendReport, { body, key })
    expect(first.status).toBe(200)
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(await reportsWith('只说一遍。')).toBe(1)
  })

  it('twenty times at one moment is done once, and all twenty hear the same', async () => {
    const [resident, key, body] = [world.browser(), uuidv7(), await said('二十遍一起发。')]
    const sent = Array.from({ length: 20 }, () => resident.asks(matters.sendReport, { body, key }))
    const answers = await Promise.all(sent)
    expect(answers.map((each) => each.status)).toEqual(Array.from({ length: 20 }, () => 200))
    const codes = answers.map((each) => (each.body as { code: string }).code)
    expect(new Set(codes).size).toBe(1)
    expect(await reportsWith('二十遍一起发。')).toBe(1)
  })

  it('with other content is refused and changes nothing', async () => {
    const [resident, key] = [world.browser(), uuidv7()]
    await resident.calls(matters.sendReport, { body: await said('原来的话。'), key })
    const other = await resident.asks(matters.sendReport, { body: await said('别的话。'), key })
    expect(other).toMatchObject({ status: 409, body: { code: 'request.key-reused' } })
    expect(await reportsWith('别的话。')).toBe(0)
  })

  it('by somebody else under the same key is refused', async () => {
    const params = { matterId: await world.matterOf(await world.report()) }
    const key = uuidv7()
    await world.person('wangfang').calls(matters.acceptMatter, { params, body: { take: true }, key })
    const other = await world
      .person('chenjing')
      .asks(matters.acceptMatter, { params, body: { take: true }, key })
    expect(other).toMatchObject({ status: 409, body: { code: 'request.key-reused' } })
  })

  it('after a refusal may succeed with the same key: what was refused left nothing', async () => {
    const params = { matterId: await world.matterOf(await world.report()) }
    const [wangfang, key] = [world.person('wangfang'), uuidv7()]
    const note = { words: '看过了。', photoIds: [], isPublic: true }
    const early = await wangfang.asks(matters.noteMatter, { params, body: note, key })
    expect(early.status).toBe(409)
    await wangfang.calls(matters.acceptMatter, { params, body: {} })
    expect((await wangfang.asks(matters.noteMatter, { params, body: note, key })).status).toBe(200)
  })

  it('makes one account, though the answer of a command with a password is not kept', async () => {
    const [zhengkai, key] = [world.person('zhengkai'), uuidv7()]
    const body = { login: 'twice.made', name: '新来的', password: 'long-enough-now' }
    const made = await zhengkai.calls(people.addAccount, { body, key })
    expect(await zhengkai.calls(people.addAccount, { body, key })).toEqual(made)
    expect(await world.value('select count(*)::int from accounts where login = $1', ['twice.made'])).toBe(1)
    expect(await world.accountOf('twice.made')).toBe(made.accountId)
    const kept = await world.value<number>('select count(*)::int from idempotency_keys where key = $1', [key])
    expect(kept).toBe(0)
  })

  it('signs in again without keeping a token anywhere', async () => {
    const key = uuidv7()
    const body = { login: 'majun', password: 'yige-demo-2026', bearer: true }
    const caller = world.browser()
    const one = await caller.calls(people.signIn, { body, key })
    const two = await caller.calls(people.signIn, { body, key })
    expect(one.token).toMatch(/^[\w-]{50,}$/)
    expect(two.token).not.toBe(one.token)
    const texts = await world.rows<{ answer: unknown }>('select answer from idempotency_keys')
    expect(JSON.stringify(texts)).not.toContain(one.token)
  })
})

describe('a write', () => {
  it('needs a key, and a sound one', async () => {
    const resident = world.browser()
    for (const key of [undefined, '1', 'not-a-uuid'])
      expect(await resident.asks(matters.sendReport, { body: await said(), key })).toMatchObject({
        status: 400,
        body: { code: 'request.key-missing' },
      })
  })

  it('from a foreign page is refused when only the cookie vouches for it', async () => {
    const wangfang = world.person('wangfang')
    await wangfang.signsIn()
    const params = { matterId: await world.matterOf(await world.report()) }
    const from = (headers: Record<string, string>) =>
      wangfang.asks(matters.acceptMatter, { params, body: {}, headers })
    const refused = { status: 403, body: { code: 'request.origin-refused' } }
    expect(await from({ origin: 'https://evil.example' })).toMatchObject(refused)
    expect(await from({ origin: 'null' })).toMatchObject(refused)
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toMatchObject(refused)
    expect(await from({ origin: 'https://evil.example', 'sec-fetch-site': 'same-site' })).toMatchObject(
      refused,
    )
    expect((await from({ origin: 'http://419900.localhost' })).status).toBe(200)
  })

  it('names every field that is wrong, without repeating what was typed', async () => {
    const body = { ...(await said()), words: 7, wrong: 'x', contactPhone: 'secret-13800138000' }
    const answer = await world.browser().asks(matters.sendReport, { body })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'request.invalid', details: { in: 'body' } })
    const { details } = answer.body as { details: { fields: { field: string; rule: string }[] } }
    expect(details.fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'wrong', rule: 'additionalProperties' }),
        expect.objectContaining({ field: 'contactPhone', rule: 'pattern' }),
      ]),
    )
    expect(JSON.stringify(answer.body)).not.toContain('13800138000')
  })

  it('tells in the language of the person', async () => {
    const body = { door: 'none2222', subject: 'pests', words: '', photoIds: [] }
    const asked = (language: string) =>
      world.browser().asks(matters.sendReport, { body, headers: { 'accept-language': language } })
    expect((await asked('en-GB,en')).body).toMatchObject({ message: expect.stringMatching(/^This code/) })
    expect((await asked('zh-CN')).body).toMatchObject({ message: expect.stringMatching(/^这个二维码/) })
  })

  it('that is not JSON at all is refused, never a server error', async () => {
    for (const [type, payload] of [
      ['application/json', '{"door":'],
      ['application/json', '[]'],
      ['text/plain', 'hello'],
      ['application/json', '{"__proto__":{"a":1}}'],
    ] as const) {
      const response = await world.app.inject({
        method: 'POST',
        url: '/api/v1/reports',
        headers: { 'content-type': type, 'idempotency-key': uuidv7() },
        payload,
      })
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      expect(response.statusCode).toBeLessThan(500)
      expect(response.json()).toMatchObject({ code: expect.stringMatching(/^request\./) })
    }
  })

  it('too large is refused by name', async () => {
    const body = { ...(await said()), words: '长'.repeat(300_000) }
    const answer = await world.browser().asks(matters.sendReport, { body })
    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too-large' } })
  })
})

describe('limits', () => {
  it('count browsers one by one, and tell when to come back', async () => {
    const [eager, calm] = [world.browser(), world.browser()]
    const ask = (who: typeof eager) => who.asks(matters.readReceipt, { params: { code: 'AAAA222222' } })
    const answers = []
    for (let tries = 0; tries < 61; tries += 1) answers.push(await ask(eager))
    const stopped = answers.filter((each) => each.status === 429)
    expect(stopped).toHaveLength(1)
    expect(stopped[0]?.body).toMatchObject({ code: 'request.too-many' })
    expect(Number(stopped[0]?.response.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(calm)).status).toBe(404)
  })

  it('are not escaped by making up sessions', async () => {
    const forger = world.browser()
    const statuses: number[] = []
    for (let tries = 0; tries < 61; tries += 1) {
      forger.session = uuidv7()
      statuses.push((await forger.asks(matters.readReceipt, { params: { code: 'AAAA222222' } })).status)
    }
    expect(statuses).toContain(429)
  })
})

describe('reading', () => {
  it('answers unknown addresses below the API by name', async () => {
    const response = await world.browser().get('/api/v1/nothing/here')
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'request.not-found' })
  })

  it('refuses unknown and unsound query fields by name', async () => {
    const chenjing = world.person('chenjing')
    for (const query of [{ nothing: '1' }, { area: 'binxi' }, { limit: '1000' }, { list: 'everything' }])
      expect(await chenjing.asks(matters.listMatters, { query })).toMatchObject({
        status: 400,
        body: { code: 'request.invalid', details: { in: 'querystring' } },
      })
    expect(await chenjing.asks(matters.listMatters, { query: { after: 'nonsense' } })).toMatchObject({
      status: 400,
    })
  })

  it('pages without gap or repeat', async () => {
    const all = await world.person('zhouhang').calls(matters.listMatters, { query: { limit: 100 } })
    const seen: string[] = []
    let after: string | undefined
    do {
      const query = { limit: 7, ...(after && { after }) }
      const page = await world.person('zhouhang').calls(matters.listMatters, { query })
      seen.push(...page.items.map((item) => item.id))
      after = page.next
    } while (after)
    expect(seen).toEqual(all.items.map((item) => item.id))
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('shows the tops of the own posts where no area was chosen', async () => {
    const { items } = await world.person('wangfang').calls(places.listAreas, {})
    expect(items.map((item) => item.name)).toEqual(['滨溪第一网格'])
  })
})
