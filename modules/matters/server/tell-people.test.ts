import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#kernel/server/context.ts'
import { countUnread, listOwnNotices, type OwnNotice } from '#modules/notices/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { ringDue } from './alarm.ts'
import { orderEvents } from './sequence.ts'
import { tellPeople } from './tell-people.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await told()
  await world.rows('delete from notice_tries')
  await world.rows('delete from notice_deliveries')
  await world.rows('delete from notices')
})
afterAll(() => world.close())

const system = (ctx: Context): Context => ({
  ...ctx,
  actor: { kind: 'system', id: undefined, name: 'system', posts: [] },
})

/** As the two jobs do: first the order, then what is to be told. */
async function told(now = new Date()): Promise<void> {
  for (const work of [orderEvents, (ctx: Context) => tellPeople(ctx)])
    while ((await world.at(now, undefined, (ctx) => work(system(ctx)))) === 'more');
}
const noticesOf = async (login: string): Promise<OwnNotice[]> =>
  (await world.person(login).calls(listOwnNotices, { query: { app: 'work' } })).items
const smsOf = (matterId: string): Promise<{ kind: string }[]> =>
  world.rows('select kind from notices where about = $1 and way = $2 order by told_at, id', [
    `matter:${matterId}`,
    'sms',
  ])

describe('who is told', () => {
  it('is the worker a matter goes to, once, with the way to it', async () => {
    const receipt = await world.report()
    const matterId = await world.matterOf(receipt)
    await told()
    await told()
    const [newest] = await noticesOf('wangfang')
    expect(newest).toMatchObject({ title: '新办件：邻居噪音', path: `/work/m/${matterId}`, isRead: false })
    expect(newest?.text).toContain(receipt.number)
    expect(await world.person('wangfang').calls(countUnread, {})).toEqual({ count: 1 })
  })

  it('is not who did it themselves', async () => {
    const matterId = await world.matterOf(await world.report())
    await told()
    const before = (await noticesOf('taohai')).length
    await world.person('chenjing').calls(contract.assignMatter, {
      params: { matterId },
      body: { accountId: await world.accountOf('taohai') },
    })
    await told()
    expect((await noticesOf('taohai')).length).toBe(before + 1)
    expect(await noticesOf('chenjing')).toEqual([])
  })

  it('is the reporter with a mobile number, of the answer, and a neighbour without one is not', async () => {
    const { matterId } = await world.answered({ phone: '10000007777' })
    await told()
    expect(await smsOf(matterId)).toEqual([{ kind: 'matters.answered' }])
    const silent = await world.answered()
    await told()
    expect(await smsOf(silent.matterId)).toEqual([])
    const atHome = await world.answered({ phone: '0379-61234567' })
    await told()
    expect(await smsOf(atHome.matterId)).toEqual([])
  })

  it('is who spoke at the counter, who holds no receipt yet', async () => {
    const taken = await world.person('chenjing').calls(contract.takeReport, {
      body: {
        areaId: world.area('binhe-3'),
        subject: 'pests',
        words: '地下室有老鼠。',
        channel: 'counter',
        photoIds: [],
        contactPhone: '10000008888',
        contactName: '李奶奶',
      },
    })
    await told()
    expect(await smsOf(await world.matterOf(taken))).toEqual([{ kind: 'matters.taken' }])
  })

  it('is the worker before and at the limit, and then the level above', async () => {
    const receipt = await world.report()
    const matterId = await world.matterOf(receipt)
    await told()
    for (const [moment, ms] of [
      [receipt.promise.yellowAt, 1],
      [receipt.promise.dueAt, 1],
    ] as const) {
      const now = new Date(new Date(moment).getTime() + ms)
      while ((await world.at(now, undefined, (ctx) => ringDue(system(ctx)))) === 'more');
      await told(now)
    }
    const mine = (await noticesOf('wangfang')).filter((each) => each.path === `/work/m/${matterId}`)
    expect(mine.map((each) => each.title)).toEqual([
      '已超期：邻居噪音',
      '快到期：邻居噪音',
      '新办件：邻居噪音',
    ])
    expect((await noticesOf('zhaojianguo')).map((each) => each.title)).toContain('请督办：邻居噪音')
  })

  it('is nobody of what is no news any more', async () => {
    const matterId = await world.matterOf(await world.report())
    await told(new Date(Date.now() + 25 * 3600_000))
    expect((await noticesOf('wangfang')).filter((each) => each.path?.includes(matterId))).toEqual([])
  })
})
