import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayIn } from '#kernel/server/day.ts'
import * as matters from '#modules/matters/contract.ts'
import { orderEvents, rates, sumFigures } from '#modules/matters/server/door.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const ledger = (query: Record<string, string | number> = {}) =>
  world.browser().calls(contract.listEntries, { query })
const numbers = async (query: Record<string, string | number> = {}) =>
  (await ledger({ limit: 100, ...query })).items.map((item) => item.number)

describe('the public ledger', () => {
  it('shows what Chen agreed to show, without her words, and not what Zhao kept private', async () => {
    const shown = await world.report({ words: '李奶奶家漏水，电话 10000001111。' })
    const door = await world.doorOf('binhe-3')
    const body = { door, subject: 'neighbour_noise', words: '太吵了。', photoIds: [], isPrivate: true }
    const kept = await world.browser().calls(matters.sendReport, { body })
    const page = await ledger()
    expect(page.items[0]).toMatchObject({ number: shown.number, status: 'received', isOnTime: true })
    expect(page.items.map((item) => item.number)).not.toContain(kept.number)
    expect(JSON.stringify(page)).not.toMatch(/李奶奶|10000001111|王芳/)
    const link = await world.browser().asks(contract.readEntry, { params: { number: kept.number } })
    expect(link).toMatchObject({ status: 404, body: { code: 'disclosure.not-disclosed' } })
  })

  it('tells the answer in the words meant for everybody, and how it went', async () => {
    const receipt = await world.report()
    const params = { matterId: await world.matterOf(receipt) }
    const wangfang = world.person('wangfang')
    await wangfang.calls(matters.acceptMatter, { params, body: { take: true } })
    const body = {
      words: '李奶奶您好，已修好。',
      publicWords: '已更换声控开关。',
      outcome: 'solved' as const,
      photoIds: [],
    }
    await wangfang.calls(matters.answerMatter, { params, body })
    const { entry, steps } = await world
      .browser()
      .calls(contract.readEntry, { params: { number: receipt.number } })
    expect(entry).toMatchObject({ words: '已更换声控开关。', outcome: 'solved' })
    expect(steps.map((step) => step.kind)).toEqual(['received', 'accepted', 'answered'])
    expect(JSON.stringify({ entry, steps })).not.toContain('李奶奶')
  })

  it('narrows to a building at the finest: asked for a staircase, it gives the whole building', async () => {
    const body = { subject: 'street_lamp', words: '二单元的灯不亮。', photoIds: [] }
    const { number } = await world
      .browser()
      .calls(matters.sendReport, { body: { ...body, areaId: world.area('binhe-3-u2') } })
    for (const place of ['binhe-3-u1', 'binhe-3-u2']) {
      const { areaName, items } = await ledger({ area: world.area(place) })
      expect(areaName).toBe('3号楼')
      expect(items[0]).toMatchObject({ number })
    }
  })

  it('loses what is hidden, and gets it back', async () => {
    const receipt = await world.report()
    const params = { matterId: await world.matterOf(receipt) }
    await world.person('chenjing').calls(matters.hideMatter, { params, body: { reason: '有门牌号。' } })
    expect(await numbers()).not.toContain(receipt.number)
    await world.person('chenjing').calls(matters.showMatter, { params, query: { reason: '已处理。' } })
    expect(await numbers()).toContain(receipt.number)
  })

  it('is read page by page without a gap or a repeat, and narrowed by area and state', async () => {
    const all = await numbers({ area: world.area('binxi') })
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await ledger({ area: world.area('binxi'), limit: 7, ...(after && { after }) })
      paged.push(...page.items.map((item) => item.number))
      after = page.next
    } while (after)
    expect(paged.slice(0, all.length)).toEqual(all)
    expect(new Set(paged).size).toBe(paged.length)
    const done = (await ledger({ state: 'done', limit: 100 })).items
    expect(done.every((item) => item.status === 'closed' || item.status === 'returned')).toBe(true)
    const unknown = await world.browser().asks(contract.listEntries, { query: { area: 999_999 } })
    expect(unknown.status).toBe(404)
  })

  it('has rates that a count of the rows gives too, and none where there is nothing', async () => {
    while ((await world.at(new Date(), undefined, (ctx) => orderEvents(ctx))) === 'more');
    const { whole, parts } = await world.browser().calls(contract.readRates, { query: {} })
    const [counted] = await world.rows<{ received: number; rated: number; satisfied: number }>(
      `select count(*) filter (where status not in ('merged', 'withdrawn'))::int as received,
         coalesce(sum(rated), 0)::int as rated, coalesce(sum(satisfied), 0)::int as satisfied
       from matters`,
    )
    expect(whole.received).toBe(counted?.received)
    expect(whole.satisfaction).toBeCloseTo((counted?.satisfied ?? 0) / (counted?.rated ?? 1))
    const today = dayIn(world.district.timeZone, new Date())
    const figures = await world.at(new Date(), undefined, (ctx) =>
      sumFigures(ctx, { areas: [whole.areaId], spans: [{ from: '2020-01-01', to: today }] }),
    )
    const inside = figures.spans[0]?.get(whole.areaId)
    if (!inside) throw new Error('the district has no figures')
    for (const name of ['response', 'resolution', 'satisfaction', 'onTime'] as const) {
      const { part, of } = rates[name](inside)
      expect(whole[name], name).toBeCloseTo(part / of)
    }
    expect(parts.reduce((sum, part) => sum + part.received, 0)).toBe(whole.received)
    const empty = parts.find((part) => part.received === 0)
    if (empty) expect(empty.onTime).toBeUndefined()
  })

  it('can be followed as an Atom feed', async () => {
    const receipt = await world.report()
    const feed = await world.browser().get('/public/feed.atom')
    expect(feed.headers['content-type']).toContain('application/atom+xml')
    expect(XMLValidator.validate(feed.body)).toBe(true)
    const { feed: read } = new XMLParser({ ignoreAttributes: false }).parse(feed.body)
    expect(read.entry[0].id).toContain(`/m/${receipt.number}`)
    for (const entry of read.entry) {
      expect(Date.parse(entry.updated)).toBeGreaterThan(0)
      expect(entry.title).toBeTruthy()
    }
    expect((await world.browser().get('/public/feed.atom?area=abc')).statusCode).toBe(400)
    expect((await world.browser().get('/public/feed.atom?area=999999')).statusCode).toBe(404)
  })
})
