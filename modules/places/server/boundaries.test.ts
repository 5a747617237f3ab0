import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { fromWgs84 } from './coordinates.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Position = [number, number]
type Feature = {
  type: 'Feature'
  id?: number
  properties: object
  geometry: { type: string; coordinates: unknown }
}

const sunli = () => world.person('sunli')
const geoJson = (features: readonly Feature[]) => ({
  name: 'grids.geojson',
  bytes: Buffer.from(`\uFEFF${JSON.stringify({ type: 'FeatureCollection', features })}`),
})
const exported = async (query: object = {}): Promise<Feature[]> => {
  const params = { areaId: world.area('binxi') }
  const { body } = await sunli().asks(contract.exportBoundaries, {
    params,
    query: { kind: 'grid', ...query },
  })
  return (body as { features: Feature[] }).features.toSorted((a, b) => (a.id ?? 0) - (b.id ?? 0))
}
const send = async (
  route: typeof contract.checkBoundaries | typeof contract.importBoundaries,
  features: readonly Feature[],
  query = {},
) =>
  sunli().asks(route, {
    params: { areaId: world.area('binxi') },
    query: { kind: 'grid', property: 'name', ...query },
    file: geoJson(features),
  })
const check = async (features: readonly Feature[], query = {}) =>
  (await send(contract.checkBoundaries, features, query)).body as contract.CheckedBoundaries
const named = (name: string, ring: readonly Position[]): Feature => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const shifted = (feature: Feature, how: (at: Position) => Position): Feature => ({
  ...feature,
  geometry: {
    ...feature.geometry,
    coordinates: (feature.geometry.coordinates as Position[][]).map((ring) => ring.map(how)),
  },
})

describe('boundaries in a file', () => {
  it('come out as GeoJSON and go in again without a word', async () => {
    const features = await exported()
    expect(features).toHaveLength(7)
    expect(features[0]).toMatchObject({ properties: { name: '滨溪第一网格', kind: 'grid' } })
    const checked = await check(features)
    expect(checked.sound).toBe(7)
    expect(checked.items.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(checked.gaps).toEqual([])
    expect(checked.items[0]?.squareMetres).toBeGreaterThan(70_000)
    expect(checked.items[0]?.squareMetres).toBeLessThan(90_000)
  })

  it('are checked one by one, each with what is wrong with it', async () => {
    const [first, second] = await exported()
    if (!first || !second) throw new Error('no grids')
    const [ring = []] = second.geometry.coordinates as Position[][]
    const [a = [0, 0]] = ring
    const bowTie: Position[] = [a, [a[0] + 1e-3, a[1] + 1e-3], [a[0] + 1e-3, a[1]], [a[0], a[1] + 1e-3], a]
    const faulty = [
      first,
      named('滨溪第六网格', ring.slice(0, -1)),
      named('滨溪第三网格', bowTie),
      named('没有的网格', ring),
      { ...named('滨溪第七网格（商务中心）', []), geometry: { type: 'Point', coordinates: a } },
      named(
        '滨溪第四网格',
        ring.map(([lon, lat]) => [lon * 100_000, lat * 100_000]),
      ),
      named(
        '滨溪第五网格',
        ring.map(([lon, lat]) => [lon + 1, lat]),
      ),
      named('滨溪第二网格', ring),
      named('滨溪第二网格', ring),
    ]
    const { items, sound } = await check(faulty)
    expect(items.map(({ faults }) => faults)).toEqual([
      [],
      ['ring_open'],
      ['crosses_itself'],
      ['unmatched'],
      ['no_polygon'],
      ['not_degrees'],
      ['elsewhere'],
      ['twice'],
      ['twice'],
    ])
    expect(sound).toBe(1)
    const refused = await send(contract.importBoundaries, faulty)
    expect(refused.body).toMatchObject({ code: 'places.boundaries-faulty', details: { faulty: 8 } })
    const some = await send(contract.importBoundaries, faulty, { only: 'sound' })
    expect(some.body).toEqual({ taken: 1, left: 8 })
    for (const text of ['{', '[]', '{"type":"FeatureCollection","features":[]}']) {
      const answer = await sunli().asks(contract.checkBoundaries, {
        params: { areaId: world.area('binxi') },
        query: { kind: 'grid' },
        file: { name: 'x.json', bytes: Buffer.from(text) },
      })
      expect(answer.body).toMatchObject({ code: 'places.geojson-unreadable' })
    }
  })

  it('say how much they overlap a neighbour, stick out of the community, and leave uncovered', async () => {
    const [first] = await exported()
    if (!first) throw new Error('no grids')
    // 20 m east: over the second grid, and away from the western edge of the community.
    const east = shifted(first, ([lon, lat]) => [lon + 20 / 91_000, lat])
    const { items, gaps } = await check([east])
    const overlap = items[0]?.warnings.find(({ name }) => name === '滨溪第二网格')
    expect(overlap?.what).toBe('overlaps')
    // 400 m of a common border, 20 m wide.
    expect(overlap?.squareMetres).toBeGreaterThan(7_500)
    expect(overlap?.squareMetres).toBeLessThan(8_500)
    expect(gaps).toMatchObject([{ name: '滨河花园' }])
    const west = shifted(first, ([lon, lat]) => [lon - 20 / 91_000, lat])
    expect((await check([west])).items[0]?.warnings).toMatchObject([{ what: 'sticks_out', name: '滨河花园' }])
  })

  it('are read in the coordinates of the map they come from, and a wrong choice is noticed', async () => {
    const features = await exported()
    const amap = features.map((each) => shifted(each, (at) => fromWgs84(at, 'gcj02')))
    expect(await exported({ system: 'gcj02' })).toMatchObject(amap.map(({ properties }) => ({ properties })))
    const wrong = await check(amap)
    expect(wrong.sound).toBeLessThan(7)
    expect(wrong.suggests).toBe('gcj02')
    const right = await check(amap, { system: 'gcj02' })
    expect(right.sound).toBe(7)
    expect(right.items.flatMap(({ warnings }) => warnings)).toEqual([])
  })

  it('hold from the day they were taken; the day before has the old one', async () => {
    const areaId = world.area('binxi-g7')
    const [old] = (await exported()).filter(({ id }) => id === areaId)
    if (!old) throw new Error('no grid')
    const smaller = shifted(old, ([lon, lat]) => [lon, lat + (35.2375 - lat) / 10])
    const done = await send(contract.importBoundaries, [smaller])
    expect(done.body).toEqual({ taken: 1, left: 0 })
    const yesterday = new Date(Date.now() - 16 * 3600_000).toISOString().slice(0, 10)
    const before = (await exported({ on: yesterday })).find(({ id }) => id === areaId)
    expect(before?.geometry).toEqual(old.geometry)
    expect((await exported()).find(({ id }) => id === areaId)?.geometry).not.toEqual(old.geometry)
  })
})
