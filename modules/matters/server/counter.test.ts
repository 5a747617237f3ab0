import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const clerk = () => world.person('chenjing')
const said = (more: object = {}) => ({
  areaId: world.area('binhe-3'),
  subject: 'pests',
  words: '地下室有老鼠，晚上吵得睡不着。',
  channel: 'counter' as const,
  photoIds: [],
  ...more,
})

/** 刘大爷 has no phone: the clerk takes down what he says. */
async function takenDown(more: object = {}) {
  const { matter, reportId, code } = await clerk().calls(contract.takeReport, {
    body: said({ contactName: '刘大爷', noticeWay: 'visit', consentVersion: 0, ...more }),
  })
  return { matter, code, params: { matterId: matter.id, reportId } }
}

describe('a report taken down at the counter', () => {
  it('holds who received the person, how they want to be told, and what the subject asks', async () => {
    const { params } = await takenDown({ channel: 'reception', receivedBy: '赵建国 书记' })
    const { reports } = await clerk().calls(contract.readMatter, { params: { matterId: params.matterId } })
    expect(reports).toMatchObject([
      { channel: 'reception', receivedBy: '赵建国 书记', noticeWay: 'visit', maskedName: '刘**' },
    ])
  })

  it('asks what the subject asks, where the form asks at all', async () => {
    const lift = { subject: 'lift_fault', words: '电梯不动了。' }
    const left = await clerk().asks(contract.takeReport, { body: said({ ...lift, answers: {} }) })
    expect(left).toMatchObject({ status: 400, body: { code: 'matters.answer-missing' } })
    expect((await clerk().asks(contract.takeReport, { body: said(lift) })).status).toBe(200)
  })

  it('joins what a neighbour reported, with a receipt of its own', async () => {
    const neighbour = await world.report({ subject: 'street_lamp', words: '楼道灯不亮。' })
    const { matter, code } = await takenDown({ subject: 'street_lamp', joins: neighbour.number })
    expect([matter.number, matter.reportCount]).toEqual([neighbour.number, 2])
    expect(code).not.toBe(neighbour.code)
    const far = await clerk().asks(contract.takeReport, {
      body: said({ areaId: world.area('binxi-g2'), joins: neighbour.number }),
    })
    expect(far).toMatchObject({ status: 409, body: { code: 'matters.join-refused' } })
  })

  it('has a slip with number, code, promise and rule, and whom to call', async () => {
    const { matter, code, params } = await takenDown()
    const slip = await clerk().calls(contract.makeSlip, { params, body: {} })
    expect(slip).toMatchObject({ number: matter.number, code, districtName: '锦河区' })
    expect(slip.url).toMatch(new RegExp(`/r/${code}$`))
    expect(slip.svg).toMatch(/^<svg/)
    expect(slip.promise).toMatchObject({ dueAt: matter.dueAt, amount: 3 })
    expect(slip.promise.source).not.toBe('')
    expect(slip.phones[0]?.role).toMatch(/^community_/)
    const receipt = await world.browser().calls(contract.readReceipt, { params: { code: slip.code } })
    expect(receipt.number).toBe(matter.number)
    expect(await audited('matters.slip-made')).toMatchObject([{ subject: params.reportId }])
  })
})

const audited = (action: string) =>
  world.rows('select subject, details from audit_entries where action = $1 order by id desc limit 1', [
    action,
  ])

describe('somebody at the counter who asks about their report', () => {
  const finds = async (body: { by: 'number' | 'code' | 'phone' | 'name'; text: string; areaId?: number }) =>
    (await clerk().calls(contract.lookUpReports, { body })).items

  it('is found by number, by its last digits, by code, by phone and by name at a place', async () => {
    const { matter, code } = await takenDown({ contactName: '周阿婆', contactPhone: '13900002233' })
    const { number } = matter
    const found = expect.objectContaining({ matter: expect.objectContaining({ number }) })
    expect(await finds({ by: 'number', text: number })).toEqual([found])
    expect(await finds({ by: 'number', text: String(Number(number.slice(5))) })).toContainEqual(found)
    expect(await finds({ by: 'code', text: code.toLowerCase() })).toEqual([found])
    expect(await finds({ by: 'phone', text: '139 0000 2233' })).toEqual([found])
    expect(await finds({ by: 'phone', text: '2233' })).toEqual([found])
    expect(await finds({ by: 'name', text: '周阿婆', areaId: world.area('binhe-3') })).toEqual([found])
    expect(await finds({ by: 'name', text: '周阿婆', areaId: world.area('binxi-g2') })).toEqual([])
    const [one] = await finds({ by: 'code', text: code })
    expect(one).toMatchObject({ maskedName: '周**', maskedPhone: '139****2233' })
    expect(JSON.stringify(one)).not.toMatch(/周阿婆|13900002233/)
    const [entry] = await audited('matters.looked-up')
    expect(entry).toMatchObject({ details: { by: 'code', found: 1 } })
    expect(JSON.stringify(entry)).not.toContain(code)
  })

  it('is not found by a clerk of another community, whatever is typed', async () => {
    const { matter, code } = await takenDown({ contactPhone: '13900004455' })
    for (const [by, text] of [
      ['number', matter.number],
      ['code', code],
      ['phone', '13900004455'],
    ] as const) {
      const { items } = await world.person('kongwei').calls(contract.lookUpReports, { body: { by, text } })
      expect(items).toEqual([])
    }
  })

  it('urges, adds, rates and has it taken up again through the clerk, who stands in the history', async () => {
    const { code, params } = await takenDown()
    const speak = (body: object) =>
      clerk().asks(contract.speakFor, { params, body: { channel: 'counter', ...body } })
    expect((await speak({ move: 'urge' })).body).toMatchObject({ matter: { urged: 1 }, moves: ['add'] })
    expect(await speak({ move: 'urge' })).toMatchObject({ status: 429 })
    expect(await speak({ move: 'add', words: ' ' })).toMatchObject({ status: 400 })
    await speak({ move: 'add', words: '昨晚又来了。' })
    await handled(params.matterId)
    const rated = await speak({ move: 'rate', rating: 2 })
    expect(rated.body).toMatchObject({ rating: 2, matter: { status: 'answered' } })
    const again = await speak({ move: 'reopen', words: '还是有老鼠。' })
    expect(again.body).toMatchObject({ matter: { status: 'in_progress', reopened: 1 } })

    const { timeline } = await world.browser().calls(contract.readReceipt, { params: { code } })
    const told = timeline.filter((entry) => entry.spoken === 'counter')
    expect(told.map((entry) => [entry.kind, entry.by?.name])).toEqual([
      ['urged', '陈静'],
      ['replied', '陈静'],
      ['rated', '陈静'],
      ['reopened', '陈静'],
    ])
  })

  it('is not rated, nor given the slip, by whoever handled the matter', async () => {
    const { params } = await takenDown()
    await handled(params.matterId)
    const wang = world.person('wangfang')
    const body = { move: 'rate', channel: 'visit', rating: 5 } as const
    const refused = { status: 403, body: { code: 'matters.spoken-by-handler' } }
    expect(await wang.asks(contract.speakFor, { params, body })).toMatchObject(refused)
    expect(await wang.asks(contract.makeSlip, { params, body: {} })).toMatchObject(refused)
  })

  it('is heard once however often the button is pressed', async () => {
    const { params } = await takenDown()
    const key = uuidv7()
    const body = { move: 'urge', channel: 'phone' } as const
    const first = await clerk().asks(contract.speakFor, { params, body, key })
    const second = await clerk().asks(contract.speakFor, { params, body, key })
    expect(second.body).toEqual(first.body)
  })
})

async function handled(matterId: string): Promise<void> {
  const wang = world.person('wangfang')
  await wang.calls(contract.acceptMatter, { params: { matterId }, body: { take: true } })
  await wang.calls(contract.answerMatter, {
    params: { matterId },
    body: { words: '已请消杀公司来过。', outcome: 'solved', photoIds: [] },
  })
}
