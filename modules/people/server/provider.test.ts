import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#testing/caller.ts'
import { type SignInService, startSignInService } from '#testing/sign-in-service.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
let service: SignInService
const host = () => `${world.district.id}.localhost`
const set = () => ({
  on: true,
  issuer: service.issuer,
  clientId: service.clientId,
  secret: service.secret,
  button: '区统一认证',
  claim: 'preferred_username',
  ownFactor: true,
})
const change = (more: object = {}) =>
  world.person('zhengkai').calls(contract.changeProvider, { body: { ...set(), ...more } })

beforeAll(async () => {
  world = await openWorld()
  service = await startSignInService([`http://${host()}/api/v1/session/provider/callback`])
})
afterAll(async () => {
  await service.stop()
  await world.close()
})
beforeEach(() => change())

/** The browser goes there and comes back: what the sign-in page finds behind the `#`. */
async function goesThere(browser: Caller, alter: (way: URL) => void = () => undefined) {
  const body = { app: 'staff' as const, to: '/staff/areas' }
  const { location } = await browser.calls(contract.beginProvider, { body })
  const way = new URL(location)
  alter(way)
  const back = new URL(await followed(way.href))
  const query = Object.fromEntries(back.searchParams)
  const answer = await browser.asks(contract.returnFromProvider, { query })
  const page = new URL(String(answer.response.headers.location), 'http://x')
  return { way, page, answer: Object.fromEntries(new URLSearchParams(page.hash.split('?')[1])) }
}

/** Follows the service's own pages, with its cookies, until it sends the browser back to us. */
async function followed(start: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = start
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (!location) throw new Error(`${response.status} ${await response.text()}`)
    address = new URL(location, address).href
    if (!address.startsWith(service.issuer)) return address
  }
  throw new Error('the service never sends back')
}

const finishes = (browser: Caller, body: object) => browser.calls(contract.finishProvider, { body })

describe('signing in by the office’s service', () => {
  it('brings whoever is known there by their sign-in name to their own account', async () => {
    service.becomes('p-0001', 'limin')
    const browser = world.browser()
    expect((await browser.calls(contract.readWaysIn, {})).provider).toBe('区统一认证')
    const { way, page, answer } = await goesThere(browser)
    expect(Object.fromEntries(way.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      nonce: expect.stringMatching(/\S{20}/),
      state: expect.stringMatching(/\S{20}/),
    })
    expect([page.pathname, page.searchParams.get('to')]).toEqual(['/staff/sign-in', '/staff/areas'])
    const { session } = await finishes(browser, answer)
    expect(session?.name).toBe('李敏')
    const entry = await world.value<object>(
      `select details from audit_entries where action = 'people.signed-in' and actor_kind = 'visitor' order by id desc limit 1`,
    )
    expect(entry).toMatchObject({ via: 'provider' })
  })

  it('keeps who they are there, whatever name they take later', async () => {
    service.becomes('p-0002', 'gaoyuan')
    const first = world.browser()
    expect((await finishes(first, (await goesThere(first)).answer)).session?.name).toBe('高远')
    service.becomes('p-0002', 'zhouhang')
    const renamed = world.browser()
    expect((await finishes(renamed, (await goesThere(renamed)).answer)).session?.name).toBe('高远')
    service.becomes('p-0003', 'gaoyuan')
    const impostor = world.browser()
    await expect(finishes(impostor, (await goesThere(impostor)).answer)).rejects.toMatchObject({
      code: 'people.provider-unknown',
    })
  })

  it('refuses a state that it did not give, gave to another browser, or took already', async () => {
    service.becomes('p-0001', 'limin')
    const failed = { code: 'people.provider-failed', status: 401 }
    const [browser, thief] = [world.browser(), world.browser()]
    const { answer } = await goesThere(browser)
    await expect(finishes(browser, { ...answer, state: 'made-up-state' })).rejects.toMatchObject(failed)
    await expect(finishes(thief, answer)).rejects.toMatchObject(failed)
    expect((await finishes(browser, answer)).session?.name).toBe('李敏')
    await expect(finishes(browser, answer)).rejects.toMatchObject(failed)
    const lost = await browser.asks(contract.returnFromProvider, { query: { code: 'x', state: 'unknown' } })
    expect(lost.response.headers.location).toBe('/staff/sign-in#provider?state=none')
  })

  it('refuses a token of another asking: the nonce must be the one it sent', async () => {
    const browser = world.browser()
    const { answer } = await goesThere(browser, (way) => way.searchParams.set('nonce', 'of-somebody-else'))
    await expect(finishes(browser, answer)).rejects.toMatchObject({ code: 'people.provider-failed' })
    const other = world.browser()
    const stolen = await goesThere(other, (way) =>
      way.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
    )
    await expect(finishes(other, stolen.answer)).rejects.toMatchObject({ code: 'people.provider-failed' })
  })

  it('makes no account and no right for who has none, and says whom to ask', async () => {
    service.becomes('p-0009', 'nobody.here')
    const before = await world.value<number>('select count(*)::int from accounts')
    const browser = world.browser()
    const { answer } = await goesThere(browser)
    const refused = await browser.asks(contract.finishProvider, { body: answer })
    expect(refused).toMatchObject({ status: 403, body: { code: 'people.provider-unknown' } })
    expect(JSON.stringify(refused.body)).toContain('安全管理员')
    expect(await world.value<number>('select count(*)::int from accounts')).toBe(before)
    expect((await browser.asks(contract.readSession)).status).toBe(401)
  })

  it('lets a disabled account stay out', async () => {
    service.becomes('p-0004', 'luojian')
    await world.rows(`update accounts set disabled_at = now() where login = 'luojian'`)
    const browser = world.browser()
    const { answer } = await goesThere(browser)
    await expect(finishes(browser, answer)).rejects.toMatchObject({ code: 'people.account-disabled' })
  })

  it('asks our own second factor besides, unless the service is trusted for that', async () => {
    service.becomes('p-0005', 'panhong')
    await world.rows(
      `insert into second_factors (district_id, account_id, secret_sealed, offered_at, confirmed_at)
       select district_id, id, '\\x00', now(), now() from accounts where login = 'panhong'`,
    )
    const browser = world.browser()
    expect((await finishes(browser, (await goesThere(browser)).answer)).needs).toBe('code')
    await change({ ownFactor: false })
    const again = world.browser()
    expect((await finishes(again, (await goesThere(again)).answer)).session?.name).toBe('潘虹')
  })

  it('goes by a stored link where the name there is another', async () => {
    const params = { accountId: await world.accountOf('fangting') }
    await world.person('zhengkai').calls(contract.linkIdentity, { params, body: { subject: 'p-0006' } })
    service.becomes('p-0006', '方女士')
    const browser = world.browser()
    expect((await finishes(browser, (await goesThere(browser)).answer)).session?.name).toBe('方婷')
    const { items } = await world
      .person('zhengkai')
      .calls(contract.listAccounts, { query: { q: 'fangting' } })
    expect(items[0]?.identity).toBe('p-0006')
    const other = { accountId: await world.accountOf('duanfei') }
    await expect(
      world.person('zhengkai').calls(contract.linkIdentity, { params: other, body: { subject: 'p-0006' } }),
    ).rejects.toMatchObject({ code: 'people.identity-taken' })
    await world.person('zhengkai').calls(contract.unlinkIdentity, { params })
    const after = world.browser()
    await expect(finishes(after, (await goesThere(after)).answer)).rejects.toMatchObject({
      code: 'people.provider-unknown',
    })
  })
})

describe('the service', () => {
  it('that is down says so, and names and passwords go on as before', async () => {
    await change({ issuer: 'http://127.0.0.1:9' })
    const browser = world.browser()
    await expect(browser.calls(contract.beginProvider, { body: { app: 'work' } })).rejects.toMatchObject({
      code: 'people.provider-away',
      status: 503,
    })
    await expect(world.person('zhengkai').calls(contract.tryProvider, {})).rejects.toMatchObject({
      code: 'people.provider-away',
    })
    await world.browser('limin').signsIn()
  })

  it('that is off is shown to nobody', async () => {
    await change({ on: false })
    expect((await world.browser().calls(contract.readWaysIn, {})).provider).toBeUndefined()
    await expect(
      world.browser().calls(contract.beginProvider, { body: { app: 'staff' } }),
    ).rejects.toMatchObject({ code: 'people.provider-off' })
  })

  it('is tried before people rely on it, and its secret is told to nobody', async () => {
    const tried = await world.person('zhengkai').calls(contract.tryProvider, {})
    expect(tried.authorization).toBe(`${service.issuer}/auth`)
    const told = await world.person('zhengkai').asks(contract.readProvider)
    expect(told.body).toMatchObject({ hasSecret: true })
    expect(JSON.stringify(told.body)).not.toContain(service.secret)
    const kept = await world.rows('select value from settings')
    expect(JSON.stringify(kept)).not.toContain(service.secret)
    const audited = await world.rows(`select details from audit_entries where action = 'settings.changed'`)
    expect(JSON.stringify(audited)).not.toMatch(/sealedSecret":"[^…]/)
    // Another change leaves the secret as it is.
    const { secret: _, ...rest } = set()
    await world.person('zhengkai').calls(contract.changeProvider, { body: rest })
    await world.person('zhengkai').calls(contract.tryProvider, {})
  })

  it('is reached over https only, but for this machine', async () => {
    const body = { ...set(), issuer: 'http://sso.example.gov.cn' }
    await expect(world.person('zhengkai').calls(contract.changeProvider, { body })).rejects.toMatchObject({
      code: 'request.invalid',
    })
  })
})
