import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryOf } from '#kernel/contract/route.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { endingWith } from './search-numbers.ts'
import { orderEvents } from './sequence.ts'

let world: World
let leak: { number: string; code: string }
let rats: { number: string; code: string }
beforeAll(async () => {
  world = await openWorld()
  leak = await world.report({
    words: '楼道里的消防管滴水，滴了三天，一层的墙皮都泡掉了。',
    subject: 'pipe_burst',
    phone: '13811112468',
  })
  rats = await world.report({ place: 'xincheng-12', words: '地下室有老鼠，蟑螂也多。', subject: 'pests' })
  await ordered()
})
afterAll(() => world.close())

/** What happened is put in order, as the server does every second. */
const ordered = () => world.at(new Date(), undefined, async (ctx) => orderEvents(ctx))

const search = (query: QueryOf<typeof contract.listMatters>, login = 'limin') =>
  world.person(login).calls(contract.listMatters, { query })
const numbers = async (query: QueryOf<typeof contract.listMatters>, login?: string) =>
  (await search(query, login)).items.map(({ number }) => number)

describe('the search', () => {
  it('finds by words, all of which must be there, and says where it found them', async () => {
    const found = await search({ q: '消防管 墙皮' })
    expect(found.items.map(({ number }) => number)).toEqual([leak.number])
    expect(found.marks).toContain('消防管')
    expect(await numbers({ q: '消防管 老鼠' })).toEqual([])
    expect(await numbers({ q: '墙皮都泡掉' })).toEqual([leak.number])
    expect(await numbers({ q: '墙皮都泡掉 装修' })).toEqual([])
    await expect(search({ q: '漏' })).rejects.toMatchObject({ code: 'matters.search-too-short' })
  })

  it('shows the passage where the row does not', async () => {
    const words = `${'从前天起就一直这样，大家都很着急。'.repeat(8)}最后发现是阀门裂了。`
    const receipt = await world.report({ words })
    await ordered()
    const { items } = await search({ q: '阀门裂了' })
    expect(items).toMatchObject([{ number: receipt.number, found: expect.stringContaining('阀门裂了') }])
  })

  it('finds by the whole number, by its tail, and does not mind other filters then', async () => {
    expect(await numbers({ q: leak.number })).toEqual([leak.number])
    expect(await numbers({ q: leak.number.slice(-3), list: 'done', subject: 'pests' })).toContain(leak.number)
    expect(await numbers({ number: leak.number.replace('-', '') })).toEqual([leak.number])
    expect([...endingWith('123', 2200)]).toEqual([2123, 1123, 123])
  })

  it('finds places and subjects by initials or pinyin', async () => {
    expect(await numbers({ q: 'bhhy3hl' })).toContain(leak.number)
    expect(await numbers({ q: 'binhehuayuan 消防管' })).toEqual([leak.number])
    expect((await search({ q: 'bhhy3' })).marks).toContain('3号楼')
    expect(await numbers({ q: 'bhhy3hl' })).not.toContain(rats.number)
    const { subject } = (await search({ q: leak.number })).items[0] ?? {}
    expect(subject?.zh).toBe('水管漏水爆管')
    expect(await numbers({ q: 'sgls' })).toContain(leak.number)
  })

  it('is narrowed by area, channel, subject, level and days, page after page without a gap', async () => {
    expect(await numbers({ q: '老鼠', area: world.area('binhe-3') })).toEqual([])
    expect(await numbers({ q: '老鼠', area: world.area('binxi') })).toContain(rats.number)
    expect(await numbers({ q: '老鼠', channel: 'phone' })).not.toContain(rats.number)
    const all: string[] = []
    let after: string | undefined
    do {
      const page = await search({
        list: 'all',
        level: 'grid',
        channel: 'qr',
        limit: 7,
        ...(after && { after }),
      })
      all.push(...page.items.map(({ number }) => number))
      after = page.next
    } while (after)
    expect(new Set(all).size).toBe(all.length)
    const { rows } = await world.database.pool.query(
      `select m.number from matters m where m.level = 'grid' and m.area_path @> array[$1::int] and exists (
         select 1 from reports r where r.matter_id = m.id and r.channel = 'qr') order by m.id desc`,
      [world.area('wenyuan')],
    )
    expect(all).toEqual(rows.map((row: { number: string }) => row.number))
  })

  it('follows a matter to another subject and another place', async () => {
    const params = { matterId: await world.matterOf(rats) }
    const chenjing = world.person('chenjing')
    await chenjing.calls(contract.changeSubject, {
      params,
      body: { subject: 'pipe_burst', reason: '选错了。' },
    })
    const to = { areaId: world.area('binxi-g2'), reason: '二网格的楼。' }
    await chenjing.calls(contract.transferMatter, { params, body: to })
    await ordered()
    expect(await numbers({ list: 'all', subject: 'pipe_burst' })).toContain(rats.number)
    expect(await numbers({ q: '蟑螂也多', area: world.area('binxi-g2') })).toEqual([rats.number])
    expect(await numbers({ q: '蟑螂也多', area: world.area('binxi-g6') })).toEqual([])
  })

  it('shows nobody what lies outside their posts', async () => {
    expect(await numbers({ q: '消防管' }, 'kongwei')).toEqual([])
    expect(await numbers({ q: leak.number }, 'kongwei')).toEqual([])
    expect(await numbers({ q: '消防管' }, 'hewei')).toEqual([])
  })

  it('counts what a named filter holds up to a hundred', async () => {
    const count = await world.person('limin').calls(contract.countFound, { query: { q: '消防管' } })
    expect(count).toEqual({ count: 1, isMore: false })
  })
})

describe('the search by phone', () => {
  const byPhone = (login: string, phone: string) =>
    world.person(login).calls(contract.searchByPhone, { body: { phone } })

  it('finds by the whole number or its last four digits, for who may look at contacts, and is on record', async () => {
    const found = async (phone: string) => (await byPhone('limin', phone)).items.map(({ number }) => number)
    expect(await found('2468')).toContain(leak.number)
    expect(await found('138 1111 2468')).toEqual([leak.number])
    expect((await byPhone('kongwei', '2468')).items).toEqual([])
    await expect(byPhone('limin', '12468')).rejects.toMatchObject({ code: 'matters.phone-too-short' })
    const [entry] = await world.rows<{ details: object }>(
      `select details from audit_entries where action = 'matters.searched-by-phone' order by id desc limit 1`,
    )
    expect(JSON.stringify(entry)).not.toContain('2468')
  })
})
