import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const subject = 'street_lamp'
const reportAt = (place: string, words: string, joins?: string) =>
  world.browser().calls(contract.sendReport, {
    body: { areaId: world.area(place), subject, words, photoIds: [], ...(joins && { joins }) },
  })

it('tells neighbours the building of a public matter, never the staircase; its worker sees the staircase', async () => {
  const areaId = world.area('binhe-3-u2')
  const receipt = await reportAt('binhe-3-u2', '二单元楼道的灯不亮。')
  expect(receipt.placeNames.at(-1)).toBe('2单元')

  const stranger = world.browser()
  const page = await stranger.calls(contract.openPlace, { params: { areaId } })
  const shown = page.open.find(({ number }) => number === receipt.number)
  expect(shown?.placeNames.join(' ')).toMatch(/3号楼$/)
  const likely = await stranger.calls(contract.listLikely, { query: { areaId, subject } })
  const joinable = likely.items.find(({ number }) => number === receipt.number)
  expect(joinable?.placeNames.join(' ')).toMatch(/3号楼$/)

  const query = { list: 'all', q: receipt.number } as const
  const [atDesk] = (await world.person('wangfang').calls(contract.listMatters, { query })).items
  expect(atDesk?.placeNames.join(' ')).toMatch(/2单元$/)
})

it('shows the same at every staircase, so that nobody finds out by comparing', async () => {
  const { number } = await reportAt('binhe-3-u2', '二单元的灯又坏了。')
  const stranger = world.browser()
  for (const place of ['binhe-3', 'binhe-3-u1', 'binhe-3-u2']) {
    const areaId = world.area(place)
    const page = await stranger.calls(contract.openPlace, { params: { areaId } })
    expect(
      page.open.map((each) => each.number),
      place,
    ).toContain(number)
    const likely = await stranger.calls(contract.listLikely, { query: { areaId, subject } })
    expect(
      likely.items.map((each) => each.number),
      place,
    ).toContain(number)
  }
  const elsewhere = await stranger.calls(contract.openPlace, { params: { areaId: world.area('binhe-5') } })
  expect(elsewhere.open.map((each) => each.number)).not.toContain(number)
})

it('gives who joins a receipt for the place they spoke of, not for the neighbour’s staircase', async () => {
  const first = await reportAt('binhe-3-u2', '二单元一层黑着。')
  const joined = await reportAt('binhe-3-u1', '一单元也黑。', first.number)
  expect(joined).toMatchObject({ number: first.number, reportCount: 2 })
  expect(joined.placeNames.at(-1)).toBe('1单元')
  const params = { code: joined.code }
  expect((await world.browser().calls(contract.readReceipt, { params })).placeNames.at(-1)).toBe('1单元')
})
