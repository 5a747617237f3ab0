import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const keeps = (templateId: string, body: contract.TemplateDraft) =>
  world.person('sunli').calls(contract.keepReplyTemplate, { params: { templateId }, body })

describe('wordings for answers', () => {
  it('are offered for the matters they fit, changed, taken out of use and put back, all on record', async () => {
    const [rats, all] = [uuidv7(), uuidv7()]
    await keeps(all, { title: '已派人', words: '{编号} 已请{办理人}到{地点}处理。' })
    await keeps(rats, { title: '消杀', words: '消杀公司已到{地点}。', subject: 'pests', outcome: 'solved' })
    const titles = async (subject: string) => {
      const params = { matterId: await world.matterOf(await world.report({ subject, words: '请来看看。' })) }
      const { items } = await world.person('wangfang').calls(contract.listMatterTemplates, { params })
      return items.map(({ title }) => title)
    }
    expect(await titles('pests')).toEqual(['消杀', '已派人'])
    expect(await titles('neighbour_noise')).toEqual(['已派人'])

    await keeps(rats, { title: '上门消杀', words: '消杀公司已到{地点}。', subject: 'pests' })
    expect(await titles('pests')).toEqual(['上门消杀', '已派人'])
    const sunli = world.person('sunli')
    await sunli.calls(contract.retireReplyTemplate, { params: { templateId: rats } })
    expect(await titles('pests')).toEqual(['已派人'])
    await keeps(rats, { title: '消杀', words: '消杀公司已到{地点}。', subject: 'pests' })
    expect(await titles('pests')).toEqual(['消杀', '已派人'])
    const [kept] = await world.rows<{ details: object }>(
      `select details from audit_entries where subject = $1 and action = 'matters.template-kept' order by id desc limit 1`,
      [rats],
    )
    expect(kept?.details).toMatchObject({
      from: { title: '上门消杀', isRetired: true },
      to: { title: '消杀' },
    })
  })

  it('name only subjects there are', async () => {
    const body = { title: '没有', words: '没有。', subject: 'no_such' }
    const params = { templateId: uuidv7() }
    expect(await world.person('sunli').asks(contract.keepReplyTemplate, { params, body })).toMatchObject({
      status: 400,
    })
  })
})
