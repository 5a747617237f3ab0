import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayIn } from '#kernel/server/day.ts'
import { forgetKept } from '#kernel/server/kept.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as people from '#modules/people/contract.ts'
import * as contract from '../contract.ts'
import { receive } from './receive.ts'
import { findArea } from '#modules/places/server/door.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const routeOf = async (said: { place: string; subject?: string }) => {
  const receipt = await world.report(said)
  const matterId = await world.matterOf(receipt)
  const detail = await world.person('zhouhang').calls(contract.readMatter, { params: { matterId } })
  return { receipt, matterId, detail, params: { matterId } }
}

const handlerOf = async (params: { matterId: string }) =>
  (await world.person('zhouhang').calls(contract.readMatter, { params })).matter.handler?.name

describe('a report goes', () => {
  it('to the worker of the grid the door stands in', async () => {
    const { detail } = await routeOf({ place: 'binhe-3' })
    expect(detail.route).toEqual({ level: 'grid', areaName: '滨溪第一网格', passed: [] })
    expect(detail.matter.handler?.name).toBe('王芳')
  })

  it('to the grid leader where there is no worker', async () => {
    const { detail } = await routeOf({ place: 'xincheng-12' })
    expect(detail.route).toMatchObject({ level: 'grid', areaName: '滨溪第六网格' })
    expect(detail.matter.handler?.name).toBe('沈凯')
  })

  it('to the level above where nobody is on duty, and says which level was passed over', async () => {
    // 南桥第三网格 has nobody at all.
    const { detail } = await routeOf({ place: 'nanqiao-g3-1' })
    expect(detail.route.passed).toEqual(['grid'])
    expect(detail.route.level).toBe('community')
    expect(detail.matter.handler?.name).toBe('钱勇')
  })

  it('never nowhere: with nobody on duty at all it waits at the district', async () => {
    await world.rows(
      `update posts set valid_to = current_date - 1
       where area_id = any (select unnest(path) from areas where id = $1) and area_id <> $2`,
      [world.area('qiaodong-g1'), world.area('jinhe')],
    )
    const now = new Date()
    const matter = await world.at(now, undefined, async (ctx) => {
      const place = await ctx.db.row(findArea, [ctx.district.id, world.area('qiaodong-g1')])
      if (!place) throw new Error('no place')
      const said = {
        place,
        channel: 'web',
        subject: 'pests',
        words: '有老鼠',
        photoIds: [],
        isPrivate: false,
      } as const
      return (await receive(ctx, said)).matter
    })
    expect(matter.route.passed).toEqual(['grid', 'community', 'street'])
    expect(matter.level).toBe('district')
    expect(Date.parse(matter.promise.dueAt)).toBeGreaterThan(now.getTime())
  })

  it('by the first rule that matches, and carries the rule with it', async () => {
    await world.rows(
      `insert into routing_rules (district_id, id, position, matter_type, subject, to_level, note, valid_from) values
       ($1, 1, 1, 'resident_request', 'dog_loose', 'community', '养犬归社区', '2020-01-01'),
       ($1, 2, 2, 'resident_request', 'dog_loose', 'street', '第二条不该用', '2020-01-01'),
       ($1, 3, 3, 'resident_request', 'pests', 'street', '已经过期', '2020-01-01')`,
      [world.district.id],
    )
    await world.rows(`update routing_rules set valid_to = '2021-01-01' where id = 3`)
    // Rules are in force everywhere after five seconds; here at once.
    await world.at(new Date(), undefined, async (ctx) =>
      forgetKept(ctx, `matters.house-rules ${dayIn(ctx.district.timeZone, ctx.now)}`),
    )
    const { detail } = await routeOf({ place: 'binhe-3', subject: 'dog_loose' })
    expect(detail.route).toMatchObject({ rule: '养犬归社区', level: 'community', areaName: '滨溪社区' })
    expect((await routeOf({ place: 'binhe-3', subject: 'pests' })).detail.route.rule).toBeUndefined()
  })
})

describe('passing on', () => {
  it('finds the post above and never shortens the promise', async () => {
    const { params, detail } = await routeOf({ place: 'binhe-5' })
    let due = detail.promise.dueAt
    const steps = [
      { by: 'wangfang', level: 'community', names: ['陈静', '徐蕊'] },
      { by: 'chenjing', level: 'street', names: ['李敏', '方婷'] },
      { by: 'limin', level: 'district', names: ['周航', '唐雪'] },
    ]
    for (const { by, level, names } of steps) {
      const up = await world
        .person(by)
        .calls(contract.handUpMatter, { params, body: { reason: '本级解决不了。' } })
      expect(up).toMatchObject({ level, status: 'received' })
      expect(names).toContain(await handlerOf(params))
      expect(Date.parse(up.dueAt)).toBeGreaterThanOrEqual(Date.parse(due))
      due = up.dueAt
    }
    await expect(
      world.person('zhouhang').calls(contract.handUpMatter, { params, body: { reason: '再往上。' } }),
    ).rejects.toMatchObject({ code: 'matters.no-level-above' })
  })

  it('to another area happens once; a second time is decided above', async () => {
    const { params } = await routeOf({ place: 'binhe-3' })
    const chenjing = world.person('chenjing')
    const to = (key: string) => ({ areaId: world.area(key), reason: '那边的楼。' })
    await chenjing.calls(contract.transferMatter, { params, body: to('binxi-g2') })
    expect(await handlerOf(params)).toBe('马军')
    await expect(
      chenjing.calls(contract.transferMatter, { params, body: to('binxi-g1') }),
    ).rejects.toMatchObject({ code: 'matters.reroute-decided-above' })
    await world.person('limin').calls(contract.transferMatter, { params, body: to('binxi-g1') })
    expect(await handlerOf(params)).toBe('王芳')
  })

  it('to a department gives it to whoever holds a post there, and the place keeps seeing it', async () => {
    const { params, receipt } = await routeOf({ place: 'binhe-3' })
    const organisationId = await world.organisation('锦河区城市管理局')
    const chenjing = world.person('chenjing')
    const body = { organisationId, reason: '路灯归城管。' }
    await chenjing.calls(contract.transferMatter, { params, body })
    expect(await handlerOf(params)).toBe('何伟')
    const hewei = world.person('hewei')
    expect((await hewei.calls(contract.acceptMatter, { params, body: { take: true } })).status).toBe(
      'accepted',
    )
    await expect(world.person('luojian').calls(contract.readMatter, { params })).rejects.toMatchObject({
      code: 'matters.not-found',
    })
    expect((await chenjing.calls(contract.readMatter, { params })).actions).not.toContain('answer')
    const seen = await world.browser().calls(contract.readReceipt, { params: { code: receipt.code } })
    expect(seen.holderName).toBe('锦河区城市管理局')
    const list = await hewei.calls(contract.listMatters, {})
    expect(list.items.map((each) => each.id)).toContain(params.matterId)
  })

  it('to a department shows it that one, not what else lies in the area of its post', async () => {
    const { detail, params } = await routeOf({ place: 'binhe-3' })
    const hewei = world.person('hewei')
    const query = { area: world.area('jinhe'), limit: 100 }
    const number = { ...query, number: detail.matter.number }
    expect((await hewei.calls(contract.listMatters, { query: number })).items).toEqual([])
    const all = await hewei.calls(contract.listMatters, { query })
    expect(all.items.map((each) => each.id)).not.toContain(params.matterId)
    expect(new Set(all.items.map((each) => each.organisationName))).toEqual(new Set(['锦河区城市管理局']))
    const counts = await hewei.calls(contract.countMatters, { query: { area: world.area('jinhe') } })
    expect(counts.open).toBe(all.items.length)
  })

  it('needs somewhere to go', async () => {
    const { params } = await routeOf({ place: 'binhe-3' })
    await expect(
      world.person('chenjing').calls(contract.transferMatter, { params, body: { reason: '不归我们。' } }),
    ).rejects.toMatchObject({ code: 'matters.target-unknown' })
  })
})

describe('a post that ended', () => {
  it('gets nothing more from that day on, and its rights are over at once', async () => {
    const { params } = await routeOf({ place: 'xipan-2' })
    const songtao = world.person('songtao')
    const seesIt = songtao.calls(contract.readMatter, { params })
    expect((await seesIt).matter.handler?.name).toBe('宋涛')
    const postId = await world.value<string>('select id from posts where account_id = $1', [
      await world.accountOf('songtao'),
    ])
    await world.person('zhengkai').calls(people.endPost, { params: { postId } })
    await expect(songtao.calls(contract.listMatters, {})).rejects.toMatchObject({
      code: 'permission.refused',
    })
    expect((await routeOf({ place: 'xipan-2' })).detail.matter.handler?.name).toBe('肖燕')
  })
})
