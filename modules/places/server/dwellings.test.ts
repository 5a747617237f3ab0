import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('shows a building by its stairs, each with the floors and rooms it was given last', async () => {
  const sun = world.person('sunli')
  const building = { areaId: world.area('binhe-3') }
  const unit = { areaId: world.area('binhe-3-u2') }
  await sun.calls(contract.setDwellings, { params: unit, body: { floors: 6, rooms: 2 } })
  await sun.calls(contract.setDwellings, { params: unit, body: { floors: 7, rooms: 3 } })
  const { stairs } = await sun.calls(contract.readDwellings, { params: building })
  expect(stairs.find((each) => each.areaId === unit.areaId)).toMatchObject({ plan: { floors: 7, rooms: 3 } })
  expect(stairs.filter((each) => each.plan)).toHaveLength(1)
  await expect(
    sun.calls(contract.setDwellings, {
      params: { areaId: world.area('binxi') },
      body: { floors: 1, rooms: 1 },
    }),
  ).rejects.toMatchObject({ code: 'places.no-dwellings' })
})
