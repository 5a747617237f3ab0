import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const detailOf = (login: string, matterId: string) =>
  world.person(login).calls(contract.readMatter, { params: { matterId } })

async function accepted(words?: string) {
  const receipt = await world.report({ phone: '13800138000', ...(words && { words }) })
  const params = { matterId: await world.matterOf(receipt) }
  await world.person('wangfang').calls(contract.acceptMatter, { params, body: { take: true } })
  return { receipt, params }
}

describe('the detail of a matter', () => {
  it('says until when a question would be waited for, then that it is, then what the reporter added', async () => {
    const { receipt, params } = await accepted()
    const before = await detailOf('wangfang', params.matterId)
    expect(before.foreseen.askUntil).toBeDefined()
    await world.person('wangfang').calls(contract.askReporter, { params, body: { words: '是几单元几楼？' } })

    const asked = await detailOf('wangfang', params.matterId)
    expect(asked.matter.isPaused).toBe(true)
    expect(asked.pause?.until).toBe(before.foreseen.askUntil)
    expect(asked.question).toMatchObject({ words: '是几单元几楼？', by: { name: '王芳' } })
    expect(asked.actions).not.toContain('ask')

    await world.browser().calls(contract.replyToMatter, {
      params: { code: receipt.code },
      body: { words: '2单元5楼。', photoIds: [] },
    })
    const replied = await detailOf('wangfang', params.matterId)
    expect(replied.question).toBeUndefined()
    expect(replied.pause).toBeUndefined()
    expect(replied.reports[0]?.additions.map(({ words }) => words)).toEqual(['2单元5楼。'])
  })

  it('names who says it is not theirs, why, and whose they think it is; the street decides', async () => {
    const { params } = await accepted()
    const body = { reason: '四网格的楼。', areaId: world.area('binxi-g2') }
    await world.person('wangfang').calls(contract.disputeMatter, { params, body })
    const seen = await detailOf('limin', params.matterId)
    expect(seen.dispute).toMatchObject({
      words: '四网格的楼。',
      by: { name: '王芳' },
      suggests: '滨溪第二网格',
    })
    expect(seen.actions).toContain('decide')
    expect((await detailOf('wangfang', params.matterId)).actions).not.toContain('decide')
  })

  it('shows instructions of the level that supervises, and the due time each extension would make', async () => {
    const { params } = await accepted()
    const words = '今天下班前把情况报街道。'
    await world.person('limin').calls(contract.instructMatter, { params, body: { words } })
    const { supervision, foreseen } = await detailOf('limin', params.matterId)
    expect(supervision?.instructions).toMatchObject([{ words, by: { name: '李敏' } }])
    expect(foreseen.extension).toMatchObject({ unit: 'natural_days' })
    expect(foreseen.extension?.dues).toHaveLength(3)
    expect(foreseen.extension?.dues.toSorted()).toEqual(foreseen.extension?.dues)
  })

  it('leads from a merged matter to the other and back, and from a split one to what was split off', async () => {
    const one = await accepted('三楼装修，整栋楼都在抖。')
    const two = await accepted('三楼又在装修，太吵了。')
    const alike = await world.person('chenjing').calls(contract.listAlikeMatters, { params: one.params })
    expect(alike.items.map(({ number }) => number)).toContain(two.receipt.number)

    const body = { into: two.receipt.number, reason: '同一户装修。' }
    await world.person('chenjing').calls(contract.mergeMatter, { params: one.params, body })
    const merged = await detailOf('chenjing', one.params.matterId)
    expect(merged.links).toMatchObject([{ kind: 'merged_into', number: two.receipt.number }])
    const target = await detailOf('chenjing', two.params.matterId)
    expect(target.links).toMatchObject([{ kind: 'merged_from', number: one.receipt.number }])
    expect(target.reports).toHaveLength(2)

    const [first] = target.reports
    const split = { reportIds: [first?.id ?? ''], subject: 'pests', reason: '说的是老鼠。' }
    const { made } = await world
      .person('chenjing')
      .calls(contract.splitMatter, { params: two.params, body: split })
    expect((await detailOf('chenjing', two.params.matterId)).links).toContainEqual({
      kind: 'split_into',
      id: made.id,
      number: made.number,
    })
    expect((await detailOf('chenjing', made.id)).links).toMatchObject([
      { kind: 'split_from', number: two.receipt.number },
    ])
  })
})
