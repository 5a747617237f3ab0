import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '#kernel/server/sheet.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { changeArea } from './change-areas.ts'
import { gridAt } from './grid-map.ts'
import { areaColumns, checkAreaRows, importAreas } from './import-areas.ts'
import { listAreas } from './list-areas.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const head = '区划代码,上级代码,层级,名称,社区类型\n'
const check = async (lines: string) => {
  const sheet = await readSheet(Buffer.from(head + lines), { fileName: 'areas.csv', columns: areaColumns })
  expect(sheet.problems).toEqual([])
  return checkAreaRows(sheet.rows)
}
const countAreas = () => world.value<number>('select count(*)::int from areas')

describe('importing areas', () => {
  const good = [
    '419900000000,,区,锦河区,',
    '419900009000,419900000000,街道,新城街道,',
    '419900009001,419900009000,社区,新城社区,商品房',
    '419900009002,419900009000,村,新村,村改居',
  ].join('\n')

  it('adds what is new, keeps what is there, and changes nothing the second time', async () => {
    const { checked, marks } = await check(good)
    expect(marks.size).toBe(0)
    const before = await countAreas()
    const run = () => world.at(new Date(), 'sunli', (ctx) => importAreas(ctx, checked))
    expect(await run()).toEqual({ added: 3, unchanged: 1 })
    expect(await countAreas()).toBe(before + 3)
    expect(await run()).toEqual({ added: 0, unchanged: 4 })
    const [row] = await world.rows<{ community_type: string; path: number[]; street_id: number }>(
      `select community_type, path, street_id from areas where code = '419900009001'`,
    )
    expect(row?.community_type).toBe('commercial')
    expect(row?.path).toHaveLength(3)
    expect(row?.street_id).toBe(row?.path[1])
  })

  it('marks each of ten broken rows with what is wrong, in both languages', async () => {
    const broken = [
      '41990000800,419900000000,街道,少一位,',
      '419900008001,419900000000,大区,不认识的层级,',
      '419900008002,419900000000,街道,,',
      '419900008003,,街道,没有上级,',
      '419900008004,419900777777,街道,上级不在表里,',
      '419900000000,,区,代码重复,',
      '419900008005,419900009001,街道,层级颠倒,',
      '419801008006,419900000000,街道,别的区,',
      '419900008007,419900009000,社区,类型不对,豪宅',
      `419900008008,419900000000,街道,${'长'.repeat(81)},`,
    ]
    const { marks } = await check([good, ...broken].join('\n'))
    expect([...marks.keys()].toSorted((a, b) => a - b)).toEqual(broken.map((_, index) => index + 6))
    for (const messages of marks.values())
      for (const message of messages) expect(message).toMatch(/\p{Script=Han}.*\/ .*[a-z]{3}/u)
  })

  it('refuses two siblings of one name', async () => {
    const { marks } = await check(`${good}\n419900009003,419900009000,社区,新城社区,`)
    expect([...marks.keys()]).toEqual([6])
  })
})

describe('an area', () => {
  const sunli = () => world.person('sunli')

  it('keeps the name it had on each day', async () => {
    const areaId = world.area('wenchang-g1')
    const parent = world.area('wenchang')
    const nameOn = (on: string) =>
      world.at(new Date(), 'sunli', async (ctx) => {
        const { items } = await listAreas(ctx, { parent, on })
        return items.find((item) => item.id === areaId)?.name
      })
    const change = (day: string, name: string) =>
      world.at(new Date(`${day}T12:00:00+08:00`), 'sunli', (ctx) => changeArea(ctx, areaId, { name }))
    await change('2026-10-10', '文昌东网格')
    await change('2026-10-20', '写错的名字')
    await change('2026-10-20', '文昌一号网格')
    expect(await nameOn('2026-10-09')).toBe('文昌第一网格')
    expect(await nameOn('2026-10-10')).toBe('文昌东网格')
    expect(await nameOn('2026-10-19')).toBe('文昌东网格')
    expect(await nameOn('2026-10-20')).toBe('文昌一号网格')
    const versions = await world.rows('select * from area_versions where area_id = $1', [areaId])
    expect(versions).toHaveLength(3)
  })

  it('is finer than the one it lies in, and its name its own among siblings', async () => {
    const add = (kind: 'street' | 'grid', name: string) =>
      sunli().calls(contract.addArea, { body: { parentId: world.area('xuefu'), kind, name } })
    await expect(add('street', '倒过来')).rejects.toMatchObject({ code: 'places.kind-reversed' })
    await expect(add('grid', '学府第一网格')).rejects.toMatchObject({ code: 'places.name-taken' })
    await expect(
      sunli().calls(contract.addArea, {
        body: { parentId: world.area('wenyuan'), kind: 'community', name: '重码社区', code: '419900001001' },
      }),
    ).rejects.toMatchObject({ code: 'places.code-taken' })
    expect((await add('grid', ' 学府第三网格 ')).name).toBe('学府第三网格')
  })

  it('is not ended over the heads of those below it', async () => {
    await expect(
      sunli().calls(contract.endArea, { params: { areaId: world.area('binxi') } }),
    ).rejects.toMatchObject({ code: 'places.area-has-children' })
    const areaId = world.area('xipan-6-u3')
    await sunli().calls(contract.endArea, { params: { areaId } })
    await expect(sunli().calls(contract.readArea, { params: { areaId } })).rejects.toMatchObject({
      code: 'places.area-not-found',
    })
  })

  it('takes no broken boundary', async () => {
    const areaId = world.area('xuefu-g2')
    for (const coordinates of [
      [],
      [[[113, 35]]],
      [
        [
          [113, 35],
          [114, 35],
          [114, 36],
          [113, 36],
        ],
      ],
      [[['a', 'b']]],
    ])
      await expect(
        sunli().calls(contract.changeArea, {
          params: { areaId },
          body: { boundary: { type: 'Polygon', coordinates } },
        }),
      ).rejects.toMatchObject({ code: 'places.boundary-broken' })
  })
})

describe('a point on the map', () => {
  it('lies in exactly one grid, inside the district and on every edge', async () => {
    const grids = await world.rows<{ id: number; boundary: { coordinates: [number, number][][] } }>(
      `select id, boundary from areas where kind = 'grid' and boundary is not null and valid_to is null`,
    )
    const corners = grids.flatMap((grid) => grid.boundary.coordinates[0] ?? [])
    const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
    const span = (values: number[]) => ({ min: Math.min(...values), max: Math.max(...values), noNaN: true })
    await world.at(new Date(), undefined, async (ctx) => {
      await fc.assert(
        fc.asyncProperty(fc.double(span(lons)), fc.double(span(lats)), async (lon, lat) => {
          const found = await gridAt(ctx, { lon, lat })
          const again = await gridAt(ctx, { lon, lat })
          expect(found).toBe(again)
        }),
        { numRuns: 200 },
      )
      for (const [lon, lat] of corners) expect(await gridAt(ctx, { lon, lat })).toBeTypeOf('number')
      for (const grid of grids) {
        const ring = grid.boundary.coordinates[0] ?? []
        const middle = (axis: 0 | 1) =>
          ring.slice(1).reduce((sum, at) => sum + at[axis], 0) / (ring.length - 1)
        expect(await gridAt(ctx, { lon: middle(0), lat: middle(1) })).toBe(grid.id)
      }
      expect(await gridAt(ctx, { lon: 0, lat: 0 })).toBeUndefined()
    })
  })

  it('follows a boundary that changed at once', async () => {
    const areaId = world.area('qiaodong-g1')
    const ring = [
      [10, 10],
      [11, 10],
      [11, 11],
      [10, 11],
      [10, 10],
    ]
    const query = { lon: 10.5, lat: 10.5 }
    await expect(world.browser().calls(contract.findGridAt, { query })).rejects.toMatchObject({
      code: 'places.point-outside',
    })
    await world.person('sunli').calls(contract.changeArea, {
      params: { areaId },
      body: { boundary: { type: 'Polygon', coordinates: [ring] } },
    })
    expect((await world.browser().calls(contract.findGridAt, { query })).areaId).toBe(areaId)
  })
})
