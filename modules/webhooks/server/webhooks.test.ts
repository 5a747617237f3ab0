import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JobKind } from '#kernel/server/job-kind.ts'
import * as matters from '#modules/matters/contract.ts'
import { orderEvents } from '#modules/matters/server/door.ts'
import { WebhookReceiver } from '#testing/stand-ins/webhook-receiver.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { jobs } from './jobs.ts'

const [gather, deliver] = jobs
const hourMs = 3600_000
const dayMs = 24 * hourMs

let world: World
let receiver: WebhookReceiver
beforeAll(async () => {
  world = await openWorld()
  await allow(['127.0.0.1'])
})
afterAll(() => world.close())
beforeEach(async () => {
  receiver = await WebhookReceiver.open()
})
afterEach(async () => {
  await receiver.close()
  await world.rows(`update webhooks set state = 'ended'`)
  await world.rows(`update webhook_messages set state = 'dropped' where state = 'waiting'`)
})

const admin = () => world.person('sunli')

const allow = (allowedHosts: string[], more: Partial<contract.WebhookRules> = {}) =>
  admin().calls(contract.changeRules, {
    body: { allowedHosts, failAfterDays: 5, timeoutSeconds: 1, ...more },
  })

async function make(more: Partial<contract.Wanted> = {}): Promise<string> {
  const kinds = [...matters.eventKinds]
  const body = { name: '城管局工单系统', url: receiver.url, kinds, ...more }
  const { id, secret } = await admin().calls(contract.makeWebhook, { body })
  receiver.secret = secret
  // Where nothing was followed before, following begins now.
  await run(gather)
  return id
}

/** One round of a job as the worker does it: a transaction, what is done outside, and another one. */
async function run(job: JobKind<object> | undefined, now = new Date()): Promise<boolean> {
  const came = await world.at(now, undefined, async (ctx) => job?.run(ctx, {}))
  if (typeof came !== 'function') return false
  await world.at(now, undefined, await came())
  return true
}

/** Orders, gathers and sends until there is nothing more to do at that moment. */
async function settle(now = new Date()): Promise<void> {
  await world.at(now, undefined, orderEvents)
  await run(gather, now)
  while (await run(deliver, now));
}

const later = (ms: number): Date => new Date(Date.now() + ms)
const found = async (id: string) => {
  const { items } = await admin().calls(contract.listWebhooks, {})
  const webhook = items.find((each) => each.id === id)
  if (!webhook) throw new Error('no such webhook')
  return webhook
}
const messages = async (id: string, more: object = {}) =>
  (await admin().calls(contract.listMessages, { query: { webhook: id, ...more } })).items

describe('a webhook', () => {
  it('tells what happens to a matter, in its order, each message signed', async () => {
    const id = await make()
    const { receipt } = await world.answered()
    await settle()
    const about = receiver.received.filter((message) => message.number === receipt.number)
    expect(about.map((message) => message.type)).toEqual([
      'matter.received',
      'matter.accepted',
      'matter.answered',
    ])
    expect(receiver.received.every((message) => message.isSigned)).toBe(true)
    expect((await messages(id, { number: receipt.number })).map((each) => each.state)).toEqual([
      'delivered',
      'delivered',
      'delivered',
    ])
  })

  it('says how the matter stood, and nothing that anybody said', async () => {
    await make({ kinds: ['received', 'answered'] })
    const { receipt } = await world.answered({ words: '我是 502 的李奶奶', phone: '13800138000' })
    await settle()
    const [first] = receiver.received
    const { data } = JSON.parse(first?.body ?? '{}')
    expect(data).toMatchObject({
      number: receipt.number,
      version: 1,
      status: 'received',
      subject: { key: 'neighbour_noise', zh: '邻居噪音' },
      place: ['文苑街道', '滨溪社区', '滨河花园', '滨溪第一网格', '2号院', '3号楼'],
      isPublic: true,
      outcome: null,
    })
    expect(data.links.open311).toMatch(new RegExp(`/open311/v2/requests/${receipt.number}.json$`))
    const all = receiver.received.map((message) => message.body).join('\n')
    expect(all).not.toMatch(/李奶奶|13800138000|王芳|wangfang|劝说/)
  })

  it('tells the building of a public matter, not the staircase', async () => {
    await make({ kinds: ['received'] })
    const body = { areaId: world.area('binhe-3-u2'), subject: 'street_lamp', words: '灯不亮。', photoIds: [] }
    await world.browser().calls(matters.sendReport, { body })
    await settle()
    const { data } = JSON.parse(receiver.received[0]?.body ?? '{}')
    expect(data.place.at(-1)).toBe('3号楼')
  })

  it('tells the place of a matter that is not public down to the community only', async () => {
    await make({ kinds: ['received'] })
    const door = await world.doorOf('binhe-3')
    const body = { door, subject: 'neighbour_noise', words: '不想让人知道。', photoIds: [], isPrivate: true }
    await world.browser().calls(matters.sendReport, { body })
    await settle()
    const { data } = JSON.parse(receiver.received[0]?.body ?? '{}')
    expect(data).toMatchObject({ isPublic: false, place: ['文苑街道', '滨溪社区'] })
    expect(data.links.open311).toBeUndefined()
  })

  it('tells only the kinds and the area it was made for, and nothing from before', async () => {
    await world.report()
    const id = await make({ kinds: ['received'], areaId: world.area('binxi') })
    const inside = await world.report()
    await world.report({ place: 'centre' }).catch(() => undefined)
    await world.answered()
    await world.rows('update webhooks set area_id = $2 where id = $1', [id, world.area('binxi')])
    await settle()
    expect(new Set(receiver.types())).toEqual(new Set(['matter.received']))
    expect(receiver.received.map((message) => message.number)).toContain(inside.number)
    expect(receiver.received).toHaveLength(2)
  })

  it('keeps its secret sealed and tells it once', async () => {
    const id = await make()
    expect(receiver.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const kept = JSON.stringify(await world.rows('select * from webhooks where id = $1', [id]))
    expect(kept).not.toContain(receiver.secret.slice(6))
    expect(JSON.stringify(await found(id))).not.toContain('whsec')
  })

  it('signs with both secrets for a day after a change', async () => {
    const id = await make({ kinds: ['received'] })
    const old = receiver.secret
    const params = { webhookId: id }
    const { secret } = await admin().calls(contract.renewSecret, { params, body: {} })
    await world.report()
    await settle()
    receiver.secret = secret
    await world.report()
    await settle()
    expect(receiver.received.map((message) => [message.isSigned, message.signatures])).toEqual([
      [true, 2],
      [true, 2],
    ])
    await admin().calls(contract.pingWebhook, { params, body: {} })
    receiver.secret = old
    await settle(later(dayMs + hourMs))
    expect(receiver.received.at(-1)).toMatchObject({ type: 'ping', isSigned: false, signatures: 1 })
  })
})

describe('a receiver that fails', () => {
  it('gets the message again after growing waits, and what followed in order', async () => {
    const id = await make({ kinds: ['received', 'accepted', 'answered'] })
    let fails = 2
    receiver.answers((message) => ({
      status: message.type === 'matter.received' && (fails -= 1) >= 0 ? 500 : 200,
    }))
    const { receipt } = await world.answered()
    await settle()
    expect(receiver.types()).toEqual(['matter.received'])
    expect(await found(id)).toMatchObject({ state: 'active', waiting: 3 })
    expect((await found(id)).failingSince).toBeDefined()
    await settle(later(4_000))
    expect(receiver.types()).toHaveLength(1)
    await settle(later(6_000))
    await settle(later(20_000))
    expect(receiver.types()).toHaveLength(2)
    await settle(later(45_000))
    expect(receiver.types()).toEqual([
      'matter.received',
      'matter.received',
      'matter.received',
      'matter.accepted',
      'matter.answered',
    ])
    expect(new Set(receiver.received.slice(0, 3).map((message) => message.id)).size).toBe(1)
    const about = await messages(id, { number: receipt.number })
    const first = about.find((message) => message.kind === 'received')
    const { tries } = await admin().calls(contract.readMessage, { query: { id: first?.id ?? '' } })
    expect(tries.map(({ n, status, outcome }) => [n, status, outcome])).toEqual([
      [3, 200, 'delivered'],
      [2, 500, 'refused'],
      [1, 500, 'refused'],
    ])
    expect((await found(id)).failingSince).toBeUndefined()
  })

  it('does not hold up other matters once it works', async () => {
    const id = await make({ kinds: ['received'] })
    const bad = await world.report()
    const good = await world.report()
    receiver.answers((message) => ({ status: message.number === bad.number ? 422 : 200 }))
    await settle()
    await settle(later(10_000))
    const states = await messages(id)
    expect(states.find((each) => each.number === good.number)?.state).toBe('delivered')
    expect(states.find((each) => each.number === bad.number)).toMatchObject({
      state: 'waiting',
      lastStatus: 422,
    })
  })

  it('is given up after three days, message by message', async () => {
    const id = await make({ kinds: ['received'] })
    receiver.answers({ status: 503 })
    await world.report()
    for (let hours = 0; hours < 72; hours += 3) await settle(later(hours * hourMs))
    const [waiting] = await messages(id)
    expect(waiting?.state).toBe('waiting')
    expect(waiting?.tries).toBeGreaterThan(6)
    await settle(later(3 * dayMs + 13 * hourMs))
    expect((await messages(id))[0]).toMatchObject({
      state: 'dropped',
      lastStatus: 503,
      lastOutcome: 'refused',
    })
  })

  it('is waited for as long as it asks', async () => {
    const id = await make({ kinds: ['received'] })
    receiver.answers({ status: 429, headers: { 'retry-after': '900' } })
    await world.report()
    await settle()
    const [message] = await messages(id)
    expect(Date.parse(message?.nextAt ?? '')).toBeGreaterThan(Date.now() + 890_000)
  })

  it('that is too slow, leads elsewhere or is away is told apart', async () => {
    const id = await make({ kinds: ['received'] })
    const other = await WebhookReceiver.open()
    receiver.answers({ status: 200, afterMs: 3_000 })
    await world.report()
    await settle()
    expect((await messages(id))[0]).toMatchObject({ lastOutcome: 'slow', tries: 1 })
    receiver.answers({ status: 307, headers: { location: other.url } })
    await settle(later(10_000))
    expect((await messages(id))[0]).toMatchObject({ lastOutcome: 'redirected', lastStatus: 307 })
    expect(other.received).toEqual([])
    const gone = other.url
    await other.close()
    await admin().calls(contract.changeWebhook, {
      params: { webhookId: id },
      body: { name: '搬家了', url: gone, kinds: ['received'] },
    })
    await settle(later(60_000))
    expect((await messages(id))[0]).toMatchObject({ lastOutcome: 'unreachable', tries: 3 })
  })

  it('that says 410 ends it, until a person lets it go on', async () => {
    const id = await make({ kinds: ['received'] })
    receiver.answers({ status: 410 })
    await world.report()
    await settle()
    expect((await found(id)).state).toBe('gone')
    await settle(later(dayMs))
    expect(receiver.received).toHaveLength(1)
    receiver.answers({ status: 200 })
    await admin().calls(contract.turnWebhook, { params: { webhookId: id }, body: { state: 'active' } })
    await settle(later(dayMs))
    expect((await messages(id))[0]?.state).toBe('delivered')
  })

  it('is stopped after days in which nothing got through', async () => {
    await allow(['127.0.0.1'], { failAfterDays: 2 })
    const id = await make({ kinds: ['received'] })
    receiver.answers({ status: 500 })
    await world.report()
    for (const hours of [0, 10, 30, 47]) await settle(later(hours * hourMs))
    expect((await found(id)).state).toBe('active')
    await settle(later(61 * hourMs))
    expect((await found(id)).state).toBe('failed')
    await allow(['127.0.0.1'])
  })

  it('leaves a short answer without numbers of people', async () => {
    const id = await make({ kinds: ['received'] })
    receiver.answers({
      status: 400,
      body: `{"error":"电话 138 0013 8000, li@example.org"}\n${'x'.repeat(9000)}`,
    })
    await world.report()
    await settle()
    const [message] = await messages(id)
    const { tries } = await admin().calls(contract.readMessage, { query: { id: message?.id ?? '' } })
    expect(tries[0]?.answer).toMatch(/^\{"error":"电话 …, …/)
    expect(tries[0]?.answer.length).toBeLessThanOrEqual(300)
  })
})

describe('workers', () => {
  it('that send at the same time send each message once', async () => {
    const id = await make({ kinds: ['received'] })
    const numbers: string[] = []
    for (let n = 0; n < 8; n += 1) numbers.push((await world.report()).number)
    await world.at(new Date(), undefined, orderEvents)
    await Promise.all([run(gather), run(gather)])
    while ((await Promise.all([run(deliver), run(deliver), run(deliver)])).some(Boolean));
    expect(receiver.received.map((message) => message.number).toSorted()).toEqual(numbers.toSorted())
    expect((await messages(id)).every((each) => each.state === 'delivered')).toBe(true)
  })

  it('take up again what another had in hand when it died', async () => {
    const id = await make({ kinds: ['received'] })
    await world.report()
    await world.at(new Date(), undefined, orderEvents)
    await run(gather)
    // It was sent, and the worker died before it could write that down.
    const came = await world.at(new Date(), undefined, async (ctx) => deliver?.run(ctx, {}))
    if (typeof came === 'function') await came()
    expect(await run(deliver)).toBe(false)
    await settle(later(2 * 60_000))
    expect(new Set(receiver.received.map((message) => message.id)).size).toBe(1)
    expect(receiver.received).toHaveLength(2)
    expect((await messages(id))[0]).toMatchObject({ state: 'delivered', tries: 1 })
  })

  it('lose no event that came while none of them was there', async () => {
    await make({ kinds: ['received'] })
    const numbers: string[] = []
    for (let n = 0; n < 5; n += 1) {
      numbers.push((await world.report()).number)
      if (n === 2) await settle()
    }
    const failing = world.at(new Date(), undefined, async (ctx) => {
      await orderEvents(ctx)
      await gather?.run(ctx, {})
      throw new Error('the machine died')
    })
    await expect(failing).rejects.toThrow('the machine died')
    await settle()
    expect(receiver.received.map((message) => message.number).toSorted()).toEqual(numbers)
  })
})

describe('the administrator', () => {
  it('pauses and lets go on; what happened meanwhile is told then', async () => {
    const id = await make({ kinds: ['received'] })
    const params = { webhookId: id }
    await admin().calls(contract.turnWebhook, { params, body: { state: 'paused' } })
    const { number } = await world.report()
    await settle()
    expect(receiver.received).toEqual([])
    expect((await found(id)).waiting).toBe(1)
    await admin().calls(contract.turnWebhook, { params, body: { state: 'active' } })
    await settle()
    expect(receiver.received.map((message) => message.number)).toEqual([number])
  })

  it('sends a test, and a message again under the same id', async () => {
    const id = await make()
    const { messageId } = await admin().calls(contract.pingWebhook, { params: { webhookId: id }, body: {} })
    await settle()
    await admin().calls(contract.sendAgain, { params: { messageId }, body: {} })
    await settle()
    expect(receiver.types()).toEqual(['ping', 'ping'])
    expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
    expect((await messages(id))[0]).toMatchObject({ kind: 'ping', tries: 2, state: 'delivered' })
  })

  it('ends it for good', async () => {
    const id = await make()
    const params = { webhookId: id }
    await world.report()
    await world.at(new Date(), undefined, orderEvents)
    await run(gather)
    await admin().calls(contract.endWebhook, { params })
    await settle()
    expect(receiver.received).toEqual([])
    for (const again of [contract.turnWebhook, contract.pingWebhook, contract.endWebhook]) {
      const body =
        again === contract.turnWebhook ? { state: 'active' } : again === contract.pingWebhook ? {} : undefined
      const { status, body: told } = await admin().asks(again, { params, ...(body && { body }) })
      expect([status, told]).toMatchObject([409, { code: 'webhooks.state-refused' }])
    }
  })

  it('pages through the messages, the newest first', async () => {
    const id = await make()
    const params = { webhookId: id }
    for (let n = 0; n < 5; n += 1) await admin().calls(contract.pingWebhook, { params, body: {} })
    const first = await admin().calls(contract.listMessages, { query: { webhook: id, limit: 3 } })
    const second = await admin().calls(contract.listMessages, {
      query: { webhook: id, limit: 3, after: first.next ?? '' },
    })
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, undefined])
  })

  it('cannot send into our own network unless a host is on the list', async () => {
    const refuses = async (url: string) => {
      const body = { name: '内网', url, kinds: ['received'] }
      const { status, body: told } = await admin().asks(contract.makeWebhook, { body })
      expect([url, status, told]).toMatchObject([url, 400, { code: 'webhooks.address-refused' }])
    }
    await allow([])
    for (const url of [
      receiver.url,
      'https://127.0.0.1/hooks',
      'https://10.1.2.3/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://2130706433/',
      'https://169.254.169.254/latest/meta-data',
      'http://hooks.example.org/',
      'https://user:secret@hooks.example.org/',
      'ftp://hooks.example.org/',
      'not an address',
    ])
      await refuses(url)
    await allow(['127.0.0.1'])
    await refuses('http://localhost:9/')
  })

  it('is told when a name that was fine leads into our own network', async () => {
    // localhost stands for any name whose owner points it at an inner address later.
    await allow(['localhost'])
    const { port } = new URL(receiver.url)
    const id = await make({ url: `https://localhost:${port}/`, kinds: ['received'] })
    await allow([])
    await world.report()
    await settle()
    expect(receiver.received).toEqual([])
    expect((await messages(id))[0]).toMatchObject({ lastOutcome: 'forbidden', tries: 1 })
    await allow(['127.0.0.0/8'])
    await settle(later(10_000))
    expect((await messages(id))[0]?.lastOutcome).not.toBe('forbidden')
    await allow(['127.0.0.1'])
  })
})
