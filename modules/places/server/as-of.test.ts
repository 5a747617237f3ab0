import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { areaAsOf, areasAsOf } from './as-of.ts'
import { changeArea } from './change-areas.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const changeOn = (day: string, areaId: number, body: object) =>
    world.at(new Date(`${day}T12:00:00+08:00`), 'sunli', (ctx) => changeArea(ctx, areaId, body))
  await changeOn('2026-10-10', world.area('wenchang'), { name: '文昌里社区', communityType: 'commercial' })
  await changeOn('2026-10-12', world.area('wenchang-g1'), { boundary: small, households: 312 })
})
afterAll(() => world.close())

const small = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [113.2, 35.2],
      [113.3, 35.2],
      [113.3, 35.3],
      [113.2, 35.2],
    ],
  ],
}
const chenjing = () => world.person('chenjing')
const sunli = () => world.person('sunli')

describe('the tree as of a day', () => {
  it('has the names above an area that they had on that day', async () => {
    const areaId = world.area('wenchang-g1')
    const read = (on: string) => sunli().calls(contract.readArea, { params: { areaId }, query: { on } })
    expect((await read('2026-10-09')).area.pathNames).toEqual(['文苑街道', '文昌社区', '文昌第一网格'])
    expect((await read('2026-10-10')).area.pathNames).toEqual(['文苑街道', '文昌里社区', '文昌第一网格'])
    expect((await read('2026-10-11')).boundary).not.toEqual(small)
    expect((await read('2026-10-11')).area.households).toBeUndefined()
    expect(await read('2026-10-12')).toMatchObject({ boundary: small, area: { households: 312 } })
    await expect(read('2020-01-01')).rejects.toMatchObject({ code: 'places.area-not-found' })
  })

  it('is given to reports with path, levels and types of that day', async () => {
    await world.at(new Date(), 'sunli', async (ctx) => {
      const before = await areasAsOf(ctx, '2026-10-09', { kinds: ['community', 'grid'] })
      const wenchang = before.find(({ id }) => id === world.area('wenchang'))
      expect(wenchang).toMatchObject({ name: '文昌社区', community_type: 'old', kind: 'community' })
      expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(['community', 'grid']))
      const grid = before.find(({ id }) => id === world.area('wenchang-g1'))
      expect(grid).toMatchObject({
        grid_id: world.area('wenchang-g1'),
        community_id: world.area('wenchang'),
        street_id: world.area('wenyuan'),
        path: ['jinhe', 'wenyuan', 'wenchang', 'wenchang-g1'].map((key) => world.area(key)),
      })

      const within = await areasAsOf(ctx, '2026-10-10', { within: world.area('wenchang') })
      expect(within[0]).toMatchObject({ name: '文昌里社区', path_names: ['文苑街道', '文昌里社区'] })
      expect(within.every(({ community_id }) => community_id === world.area('wenchang'))).toBe(true)
      expect(within.filter(({ kind }) => kind === 'building')).toHaveLength(6)
      expect(await areasAsOf(ctx, '2020-01-01')).toEqual([])
      expect(await areaAsOf(ctx, world.area('binhe-3'), '2026-10-09')).toMatchObject({
        grid_id: world.area('binxi-g1'),
        child_count: 4,
      })
    })
  })

  it('gives a map its outline, neighbours, parts and buildings in one answer, and stays within the own posts', async () => {
    const areaId = world.area('binxi-g1')
    const shapes = await chenjing().calls(contract.readShapes, { params: { areaId } })
    expect(shapes.own).toBeDefined()
    expect(shapes.parent).toBeDefined()
    expect(shapes.beside.map(({ name }) => name)).toEqual(['滨溪第二网格'])
    expect(shapes.buildings).toHaveLength(10)
    const elsewhere = { params: { areaId: world.area('xuefu-g1') }, query: { on: '2026-10-09' } }
    for (const route of [contract.readArea, contract.readShapes, contract.readLineage] as const)
      await expect(chenjing().calls(route, elsewhere)).rejects.toMatchObject({ status: 404 })
  })

  it('takes a code of 15 digits for a grid and none for a building', async () => {
    const change = (key: string, code: string) =>
      sunli().calls(contract.changeArea, { params: { areaId: world.area(key) }, body: { code } })
    expect((await change('binxi-g1', '419900001001001')).code).toBe('419900001001001')
    await expect(change('binxi-g2', '419900001001001')).rejects.toMatchObject({ code: 'places.code-taken' })
    await expect(change('binhe-3', '419900001001')).rejects.toMatchObject({ code: 'places.code-unfit' })
    await expect(change('binxi-g2', '419900001001')).rejects.toMatchObject({ code: 'places.code-unfit' })
  })
})

describe('a point', () => {
  it('may come in the coordinates of other map makers', async () => {
    const at = async (lon: number, lat: number, system?: 'gcj02' | 'bd09' | 'cgcs2000') =>
      (await world.browser().calls(contract.findGridAt, { query: { lon, lat, ...(system && { system }) } }))
        .areaId
    const grid = world.area('binxi-g1')
    // The middle of the first grid; the same place as 高德 (shifted by about 600 m here) and 百度 name it.
    expect(await at(113.2371, 35.2378)).toBe(grid)
    expect(await at(113.2371, 35.2378, 'cgcs2000')).toBe(grid)
    expect(await at(113.24347, 35.23731, 'gcj02')).toBe(grid)
    expect(await at(113.24999, 35.24319, 'bd09')).toBe(grid)
    expect(await at(113.2371, 35.2378, 'gcj02').catch(() => undefined)).not.toBe(grid)
  })
})
