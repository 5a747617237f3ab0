import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { tileOrigin } from './place-settings.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const map = (template: string): contract.BaseMap => ({
  template,
  system: 'gcj02',
  note: '示例地图 审图号示例',
  deepest: 18,
})

it('has no base map until one is set, and then takes pictures from there alone', async () => {
  const sunli = world.person('sunli')
  const first = await sunli.calls(contract.readPlaceSettings, {})
  expect(first.baseMap.template).toBe('')
  const origin = () => world.at(new Date(), 'sunli', tileOrigin)
  expect(await origin()).toBeUndefined()

  const template = 'https://tiles.example:8443/map/{z}/{x}/{y}.png?tk=1'
  const set = await sunli.calls(contract.changeBaseMap, { body: map(template) })
  expect(set.baseMap).toEqual(map(template))
  expect(await origin()).toBe('https://tiles.example:8443')
  for (const wrong of [
    'https://tiles.example/{z}/{x}.png',
    'javascript:{z}{x}{y}',
    'https://a b/{z}/{x}/{y}',
  ]) {
    const answer = await sunli.asks(contract.changeBaseMap, { body: map(wrong) })
    expect(answer.status, wrong).toBe(400)
  }
})

it('keeps the words of the posters for everybody', async () => {
  const body = { heading: '扫码报事', line: '服务热线 12345', from: '锦河区社会工作部', showsWorker: false }
  await world.person('sunli').calls(contract.changePosterWords, { body })
  expect((await world.person('chenjing').calls(contract.readPlaceSettings, {})).poster).toEqual(body)
})
