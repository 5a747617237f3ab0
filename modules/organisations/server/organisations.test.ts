import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const body = (more: object = {}) => ({
  kind: 'partner' as const,
  name: '溪边茶社',
  homeAreaId: world.area('binxi'),
  ...more,
})
const add = (more: object = {}) =>
  world.person('zhaojianguo').calls(contract.addOrganisation, { body: body(more) })

describe('an organisation', () => {
  it('is registered once, with a credit code whose check character is right', async () => {
    await expect(add({ creditCode: '91419900MA9G2KX117' })).rejects.toMatchObject({
      code: 'organisations.credit-code-wrong',
    })
    expect(await add()).toMatchObject({ name: '溪边茶社', homeAreaName: '滨溪社区' })
    await expect(add()).rejects.toMatchObject({ code: 'organisations.exists' })
    await expect(add({ name: '同一个代码', creditCode: '91419900MA9G2KX116' })).rejects.toMatchObject({
      code: 'organisations.exists',
    })
    await expect(
      add({ name: '孤儿', parentId: '01900000-0000-7000-8000-000000000000' }),
    ).rejects.toMatchObject({ code: 'organisations.not-found' })
  })

  it('is listed where it is at home, with those above that serve the place', async () => {
    const query = { area: world.area('binxi') }
    const { items } = await world.person('chenjing').calls(contract.listOrganisations, { query })
    const names = items.map((item) => item.name)
    expect(names).toContain('滨溪社区居民委员会')
    expect(names).toContain('锦河区城市管理局')
    expect(names).not.toContain('学府社区居民委员会')
    const departments = await world
      .person('chenjing')
      .calls(contract.listOrganisations, { query: { ...query, kind: 'department' } })
    expect(new Set(departments.items.map((item) => item.kind))).toEqual(new Set(['department']))
  })
})
