import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as matters from '#modules/matters/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const sunli = () => world.person('sunli')
const setting = {
  name: '文苑街道网格化服务中心',
  lines: [{ label: '服务热线', phone: '12345' }],
}
const versions = (login: string, name: string) =>
  world.person(login).calls(contract.listSettingVersions, { params: { name } })

describe('the office', () => {
  it('bears the name of the district until it has one of its own, which stands on every page', async () => {
    const visitor = world.browser()
    expect(await visitor.calls(contract.readOffice, {})).toEqual({ name: world.district.name, lines: [] })
    await sunli().calls(contract.changeOffice, { body: setting })
    expect(await visitor.calls(contract.readOffice, {})).toEqual(setting)
    expect((await visitor.calls(matters.readHome, {})).districtName).toBe(setting.name)
  })

  it('takes no picture that nobody uploaded', async () => {
    const signId = '01900000-0000-7000-8000-000000000001'
    await expect(
      sunli().calls(contract.changeOffice, { body: { ...setting, signId } }),
    ).rejects.toMatchObject({ code: 'files.photo-missing' })
  })
})

describe('what a setting was', () => {
  it('is told with who and when, down to what the product brings, to who may change it', async () => {
    const { items } = await versions('sunli', 'office.identity')
    expect(items).toMatchObject([
      { version: 1, changedBy: '孙莉', value: setting },
      { version: 0, changedBy: '', value: { name: '', lines: [] } },
    ])
    await expect(versions('limin', 'office.identity')).rejects.toMatchObject({
      code: 'office.setting-unknown',
    })
    await expect(versions('sunli', 'people.sign-in')).rejects.toMatchObject({
      code: 'office.setting-unknown',
    })
    await expect(versions('sunli', 'no.such')).rejects.toMatchObject({ code: 'office.setting-unknown' })
  })

  it('holds no secret', async () => {
    const { items } = await versions('zhengkai', 'people.provider')
    expect(items[0]?.value).not.toHaveProperty('sealedSecret')
  })
})
