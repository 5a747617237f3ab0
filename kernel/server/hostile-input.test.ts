import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadPhoto } from '#modules/files/contract.ts'
import * as matters from '#modules/matters/contract.ts'
import * as people from '#modules/people/contract.ts'
import * as places from '#modules/places/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import { unsoundAt } from './sound-input.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const invalid = { status: 400, body: { code: 'request.invalid' } }

describe('input that cannot be kept as sent', () => {
  it('is found wherever it is, and the rest is let through', () => {
    expect(unsoundAt({ words: '路灯😀\u202e', n: 1, list: [null, true, ''] })).toBeUndefined()
    expect(unsoundAt({ a: ['x', { b: 'c\0' }] })).toEqual(['a', '1', 'b'])
    expect(unsoundAt({ words: 'a\ud800b' })).toEqual(['words'])
    let deep: unknown = 1
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep]
    expect(unsoundAt(deep)).toBeDefined()
  })

  it.each(['a\0b', 'a\ud800b'])(
    'is refused by name in a report (%j), and no fingerprint breaks',
    async (words) => {
      const body = { door: await world.doorOf('binhe-3'), subject: 'neighbour_noise', words, photoIds: [] }
      const answer = await world.browser().asks(matters.sendReport, { body })
      expect(answer).toMatchObject({ ...invalid, body: { details: { fields: [{ field: 'words' }] } } })
    },
  )

  it('is refused by name in addresses and queries', async () => {
    const sunli = world.person('sunli')
    const list = (query: object) => sunli.asks(matters.listMatters, { query })
    expect(await world.browser().asks(matters.openDoor, { params: { token: 'abcd\0' } })).toMatchObject(
      invalid,
    )
    expect(await list({ number: '\0' })).toMatchObject(invalid)
    expect(await list({ area: '99999999999' })).toMatchObject(invalid)
    expect(await list({ after: `0.${'-'.repeat(36)}` })).toMatchObject(invalid)
    expect(await sunli.asks(places.readArea, { params: { areaId: '1e300' } })).toMatchObject(invalid)
    expect(await sunli.asks(people.listPosts, { query: { on: '0000-01-01' } })).toMatchObject(invalid)
  })

  it('without end is refused before anything walks it', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`
    const sent = `{"parentId":${world.area('binxi-g1')},"kind":"building","name":"楼","boundary":{"type":"Polygon","coordinates":${deep}}}`
    const headers = { 'content-type': 'application/json' }
    const answer = await world.person('sunli').asks(places.addArea, { body: sent, headers })
    expect(answer).toMatchObject(invalid)
  })

  it('of thousands of mistakes gets an answer smaller than itself', async () => {
    const body = { photoIds: Array.from({ length: 5000 }, () => 'x') }
    const { status, response } = await world.browser().asks(matters.sendReport, { body })
    expect(status).toBe(400)
    expect(response.rawPayload.length).toBeLessThan(5000)
  })
})

describe('an upload that was torn off', () => {
  const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc'
  it.each([
    ['multipart/form-data', part],
    ['multipart/form-data; boundary=b', part],
    ['multipart/form-data; boundary=b', '--b\r\ncontent-disp'],
  ])('is told so (%s)', async (type, body) => {
    const headers = { 'content-type': type }
    const answer = await world.browser().asks(uploadPhoto, { body, headers })
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } })
  })
})

describe('a post that the database would not hold', () => {
  it('is refused by name', async () => {
    const accountId = await world.accountOf('wangfang')
    const body = { accountId, role: 'grid_helper', areaId: world.area('binxi-g1') }
    const give = (more: object, key?: string) =>
      world.person('zhengkai').asks(people.addPost, { body: { ...body, ...more }, ...(key && { key }) })
    expect(await give({ validFrom: '2026-05-01', validTo: '2025-01-01' })).toMatchObject(invalid)
    expect(await give({ organisationId: accountId })).toMatchObject({ status: 404 })
    const held = await world.value<string>('select id from posts where account_id = $1', [accountId])
    expect(await give({}, held)).toMatchObject({ status: 409, body: { code: 'request.key-reused' } })
  })
})

describe('a foreign page', () => {
  it('is refused also where the browser sends a password of a proxy along', async () => {
    const sunli = world.person('sunli')
    await sunli.calls(people.readSession, {})
    const headers = { authorization: 'Basic eDp5', origin: 'https://elsewhere.example' }
    const params = { areaId: world.area('jinhe') }
    const answer = await sunli.asks(places.makeDoorCode, { params, body: {}, headers })
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.origin-refused' } })
  })
})

describe('an answer', () => {
  it('is kept by no cache', async () => {
    const { response } = await world.person('wangfang').asks(people.readSession)
    expect(response.headers['cache-control']).toBe('no-store')
  })
})
