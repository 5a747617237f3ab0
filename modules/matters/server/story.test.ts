import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import type { BodyOf } from '#kernel/contract/route.ts'
import type { Caller } from '#testing/caller.ts'
import * as contract from '../contract.ts'
import { join } from './join.ts'
import { findArea } from '#modules/places/server/door.ts'
import { endOf } from './promise.ts'
import { rateReport, reopenReport } from './reporter.ts'
import { verifyMatters } from './verify.ts'

let world: World
let resident: Caller
let wangfang: Caller
let chenjing: Caller
let limin: Caller
beforeAll(async () => {
  world = await openWorld()
  resident = world.browser()
  wangfang = world.person('wangfang')
  chenjing = world.person('chenjing')
  limin = world.person('limin')
})
afterAll(() => world.close())

const dayMs = 24 * 3600_000
const { acceptMatter, answerMatter, assignMatter, closeMatter, followUpMatter, noteMatter, readMatter } =
  contract
const answer: BodyOf<typeof contract.answerMatter> = {
  words: '已上门处理好。',
  outcome: 'solved',
  photoIds: [],
}
const read = (code: string) => resident.calls(contract.readReceipt, { params: { code } })
const kinds = (timeline: readonly { kind: string }[]) => timeline.map((entry) => entry.kind)

describe('the closed loop', () => {
  it('goes from the report to the closing, and the reporter sees each step', async () => {
    const receipt = await world.report({ words: '  半夜装修太吵了。 ', phone: '13800138000' }, resident)
    expect(receipt).toMatchObject({
      status: 'received',
      words: '半夜装修太吵了。',
      mayWithdraw: true,
      mayRate: false,
    })
    expect(receipt.handler?.name).toBe('王芳')
    expect(receipt.placeNames.join(' ')).toContain('3号楼')
    expect(receipt.promise).toMatchObject({ amount: 3, unit: 'natural_days' })
    const received = new Date(receipt.receivedAt)
    const limit = { amount: 3, unit: 'natural_days' } as const
    const due = await world.at(received, undefined, (ctx) => endOf(ctx, limit, received))
    expect(receipt.promise.dueAt).toBe(due.toISOString())

    const params = { matterId: await world.matterOf(receipt) }
    await wangfang.calls(acceptMatter, { params, body: { take: true } })
    await wangfang.calls(noteMatter, {
      params,
      body: { words: '晚上去敲门。', photoIds: [], isPublic: true },
    })
    await wangfang.calls(noteMatter, {
      params,
      body: { words: '业主态度不好。', photoIds: [], isPublic: false },
    })
    await wangfang.calls(answerMatter, { params, body: answer })
    await expect(
      wangfang.calls(followUpMatter, { params, body: { result: 'satisfied' } }),
    ).rejects.toMatchObject({ status: 403 })
    await chenjing.calls(followUpMatter, { params, body: { result: 'satisfied' } })
    const closed = await chenjing.calls(closeMatter, { params, body: {} })
    expect(closed.status).toBe('closed')

    const seen = await read(receipt.code)
    expect(kinds(seen.timeline)).toEqual([
      'received',
      'accepted',
      'noted',
      'answered',
      'followed_up',
      'closed',
    ])
    expect(JSON.stringify(seen)).not.toContain('态度不好')
    expect(seen).toMatchObject({ status: 'closed', outcome: 'solved', mayRate: true, mayReopen: true })

    const rated = await resident.calls(contract.rateReport, {
      params: { code: receipt.code },
      body: { rating: 5, reasons: ['quick'] },
    })
    expect(rated).toMatchObject({ rating: 5, status: 'closed' })
    const detail = await chenjing.calls(readMatter, { params })
    expect(detail.matter.satisfaction).toBe(5)
    expect(detail.reports[0]).toMatchObject({ rating: 5, maskedPhone: '138****8000', maskedName: '李**' })
  })

  it('is closed by a satisfied reporter without a call-back', async () => {
    const { receipt } = await world.answered()
    const rated = await resident.calls(contract.rateReport, {
      params: { code: receipt.code },
      body: { rating: 4, reasons: ['fixed'] },
    })
    expect(rated.status).toBe('closed')
    expect(kinds(rated.timeline).slice(-3)).toEqual(['rated', 'followed_up', 'closed'])
  })

  it('stays open for a dissatisfied one, who reopens it with a clock of its own', async () => {
    const { receipt } = await world.answered()
    const params = { code: receipt.code }
    const rated = await resident.calls(contract.rateReport, {
      params,
      body: { rating: 1, reasons: ['not_fixed'] },
    })
    expect(rated).toMatchObject({ status: 'answered', mayReopen: true })
    const reopened = await resident.calls(contract.reopenReport, { params, body: { words: '昨晚又吵了。' } })
    expect(reopened.status).toBe('in_progress')
    expect(Date.parse(reopened.promise.dueAt)).toBeGreaterThanOrEqual(Date.parse(receipt.promise.dueAt))
    expect(reopened.timeline.at(-1)).toMatchObject({ kind: 'reopened', words: '昨晚又吵了。' })
  })

  it('goes back to work when the call-back hears that nothing is settled', async () => {
    const { matterId } = await world.answered()
    const body = { result: 'dissatisfied', words: '还在吵。' } as const
    const back = await chenjing.calls(followUpMatter, { params: { matterId }, body })
    expect(back).toMatchObject({ status: 'in_progress', reopened: 1 })
    await expect(chenjing.calls(closeMatter, { params: { matterId }, body: {} })).rejects.toMatchObject({
      code: 'matters.move-refused',
    })
    await wangfang.calls(answerMatter, { params: { matterId }, body: answer })
    await expect(chenjing.calls(closeMatter, { params: { matterId }, body: {} })).rejects.toMatchObject({
      code: 'matters.follow-up-missing',
    })
  })

  it('may be reopened for fifteen days and not a day longer', async () => {
    const { receipt } = await world.answered()
    const late = new Date(Date.now() + 15 * dayMs + 60_000)
    await expect(
      world.at(late, undefined, (ctx) => reopenReport(ctx, receipt.code, { words: '又坏了。' })),
    ).rejects.toHaveProperty('kind.code', 'matters.reopen-too-late')
    const inTime = new Date(Date.now() + 14 * dayMs)
    const reopened = await world.at(inTime, undefined, (ctx) =>
      reopenReport(ctx, receipt.code, { words: '又坏了。' }),
    )
    expect(Date.parse(reopened.promise.dueAt)).toBeGreaterThan(inTime.getTime())
  })

  it('tells the right channel when it is not ours', async () => {
    const receipt = await world.report()
    const params = { matterId: await world.matterOf(receipt) }
    const body = { reason: '电费由供电公司收取。', rightChannel: '请拨打供电服务热线。' }
    await chenjing.calls(contract.returnMatter, { params, body })
    const seen = await read(receipt.code)
    expect(seen.status).toBe('returned')
    expect(seen.timeline.at(-1)?.words).toBe('电费由供电公司收取。\n请拨打供电服务热线。')
    expect(seen.mayReopen).toBe(true)
  })

  it('can be taken back by the reporter until it is answered', async () => {
    const receipt = await world.report()
    const params = { code: receipt.code }
    expect((await resident.calls(contract.withdrawReport, { params, body: {} })).status).toBe('withdrawn')
    await expect(resident.calls(contract.withdrawReport, { params, body: {} })).rejects.toMatchObject({
      code: 'matters.move-refused',
    })
    const { receipt: late } = await world.answered()
    await expect(
      resident.calls(contract.withdrawReport, { params: { code: late.code }, body: {} }),
    ).rejects.toMatchObject({ code: 'matters.move-refused' })
  })

  it('takes a code typed with small letters, spaces and dashes', async () => {
    const { code } = await world.report()
    const typed = `${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase()
    expect((await read(typed)).code).toBe(code)
    await expect(read('AAAA222222')).rejects.toMatchObject({ code: 'matters.receipt-not-found' })
  })
})

describe('acts out of order', () => {
  it('are refused by name and change nothing', async () => {
    const receipt = await world.report()
    const params = { matterId: await world.matterOf(receipt) }
    const refused = { code: 'matters.move-refused', details: { status: 'received' } }
    await expect(wangfang.calls(answerMatter, { params, body: answer })).rejects.toMatchObject(refused)
    await expect(chenjing.calls(closeMatter, { params, body: {} })).rejects.toMatchObject(refused)
    await expect(
      chenjing.calls(followUpMatter, { params, body: { result: 'satisfied' } }),
    ).rejects.toMatchObject(refused)
    await expect(
      resident.calls(contract.rateReport, {
        params: { code: receipt.code },
        body: { rating: 5, reasons: [] },
      }),
    ).rejects.toMatchObject({ code: 'matters.not-answered' })
    expect((await read(receipt.code)).timeline).toHaveLength(1)
  })

  it('leave one winner when two accept at once, and the other is told', async () => {
    const params = { matterId: await world.matterOf(await world.report()) }
    const outcomes = await Promise.all([
      wangfang.asks(acceptMatter, { params, body: { take: true } }),
      chenjing.asks(acceptMatter, { params, body: { take: true } }),
    ])
    expect(outcomes.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const told = outcomes.find((each) => each.status === 409)?.body
    expect(told).toMatchObject({ code: 'matters.move-refused', details: { status: 'accepted' } })
    const { timeline } = await chenjing.calls(readMatter, { params })
    expect(kinds(timeline)).toEqual(['received', 'accepted'])
  })

  it('need a picture where the subject demands one, and only for what was mended', async () => {
    const receipt = await world.report({ subject: 'street_lamp', words: '二单元门口的灯不亮。' })
    const params = { matterId: await world.matterOf(receipt) }
    await wangfang.calls(acceptMatter, { params, body: { take: true } })
    expect((await wangfang.calls(readMatter, { params })).needsPhoto).toBe(true)
    await expect(wangfang.calls(answerMatter, { params, body: answer })).rejects.toMatchObject({
      code: 'matters.evidence-missing',
    })
    const explained = { ...answer, outcome: 'planned' as const }
    expect((await wangfang.calls(answerMatter, { params, body: explained })).status).toBe('answered')
  })
})

describe('who handles it', () => {
  it('is the level that holds it or one above, not one below', async () => {
    const params = { matterId: await world.matterOf(await world.report()) }
    const up = await wangfang.calls(contract.handUpMatter, { params, body: { reason: '要社区出面。' } })
    expect(up).toMatchObject({ level: 'community', status: 'received' })
    const majun = world.person('majun')
    await expect(majun.calls(readMatter, { params })).rejects.toMatchObject({ code: 'matters.not-found' })
    await expect(wangfang.calls(acceptMatter, { params, body: {} })).rejects.toMatchObject({
      code: 'matters.held-by-others',
    })
    await limin.calls(acceptMatter, { params, body: { take: true } })
    expect((await limin.calls(readMatter, { params })).matter.handler?.name).toBe('李敏')
  })

  it('is someone with a handling post on the way up from the place', async () => {
    const params = { matterId: await world.matterOf(await world.report()) }
    const { items } = await chenjing.calls(contract.listHandlers, { params })
    expect(items.map((each) => each.name)).toEqual(expect.arrayContaining(['王芳', '陈静', '李敏']))
    expect(items.map((each) => each.name)).not.toContain('马军')
    await expect(
      chenjing.calls(assignMatter, { params, body: { accountId: await world.accountOf('majun') } }),
    ).rejects.toMatchObject({ code: 'matters.handler-unfit' })
    const taohai = await world.accountOf('taohai')
    await chenjing.calls(assignMatter, { params, body: { accountId: taohai } })
    expect((await chenjing.calls(readMatter, { params })).matter.handler?.name).toBe('陶海')
  })

  it('is asked after by someone else than who answered, whoever has it in hand', async () => {
    const params = { matterId: await world.matterOf(await world.report()) }
    await chenjing.calls(acceptMatter, { params, body: { take: true } })
    await chenjing.calls(answerMatter, { params, body: answer })
    await expect(
      chenjing.calls(followUpMatter, { params, body: { result: 'satisfied' } }),
    ).rejects.toMatchObject({ code: 'matters.follow-up-by-handler' })
    const xurui = world.person('xurui')
    expect((await xurui.calls(readMatter, { params })).actions).toContain('follow_up')
    await xurui.calls(followUpMatter, { params, body: { result: 'not_reached' } })
  })
})

describe('neighbours who say the same', () => {
  it('join one matter, each with a code and a rating of their own', async () => {
    const first = await world.report()
    const matterId = await world.matterOf(first)
    const place = await world.at(new Date(), undefined, (ctx) =>
      ctx.db.row(findArea, [ctx.district.id, world.area('binhe-3')]),
    )
    if (!place) throw new Error('no place')
    const said = { place, channel: 'qr', subject: 'neighbour_noise', photoIds: [], isPrivate: false } as const
    const { code } = await world.at(new Date(), undefined, (ctx) =>
      join(ctx, matterId, { ...said, words: '我家也听见了。' }),
    )
    const second = await read(code)
    expect(second).toMatchObject({ words: '我家也听见了。', reportCount: 2, mayWithdraw: false })
    expect((await read(first.code)).words).toBe(first.words)
    await wangfang.calls(acceptMatter, { params: { matterId }, body: { take: true } })
    await wangfang.calls(answerMatter, { params: { matterId }, body: answer })
    await world.at(new Date(), undefined, (ctx) =>
      rateReport(ctx, code, { rating: 2, reasons: ['came_back'] }),
    )
    expect((await read(first.code)).rating).toBeUndefined()
    expect((await read(code)).rating).toBe(2)
    // What a neighbour rated stands in nobody else's receipt.
    expect(kinds((await read(first.code)).timeline)).not.toContain('rated')
    const { reports } = await chenjing.calls(readMatter, { params: { matterId } })
    expect(reports.map((report) => report.rating)).toEqual([undefined, 2])
  })

  it('are each asked: one satisfied neighbour does not close it for the others', async () => {
    const first = await world.report()
    const matterId = await world.matterOf(first)
    const { code } = await world.at(new Date(), undefined, async (ctx) => {
      const place = await ctx.db.row(findArea, [ctx.district.id, world.area('binhe-3')])
      if (!place) throw new Error('no place')
      const said = {
        place,
        channel: 'qr',
        subject: 'neighbour_noise',
        photoIds: [],
        isPrivate: false,
      } as const
      return join(ctx, matterId, { ...said, words: '我家也吵。' })
    })
    await wangfang.calls(acceptMatter, { params: { matterId }, body: { take: true } })
    await wangfang.calls(answerMatter, { params: { matterId }, body: answer })
    const rate = (own: string, rating: number) =>
      resident.calls(contract.rateReport, { params: { code: own }, body: { rating, reasons: [] } })
    expect((await rate(first.code, 5)).status).toBe('answered')
    expect((await rate(code, 4)).status).toBe('closed')
  })
})

describe('afterwards', () => {
  it('everything told above holds together', async () => {
    const found = await world.at(new Date(), undefined, (ctx) => verifyMatters(ctx))
    expect(found.findings).toEqual([])
    expect(found.matters).toBeGreaterThan(60)
  })
})
