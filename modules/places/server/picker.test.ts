import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { rankOf } from './pinyin-match.ts'
import { thinned } from './shapes/thinned.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const search = async (q: string) =>
  (await world.browser().calls(contract.searchPlaces, { query: { q } })).items.map(({ pathNames }) =>
    pathNames.join(' '),
  )

describe('what is typed', () => {
  it.each([
    ['重庆路街道', 'cqljd'],
    ['重庆路街道', 'chongqinglu'],
    ['重庆路街道', '重庆路'],
    ['重庆路街道', 'chongql'],
    ['单家庄', 'sjz'],
    ['单家庄', 'shanjia'],
    ['3单元', '3dy'],
    ['长春路街道', 'ccljd'],
  ])('%s is found by %s', (name, typed) => {
    expect(rankOf([name], typed)).toBe(0)
  })

  it('does not find by a wrong reading, or half a number', () => {
    expect(rankOf(['重庆路街道'], 'zqljd')).toBeUndefined()
    expect(rankOf(['30号楼'], '3')).toBeUndefined()
    expect(rankOf(['13号楼'], '3')).toBeUndefined()
    expect(rankOf(['3号楼'], '3')).toBe(0)
  })
})

describe('a resident without a code', () => {
  it('finds a building by the initials of its quarter and its number', async () => {
    expect((await search('bhhy3'))[0]).toBe('文苑街道 滨溪社区 滨河花园 滨溪第一网格 2号院 3号楼')
    expect((await search('滨河花园 3号楼'))[0]).toMatch(/滨河花园 .* 3号楼$/)
    expect((await search('bhhy3hl2dy'))[0]).toMatch(/3号楼 2单元$/)
    expect((await search('wyjd'))[0]).toBe('文苑街道')
    expect(await search('')).toEqual([])
    expect(await search('zzzz')).toEqual([])
  })

  it('goes down the list without meeting grids', async () => {
    const step = async (parent?: number) =>
      (await world.browser().calls(contract.listPlaces, { query: { ...(parent && { parent }) } })).items
    expect((await step()).map(({ name }) => name)).toEqual(['南桥街道', '文苑街道'])
    const quarters = await step(world.area('binxi'))
    expect(quarters.map(({ kind }) => kind)).toEqual(['quarter', 'quarter', 'quarter', 'quarter'])
    const buildings = await step(world.area('binhe'))
    expect(buildings.map(({ name }) => name).slice(0, 3)).toEqual(['1号楼', '2号楼', '3号楼'])
    expect(buildings).toHaveLength(19)
    expect((await step(world.area('xuefu')))[0]?.kind).toBe('building')
    await expect(step(999_999)).rejects.toMatchObject({ code: 'places.area-not-found' })
  })

  it('is given a small map of a box', async () => {
    const whole = await world.browser().calls(contract.readPlaceMap, {})
    expect(whole.layer).toBe('grid')
    expect(whole.shapes.length).toBeGreaterThan(10)
    const box = { west: 113.236, south: 35.236, east: 113.2365, north: 35.2365 }
    const some = await world.browser().calls(contract.readPlaceMap, { query: box })
    expect(some.shapes.map(({ name }) => name)).toContain('滨溪第一网格')
    expect(some.shapes.length).toBeLessThan(whole.shapes.length)
    expect(some.buildings.length).toBeLessThan(whole.buildings.length)
    expect(JSON.stringify(whole)).not.toMatch(/王芳|phone/)
  })
})

it('leaves out corners that do not show, and keeps the ring closed', () => {
  const ring: [number, number][] = [
    [113, 35],
    [113.001, 35.000001],
    [113.002, 35],
    [113.002, 35.002],
    [113, 35.002],
    [113, 35],
  ]
  expect(thinned(ring, 3)).toEqual(ring.filter((_, index) => index !== 1))
})
