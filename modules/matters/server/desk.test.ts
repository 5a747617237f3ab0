import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { orderEvents } from './sequence.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const ordered = () => world.at(new Date(), undefined, async (ctx) => orderEvents(ctx))
const matterOf = async (said?: Parameters<World['report']>[0]) => {
  const receipt = await world.report(said)
  return { ...receipt, matterId: await world.matterOf(receipt) }
}

describe('news of the desk', () => {
  const news = (after?: number, login = 'chenjing') =>
    world
      .person(login)
      .calls(contract.readNews, { query: { list: 'todo', ...(after !== undefined && { after }) } })

  it('tells what came and what left the list since somebody looked, and nothing to who may not see it', async () => {
    await ordered()
    const { position, changed } = await news()
    expect(changed).toEqual([])
    const { matterId, number } = await matterOf()
    await ordered()
    const came = await news(position)
    expect(came.changed).toMatchObject([{ matter: { number }, isIn: true, kinds: ['received'], seq: 1 }])
    expect((await news(position, 'kongwei')).changed).toEqual([])

    await world
      .person('wangfang')
      .calls(contract.acceptMatter, { params: { matterId }, body: { take: true } })
    await ordered()
    const left = await news(came.position)
    expect(left.changed).toMatchObject([{ matter: { number, status: 'accepted' }, isIn: false }])
    expect((await news(left.position)).changed).toEqual([])
  })
})

describe('counts of the tree', () => {
  it('tell for each area below how many are open and how many late', async () => {
    const wenyuan = { query: { area: world.area('wenyuan') } }
    const { items } = await world.person('limin').calls(contract.countBelow, wenyuan)
    const binxi = items.find(({ areaId }) => areaId === world.area('binxi'))
    const counts = await world
      .person('limin')
      .calls(contract.countMatters, { query: { area: world.area('binxi') } })
    expect(binxi).toEqual({ areaId: world.area('binxi'), open: counts.open, overdue: counts.overdue })

    // A quarter holds no sums of its own: they are counted from what is open in the community.
    const below = await world
      .person('limin')
      .calls(contract.countBelow, { query: { area: world.area('binxi') } })
    expect(below.items.reduce((sum, each) => sum + each.open, 0)).toBe(counts.open)
  })

  it('name who has what in hand', async () => {
    const { items } = await world
      .person('limin')
      .calls(contract.listHolders, { query: { area: world.area('binxi') } })
    const wang = items.find(({ name }) => name === '王芳')
    const listed = await world.person('limin').calls(contract.listMatters, {
      query: { list: 'open', handler: await world.accountOf('wangfang'), limit: 100 },
    })
    const running = listed.items.filter(({ status }) => status !== 'answered')
    expect(wang).toMatchObject({ open: running.length, role: 'grid_worker' })
  })
})

describe('named filters', () => {
  it('are one person’s own, in their order', async () => {
    const limin = world.person('limin')
    const [one, two] = [uuidv7(), uuidv7()]
    await limin.calls(contract.keepFilter, {
      params: { filterId: one },
      body: { name: '滨溪超期', query: { area: world.area('binxi'), list: 'overdue' } },
    })
    await limin.calls(contract.keepFilter, {
      params: { filterId: two },
      body: { name: '老鼠', query: { q: '老鼠' } },
    })
    const ordering = await limin.calls(contract.orderFilters, { body: { ids: [two, one] } })
    expect(ordering.items.map(({ name }) => name)).toEqual(['老鼠', '滨溪超期'])
    expect((await world.person('chenjing').calls(contract.listFilters, {})).items).toEqual([])

    await world.person('chenjing').calls(contract.keepFilter, {
      params: { filterId: one },
      body: { name: '别人的', query: {} },
    })
    await world.person('chenjing').calls(contract.dropFilter, { params: { filterId: two } })
    const kept = await limin.calls(contract.listFilters, {})
    expect(kept.items.map(({ name }) => name)).toEqual(['老鼠', '滨溪超期'])
    const left = await limin.calls(contract.dropFilter, { params: { filterId: two } })
    expect(left.items).toMatchObject([{ name: '滨溪超期', query: { list: 'overdue' } }])
  })
})

describe('a batch', () => {
  const preview = (query: Parameters<typeof previewWith>[0], login = 'chenjing') => previewWith(query, login)
  const previewWith = async (
    query: { ids: string; action: contract.BatchAction; handler?: string; outcome?: contract.Outcome },
    login: string,
  ) => (await world.person(login).calls(contract.previewBatch, { query })).items

  it('says before anything is done what can be done and why the rest cannot', async () => {
    const [fresh, taken, elsewhere] = [
      await matterOf(),
      await matterOf(),
      await matterOf({ place: 'nanqiao-g3-1' }),
    ]
    const params = { matterId: taken.matterId }
    await world.person('wangfang').calls(contract.acceptMatter, { params, body: { take: true } })
    const ids = [taken.matterId, fresh.matterId, elsewhere.matterId].join(',')
    const items = await preview({ ids, action: 'accept' })
    expect(items.map(({ number, why }) => [number, why])).toEqual([
      [taken.number, expect.stringContaining('现在的状态不能这样办')],
      [fresh.number, undefined],
    ])
  })

  it('knows who could be given them, and whom they could not be given', async () => {
    const [here, there] = [await matterOf(), await matterOf({ place: 'xincheng-12' })]
    const ids = `${here.matterId},${there.matterId}`
    const { items } = await world.person('chenjing').calls(contract.listBatchHandlers, { query: { ids } })
    expect(items.find(({ name }) => name === '陈静')?.fits).toBe(2)
    expect(items.find(({ name }) => name === '王芳')?.fits).toBe(1)
    const handler = await world.accountOf('wangfang')
    const assigned = await preview({ ids, action: 'assign', handler })
    expect(assigned.map(({ why }) => why === undefined)).toEqual([true, false])
  })

  it('sees that "solved" needs a photo where the subject demands one', async () => {
    const { matterId } = await matterOf({ subject: 'pipe_burst', words: '水管漏水。' })
    await world
      .person('wangfang')
      .calls(contract.acceptMatter, { params: { matterId }, body: { take: true } })
    const as = async (outcome: contract.Outcome) =>
      (await preview({ ids: matterId, action: 'answer', outcome }, 'wangfang'))[0]?.why
    expect(await as('solved')).toMatch('照片')
    expect(await as('planned')).toBeUndefined()
  })
})
