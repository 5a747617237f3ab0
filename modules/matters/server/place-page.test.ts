import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('tells neighbours the building of a public matter, never the staircase; its worker sees the staircase', async () => {
  const areaId = world.area('binhe-3-u2')
  const li = world.browser()
  const words = '二单元楼道的灯不亮。'
  const receipt = await li.calls(contract.sendReport, {
    body: { areaId, subject: 'street_lamp', words, photoIds: [] },
  })

  const stranger = world.browser()
  const page = await stranger.calls(contract.openPlace, { params: { areaId } })
  const shown = page.open.find(({ number }) => number === receipt.number)
  expect(shown?.placeNames.join(' ')).toMatch(/3号楼$/)
  const likely = await stranger.calls(contract.listLikely, { query: { areaId, subject: 'street_lamp' } })
  const joinable = likely.items.find(({ number }) => number === receipt.number)
  expect(joinable?.placeNames.join(' ')).toMatch(/3号楼$/)

  const query = { list: 'all', q: receipt.number } as const
  const [atDesk] = (await world.person('wangfang').calls(contract.listMatters, { query })).items
  expect(atDesk?.placeNames.join(' ')).toMatch(/2单元$/)
})
