import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('links an official to an area once at a time, from a day on, and keeps what has ended on record', async () => {
  const zhou = world.person('zhouhang')
  const areaId = world.area('xuefu')
  const body = { accountId: await world.accountOf('gaoyuan'), areaId, perWeek: 1 }
  const link = await zhou.calls(contract.addContactLink, { body: { ...body, validFrom: '2026-01-05' } })
  expect(link).toMatchObject({ name: '高远', areaName: '学府社区', perWeek: 1, validFrom: '2026-01-05' })
  await expect(zhou.calls(contract.addContactLink, { body })).rejects.toMatchObject({
    code: 'people.link-exists',
  })
  const listed = async (on: string) =>
    (await zhou.calls(contract.listContactLinks, { query: { area: areaId, on } })).items.map(
      (each) => each.name,
    )
  expect(await listed('2026-01-04')).toEqual([])
  expect(await listed('2026-02-01')).toEqual(['高远'])
  await zhou.calls(contract.endContactLink, { params: { linkId: link.id } })
  expect(await listed('2026-02-01')).toEqual(['高远'])
  const { items } = await zhou.calls(contract.listContactLinks, { query: { area: areaId } })
  expect(items).toEqual([])
  await expect(zhou.calls(contract.endContactLink, { params: { linkId: link.id } })).rejects.toMatchObject({
    code: 'people.link-not-found',
  })
  await expect(
    zhou.calls(contract.addContactLink, { body: { ...body, validFrom: '2999-01-01' } }),
  ).rejects.toMatchObject({ code: 'people.link-ahead' })
})
