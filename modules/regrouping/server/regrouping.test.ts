import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areasAsOf } from '#modules/places/server/door.ts'
import { areaAsOf } from '#modules/places/server/as-of.ts'
import * as matters from '#modules/matters/contract.ts'
import * as people from '#modules/people/contract.ts'
import * as places from '#modules/places/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { carryOutDue } from './regroup-grids.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const sunli = () => world.person('sunli')
const preview = (plan: contract.Plan) => sunli().calls(contract.previewRegrouping, { body: plan })
const regroup = (plan: contract.Plan, posts: contract.PostDecision[] = []) =>
  sunli().calls(contract.regroupGrids, { body: { plan, posts } })
const day = (offset: number): string =>
  new Date(Date.now() + offset * 24 * 3600_000 + 8 * 3600_000).toISOString().slice(0, 10)
const asOf = (on: string) =>
  world.at(new Date(), 'sunli', async (ctx) => {
    const grids = await areasAsOf(ctx, on, { within: world.area('binxi'), kinds: ['grid'] })
    return grids.map(({ name }) => name)
  })
const houses = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => world.area(`binhe-${from + index}`))
/** Matters received by grid, as last month's report counts them. */
const received = () =>
  world.rows(`select grid_id, count(*)::int as n from matters group by grid_id order by grid_id`)

describe('a grid that is split', () => {
  const plan = (): contract.Plan => ({
    kind: 'split',
    from: [world.area('binxi-g1')],
    parts: [
      { name: '滨溪第一网格', takes: houses(1, 6) },
      { name: '滨溪第八网格', takes: houses(7, 10) },
    ],
  })

  it('is looked at first: houses, posts, matters and posters, and nothing changes', async () => {
    await world.report({ place: 'binhe-3' })
    await world.report({ place: 'binhe-8', subject: 'street_lamp', words: '8号楼门口的路灯不亮。' })
    const { parts, ...seen } = await preview(plan())
    expect(parts.map(({ houses: own }) => own.length)).toEqual([6, 4])
    expect(parts.map(({ openMatters }) => openMatters).every((count) => count > 0)).toBe(true)
    expect(seen.ending).toEqual([{ areaId: world.area('binxi-g1'), name: '滨溪第一网格' }])
    expect(seen.posts.map(({ holder }) => holder)).toEqual(
      expect.arrayContaining(['梁波', '王芳', '牛桂芬', '顾长青']),
    )
    expect(seen.openMatters.find(({ handlerName }) => handlerName === '王芳')?.count).toBeGreaterThan(0)
    expect(seen.leftOver).toEqual([])
    expect(await asOf(day(1))).toContain('滨溪第一网格')
  })

  it('is refused while a post is not decided, a house not given, or two would hold one post', async () => {
    await expect(regroup(plan())).rejects.toMatchObject({ code: 'regrouping.posts-undecided' })
    const half = { ...plan(), parts: [{ name: '东', takes: houses(1, 5) }, { name: '西' }] }
    expect((await preview(half)).leftOver).toHaveLength(5)
    await expect(regroup(half)).rejects.toMatchObject({ code: 'places.house-left-over' })
    await expect(preview({ ...plan(), from: [world.area('binhe-1')] })).rejects.toMatchObject({
      code: 'places.grids-wrong',
    })
    await expect(preview({ ...plan(), day: '2020-01-01' })).rejects.toMatchObject({
      code: 'regrouping.day-past',
    })
    const twice = {
      ...plan(),
      parts: [
        { name: '东', takes: houses(1, 6) },
        { name: '西', takes: houses(6, 10) },
      ],
    }
    await expect(preview(twice)).rejects.toMatchObject({ code: 'places.parts-wrong' })
  })

  it('ends today; last month stays as it was, in areas and in figures', async () => {
    const before = { yesterday: await asOf(day(-1)), counted: await received() }
    const { posts } = await preview(plan())
    const done = await regroup(
      plan(),
      // The worker goes on in the larger part; the helper in both; the leader in the first; the others end.
      posts.map(({ postId, role, holder }) => ({
        postId,
        to: role === 'grid_worker' || role === 'grid_leader' ? [0] : holder === '牛桂芬' ? [0, 1] : [],
      })),
    )
    expect(done).toMatchObject({ state: 'done', to: [{ name: '滨溪第一网格' }, { name: '滨溪第八网格' }] })
    expect(await asOf(day(-1))).toEqual(before.yesterday)
    expect(await received()).toEqual(before.counted)
    const now = await asOf(day(0))
    expect(now).toHaveLength(before.yesterday.length + 1)
    expect(now).toContain('滨溪第八网格')

    await world.at(new Date(), 'sunli', async (ctx) => {
      const house = world.area('binhe-8')
      expect((await areaAsOf(ctx, house, day(-1)))?.grid_id).toBe(world.area('binxi-g1'))
      expect((await areaAsOf(ctx, house, day(0)))?.path_names).toContain('滨溪第八网格')
    })
    const [row] = await world.rows<{ path: number[]; grid_id: number }>(
      'select path, grid_id from areas where id = $1',
      [world.area('binhe-3-u2')],
    )
    expect(row?.path).toContain(row?.grid_id)
    expect(row?.grid_id).toBe(done.to[0]?.areaId)
  })

  it('says what became of it, and who answers for its place now', async () => {
    const lineage = await sunli().calls(places.readLineage, { params: { areaId: world.area('binxi-g1') } })
    expect(lineage.validTo).toBe(day(0))
    expect(lineage.to.map(({ name, how }) => `${how} ${name}`)).toEqual([
      'split 滨溪第一网格',
      'split 滨溪第八网格',
    ])
    expect(lineage.today.map(({ name, whole }) => `${name} ${whole}`)).toEqual([
      '滨溪第一网格 true',
      '滨溪第八网格 true',
    ])
  })

  it('leaves open matters in the hands they were in, and sends new ones to the new grid', async () => {
    const wangfang = world.person('wangfang')
    const { items } = await wangfang.calls(matters.listMatters, { query: { list: 'mine' } })
    const old = items.find(({ placeId }) => placeId === world.area('binhe-8'))
    expect(old).toMatchObject({ areaName: '滨溪第一网格' })
    await wangfang.calls(matters.acceptMatter, { params: { matterId: old?.id ?? '' }, body: { take: true } })
    await wangfang.calls(matters.handUpMatter, {
      params: { matterId: old?.id ?? '' },
      body: { reason: '要动公共管线，请社区协调。' },
    })

    const receipt = await world.report({ place: 'binhe-3', subject: 'parking_disorder' })
    expect(receipt.handler?.name).toBe('王芳')
    // Nobody works in the new grid yet: the community takes it, and the gap is on the list.
    const orphan = await world.report({ place: 'binhe-9', subject: 'parking_disorder' })
    expect(orphan.handler?.name).not.toBe('王芳')
    const { items: gaps } = await world
      .person('chenjing')
      .calls(people.listStaffingGaps, { query: { area: world.area('binxi') } })
    expect(gaps.find(({ areaName }) => areaName === '滨溪第八网格')?.missing).toEqual([
      'grid_leader',
      'grid_worker',
    ])
  })

  it('shows what is still open to whoever answers for the house now, and to nobody else', async () => {
    // 牛桂芬 goes on in both; 毛辉 of another community is put on the new grid.
    const areaId = await world.value<number>(`select id from areas where name = '滨溪第八网格'`)
    const maohui = world.person('maohui')
    await world.person('zhengkai').calls(people.addPost, {
      body: { accountId: await world.accountOf('maohui'), role: 'grid_leader', areaId },
    })
    const seen = (await maohui.calls(matters.listMatters, { query: { list: 'open', area: areaId } })).items
    const houses8 = seen.map(({ placeId }) => placeId)
    expect(houses8).toContain(world.area('binhe-8'))
    expect(houses8).not.toContain(world.area('binhe-3'))
    const { open } = await maohui.calls(matters.countMatters, { query: { area: areaId } })
    expect(open).toBe(seen.length)

    const old = seen.find(({ areaName }) => areaName === '滨溪第一网格')
    const { timeline } = await maohui.calls(matters.readMatter, { params: { matterId: old?.id ?? '' } })
    expect(timeline.find(({ kind }) => kind === 'regrouped')?.to).toBe('滨溪第八网格')
    const mine = (await world.person('wangfang').calls(matters.listMatters, { query: { list: 'mine' } }))
      .items
    const first = mine.find(
      ({ areaName, placeId }) => areaName === '滨溪第一网格' && placeId === world.area('binhe-3'),
    )
    await expect(
      maohui.calls(matters.readMatter, { params: { matterId: first?.id ?? '' } }),
    ).rejects.toMatchObject({ code: 'matters.not-found' })
  })

  it('cannot be split again on the day it was made', async () => {
    const areaId = await world.value<number>(`select id from areas where name = '滨溪第八网格'`)
    const again = {
      ...plan(),
      from: [areaId],
      parts: [
        { name: '甲', takes: houses(7, 8) },
        { name: '乙', takes: houses(9, 10) },
      ],
    }
    await expect(preview(again)).rejects.toMatchObject({ code: 'places.grid-too-new' })
    expect((await preview({ ...again, day: day(1) })).isLater).toBe(true)
  })
})

describe('grids that are merged', () => {
  it('hand on their houses, posters and outline, with other names where there would be two', async () => {
    const from = [world.area('binxi-g5'), world.area('binxi-g6')]
    const token = await world
      .person('chenjing')
      .calls(places.makeDoorCode, { params: { areaId: from[1] ?? 0 }, body: { facility: '网格公示栏' } })
    const plan: contract.Plan = { kind: 'merge', from, parts: [{ name: '新城网格' }] }
    const seen = await preview(plan)
    expect(seen.parts[0]?.houses).toHaveLength(18)
    expect(seen.doorCodes).toBe(1)
    expect(seen.parts[0]?.renamed).toContainEqual({ was: '1号院', now: '滨溪第六网格1号院' })
    const bothLeaders = seen.posts.map(({ postId }) => ({ postId, to: [0] }))
    await expect(regroup(plan, bothLeaders)).rejects.toMatchObject({ code: 'people.post-taken' })

    const one = seen.posts.map(({ postId, areaId }) => ({ postId, to: areaId === from[0] ? [0] : [] }))
    const done = await regroup(plan, one)
    const merged = done.to[0]?.areaId ?? 0
    const { area, boundary } = await sunli().calls(places.readArea, { params: { areaId: merged } })
    expect(area).toMatchObject({ name: '新城网格', kind: 'grid' })
    expect(boundary?.type).toBe('Polygon')
    const door = await world.browser().get(`/api/v1/doors/${token.token}`)
    expect(door.json()).toMatchObject({ place: { areaId: merged } })
    const middle = { lon: 113.242, lat: 35.2415 }
    expect((await world.browser().calls(places.findGridAt, { query: middle })).areaId).toBe(merged)
  })

  it('must lie in the same quarter or community', async () => {
    const from = [world.area('binxi-g3'), world.area('xuefu-g2')]
    await expect(preview({ kind: 'merge', from, parts: [{ name: '远亲' }] })).rejects.toMatchObject({
      code: 'places.grids-apart',
    })
  })
})

describe('houses that move', () => {
  it('wait for their day, and are moved by then, micro-grid and all', async () => {
    const g3 = world.area('binxi-g3')
    const g4 = world.area('binxi-g4')
    const house = world.area('xipan-1')
    const plan: contract.Plan = {
      kind: 'move',
      day: day(2),
      from: [g3],
      parts: [{ gridId: g4, takes: [house] }],
    }
    expect(await preview(plan)).toMatchObject({ isLater: true, ending: [], posts: [] })
    const planned = await regroup(plan)
    expect(planned.state).toBe('planned')
    const gridOf = () => world.value<number>('select grid_id from areas where id = $1', [house])
    await world.at(new Date(Date.now() + 24 * 3600_000), undefined, carryOutDue)
    expect(await gridOf()).toBe(g3)
    await world.at(new Date(Date.now() + 2 * 24 * 3600_000), undefined, async (ctx) =>
      carryOutDue({ ...ctx, actor: { ...ctx.actor, kind: 'system' } }),
    )
    expect(await gridOf()).toBe(g4)
    const lineage = await sunli().calls(places.readLineage, { params: { areaId: g3 } })
    expect(lineage.to).toMatchObject([{ areaId: g4, how: 'move', ended: false }])
    expect(lineage.today).toContainEqual({ areaId: g4, kind: 'grid', name: '滨溪第四网格', whole: false })
    await expect(
      sunli().calls(contract.cancelRegrouping, { params: { regroupingId: planned.id } }),
    ).rejects.toMatchObject({ code: 'regrouping.settled' })
  })

  it('are left alone when it is called off, or when it has become impossible', async () => {
    const plan: contract.Plan = {
      kind: 'merge',
      day: day(3),
      from: [world.area('wenchang-g1'), world.area('wenchang-g2')],
      parts: [{ name: '文昌网格' }],
    }
    const decide = async () =>
      (await preview(plan)).posts.map(({ postId, areaId }) => ({
        postId,
        to: areaId === world.area('wenchang-g1') ? [0] : [],
      }))
    const off = await regroup(plan, await decide())
    const cancelled = await sunli().calls(contract.cancelRegrouping, { params: { regroupingId: off.id } })
    expect(cancelled.state).toBe('cancelled')

    const stuck = await regroup(plan, await decide())
    // Somebody was put on a post there after the decision: nobody said what becomes of it.
    await world.person('zhengkai').calls(people.addPost, {
      body: {
        accountId: await world.accountOf('taohai'),
        role: 'grid_helper',
        areaId: world.area('wenchang-g2'),
      },
    })
    await world.at(new Date(Date.now() + 4 * 24 * 3600_000), undefined, async (ctx) =>
      carryOutDue({ ...ctx, actor: { ...ctx.actor, kind: 'system' } }),
    )
    const { items } = await sunli().calls(contract.listRegroupings, { query: {} })
    expect(items.find(({ id }) => id === stuck.id)).toMatchObject({
      state: 'stuck',
      stuckOn: expect.stringContaining('岗位'),
    })
  })
})
