import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('practical deeds and disputes', () => {
  it('are not offered to residents, and not taken from them', async () => {
    const door = await world.doorOf('binhe-3')
    const page = await world.browser().calls(contract.openDoor, { params: { token: door } })
    expect(page.groups.map((group) => group.key)).not.toContain('disputes')
    expect(page.groups).toHaveLength(8)
    await expect(world.report({ subject: 'dispute_neighbours' })).rejects.toMatchObject({
      code: contract.subjectUnknown.code,
    })
  })

  it('are filed by the staff; a dispute never stands in public', async () => {
    const { groups } = await world.person('chenjing').calls(contract.listSubjects, {})
    expect(groups.filter((group) => group.isForOffices).map((group) => group.key)).toEqual([
      'deeds',
      'disputes',
    ])
    const { matter } = await world.person('chenjing').calls(contract.takeReport, {
      body: {
        areaId: world.area('binhe-3'),
        subject: 'dispute_neighbours',
        words: '双方都愿意请人调解。',
        channel: 'petition',
        photoIds: [],
      },
    })
    expect(matter.channel).toBe('petition')
    expect(await world.value('select is_public from matters where id = $1', [matter.id])).toBe(false)
  })
})
