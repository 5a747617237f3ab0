import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#kernel/server/context.ts'
import { writeSetting } from '#kernel/server/settings.ts'
import { openAliyunSms } from '#testing/stand-ins/aliyun-sms.ts'
import { openWeChat } from '#testing/stand-ins/wechat.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { pruneNotices } from './jobs.ts'
import { noticeKind } from './kinds.ts'
import { planNotices } from './plan.ts'
import { sendDue } from './send.ts'
import { changeSecret } from './set-channels.ts'
import { channels, rules } from './settings.ts'
import { type Recipient, tell, type Telling } from './tell.ts'

const group = { key: 'test', zh: '试验', en: 'Trial' }
const declared = {
  called: { zh: '有答复', en: 'Answered' },
  group,
  forStaff: true,
  urgent: false,
  fields: { number: 'words', due: 'moment' },
  path: ({ number }: { number: string }) => `/r/${number}`,
  zh: (p: { number: string; due: string }) => ({
    title: '有答复了',
    text: `${p.number} 已答复，${p.due} 前可以评价。`,
    short: `您反映的${p.number}已答复，${p.due}前可评价。`,
  }),
  en: (p: { number: string; due: string }) => ({
    title: 'Answered',
    text: `${p.number} is answered; rate it by ${p.due}.`,
    short: `${p.number} answered; rate by ${p.due}.`,
  }),
  sample: { number: '2026-000399', due: new Date('2026-12-10T10:00:00Z') },
} as const
const answered = noticeKind('test.answered', declared)
const alarm = noticeKind('test.alarm', { ...declared, urgent: true })

let world: World
beforeAll(async () => {
  world = await openWorld()
  // What the demonstration told its own people is another story.
  await forgetAll()
})
afterAll(() => world.close())

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
  await forgetAll()
})
async function forgetAll(): Promise<void> {
  for (const table of ['notice_tries', 'notice_deliveries', 'notices'])
    await world.rows(`delete from ${table}`)
}

const noon = new Date('2026-11-25T04:00:00Z')
const later = (seconds: number, from = noon): Date => new Date(from.getTime() + seconds * 1000)
const phone = '10000001234'
const resident: Recipient = { way: 'sms', address: phone, language: 'zh' }
let keys = 0

type Said = Partial<Telling<typeof answered.fields>> & { areaId?: number }
const says = (ctx: Context, { areaId, ...said }: Said = {}): void =>
  tell(ctx, {
    to: resident,
    kind: answered,
    params: { number: '2026-000399', due: new Date('2026-12-10T10:00:00Z') },
    about: { thing: 'matter', id: 'm1', areaId: areaId ?? world.area('binxi-g1') },
    key: `event-${(keys += 1)}`,
    ...said,
  })

/** As in operation: not the demonstration's sender but the real ones. */
const really = <Result>(now: Date, work: (ctx: Context) => Promise<Result>): Promise<Result> =>
  world.at(now, undefined, (ctx) => work({ ...ctx, demo: false }))
const tells = (now = noon, said?: Said) => really(now, async (ctx) => says(ctx, said))
const plans = (now = noon) => really(now, planNotices)
const sends = (now = noon) => really(now, sendDue)

type Row = { status: string; outcome: string; tries: number; due_at: Date; masked: string; way: string }
const deliveries = () => world.rows<Row>('select * from notice_deliveries order by due_at, way')

const smsKeys = { keyId: 'LTAI-key', secret: 'aliyun-secret' }
async function smsOpen() {
  const server = await openAliyunSms(smsKeys)
  open.push(server)
  await really(noon, async (ctx) => {
    const template = { code: 'SMS_1', fields: ['number', 'due'] }
    await writeSetting(ctx, channels, {
      ...channels.initial,
      sms: {
        ...channels.initial.sms,
        on: true,
        keyId: smsKeys.keyId,
        signature: '锦河区',
        base: server.url,
        templates: [
          { kind: 'test.answered', ...template },
          { kind: 'test.alarm', ...template },
        ],
      },
    })
    await changeSecret(ctx, 'sms', smsKeys.secret)
  })
  return server
}

describe('a notice to a resident', () => {
  it('is stored with its transaction, sent once, and on record with a masked number', async () => {
    const { sent } = await smsOpen()
    await tells()
    await plans()
    await sends()
    expect(sent).toMatchObject([
      { PhoneNumbers: phone, param: { number: '2026-000399', due: '12月10日 18:00' } },
    ])
    await plans()
    await sends()
    expect(sent).toHaveLength(1)
    expect(await deliveries()).toMatchObject([
      { status: 'sent', outcome: 'sent', tries: 1, masked: '100****1234' },
    ])
    // Nothing that says to whom stands anywhere in the open.
    const everything = await world.rows<{ text: string }>(
      `select n::text || d::text || t::text as text from notices n
       join notice_deliveries d on d.notice_id = n.id join notice_tries t on t.notice_id = n.id`,
    )
    expect(JSON.stringify(everything)).not.toMatch(/10000001234|000399/)
  })

  it('is not there when the transaction fails', async () => {
    const failing = really(noon, async (ctx) => {
      says(ctx)
      throw new Error('something else failed')
    })
    await expect(failing).rejects.toThrow('something else failed')
    expect(await world.rows('select 1 from notices')).toEqual([])
  })

  it('told twice under one key is one, told to a neighbour another', async () => {
    await smsOpen()
    await tells(noon, { key: 'once' })
    await tells(later(60), { key: 'once' })
    // One number, written in another way.
    await tells(later(90), { key: 'once', to: { ...resident, address: '+86 100-0000-1234' } })
    await tells(later(120), { key: 'once', to: { ...resident, address: '10000005678' } })
    expect(await world.rows('select 1 from notices')).toHaveLength(2)
  })

  it('waits for the morning, unless it is urgent', async () => {
    const { sent } = await smsOpen()
    const night = new Date('2026-11-25T15:00:00Z')
    await tells(night)
    await tells(night, { kind: alarm })
    await plans(night)
    await sends(night)
    expect(sent).toHaveLength(1)
    const [waiting] = (await deliveries()).filter((each) => each.status === 'waiting')
    expect(waiting?.due_at).toEqual(new Date('2026-11-26T00:00:00Z'))
    await sends(new Date('2026-11-26T00:00:01Z'))
    expect(sent).toHaveLength(2)
  })

  it('is tried again after longer and longer waits, and given up at last', async () => {
    const { refuseNext, sent } = await smsOpen()
    await tells()
    await plans()
    const waits: number[] = []
    let now = noon
    for (let tries = 0; tries < 6; tries += 1) {
      refuseNext('isp.SYSTEM_ERROR')
      await sends(now)
      const [row] = await deliveries()
      if (row?.status !== 'waiting') break
      waits.push((row.due_at.getTime() - now.getTime()) / 1000)
      await sends(later(-1, row.due_at))
      now = row.due_at
    }
    expect(waits).toEqual([30, 120, 600, 3_600, 4 * 3_600])
    expect(await deliveries()).toMatchObject([{ status: 'dead', outcome: 'busy', tries: 6 }])
    expect(sent).toEqual([])
    await sends(later(7 * 24 * 3600))
    expect((await deliveries())[0]?.tries).toBe(6)
  })

  it('is not tried again where that cannot help, nor today where today is used up', async () => {
    const { refuseNext } = await smsOpen()
    await tells()
    await plans()
    refuseNext('isv.MOBILE_NUMBER_ILLEGAL')
    await sends()
    expect(await deliveries()).toMatchObject([{ status: 'dead', outcome: 'address', tries: 1 }])
    await tells()
    await plans()
    refuseNext('isv.BUSINESS_LIMIT_CONTROL')
    await sends()
    const [row] = (await deliveries()).filter((each) => each.status === 'waiting')
    expect(row).toMatchObject({ outcome: 'quota', due_at: new Date('2026-11-26T00:00:00Z') })
  })

  it('is of no use after its time, and goes no way that is closed', async () => {
    const { sent } = await smsOpen()
    await tells(noon, { until: later(300) })
    await plans()
    await sends(later(301))
    expect(await deliveries()).toMatchObject([{ status: 'skipped', outcome: 'expired' }])
    await tells(noon, { to: { way: 'email', address: 'li@example.org', language: 'en' } })
    await plans()
    const [mail] = (await deliveries()).filter((each) => each.way === 'email')
    expect(mail).toMatchObject({ status: 'skipped', outcome: 'way-off', masked: 'l***@example.org' })
    expect(sent).toEqual([])
  })

  it('leaves once when two workers are at it', async () => {
    const { sent } = await smsOpen()
    for (let told = 0; told < 12; told += 1) await tells()
    await Promise.all([plans(), plans()])
    expect(await deliveries()).toHaveLength(12)
    for (let round = 0; round < 4; round += 1) await Promise.all([sends(), sends()])
    expect(sent).toHaveLength(12)
    expect(new Set(sent.map((each) => each.OutId)).size).toBe(12)
  })

  it('that failed at the provider is unharmed by a machine that died before the commit', async () => {
    const { sent } = await smsOpen()
    await tells()
    await plans()
    const dying = really(noon, async (ctx) => {
      await sendDue(ctx)
      throw new Error('the power went')
    })
    await expect(dying).rejects.toThrow('the power went')
    await sends()
    // At least once: the second try carries the same name.
    expect(sent.map((each) => each.OutId)).toEqual([sent[0]?.OutId, sent[0]?.OutId])
    expect(await deliveries()).toMatchObject([{ status: 'sent' }])
  })
})

describe('a token of a provider', () => {
  it('is shared by all servers, kept sealed, and fetched again when the platform ends it', async () => {
    const server = await openWeChat({ appId: 'wx1', secret: 'wechat-secret' }, new Set(['openid-li-nainai']))
    open.push(server)
    await really(noon, async (ctx) => {
      await writeSetting(ctx, channels, {
        ...channels.initial,
        wechat: {
          on: true,
          appId: 'wx1',
          mode: 'template',
          base: server.url,
          templates: [{ kind: 'test.answered', code: 'tm', fields: ['thing1=number'] }],
        },
      })
      await changeSecret(ctx, 'wechat', 'wechat-secret')
    })
    const to = { way: 'wechat', address: 'openid-li-nainai', language: 'zh' } as const
    const round = async (now: Date) => {
      for (let told = 0; told < 3; told += 1) await tells(now, { to })
      await plans(now)
      await Promise.all([sends(now), sends(now)])
      await sends(now)
    }
    await round(noon)
    expect([server.sent.length, server.tokens.given]).toEqual([3, 1])
    server.tokens.end()
    await round(later(60))
    expect([server.sent.length, server.tokens.given]).toEqual([6, 2])
    // Over by the clock: the stable token is asked for again and is the same while the platform keeps it.
    await round(later(7200))
    expect([server.sent.length, server.tokens.given]).toEqual([9, 2])
    const kept = await world.rows<{ t: string }>(
      "select encode(token_sealed, 'escape') as t from notice_tokens",
    )
    expect(kept).toHaveLength(1)
    expect(kept[0]?.t).not.toContain('token-')
  })
})

describe('a notice to a colleague', () => {
  const wangfang = () => world.person('wangfang')
  const toWangfang = async () => ({ account: await world.accountOf('wangfang') })

  it('is in the list at once, in the language of the screen, until it is read', async () => {
    await tells(noon, { to: await toWangfang() })
    await tells(later(5), { to: await toWangfang(), kind: alarm })
    expect(await wangfang().calls(contract.countUnread, {})).toEqual({ count: 2 })
    const { items } = await wangfang().calls(contract.listOwnNotices, {})
    expect(items).toMatchObject([
      { title: '有答复了', urgent: true, isRead: false },
      { text: '2026-000399 已答复，12月10日 18:00 前可以评价。', path: '/r/2026-000399' },
    ])
    const inEnglish = await wangfang().asks(contract.listOwnNotices, { headers: { 'accept-language': 'en' } })
    expect(JSON.stringify(inEnglish.body)).toContain('rate it by 10 Dec 18:00')
    await wangfang().calls(contract.markRead, { body: { ids: [items[0]?.id ?? ''] } })
    expect(await wangfang().calls(contract.countUnread, {})).toEqual({ count: 1 })
    await wangfang().calls(contract.markRead, { body: {} })
    expect(await wangfang().calls(contract.countUnread, {})).toEqual({ count: 0 })
    expect(await world.person('chenjing').calls(contract.listOwnNotices, {})).toEqual({ items: [] })
  })

  it('is paged without loss', async () => {
    for (let told = 0; told < 7; told += 1) await tells(later(told), { to: await toWangfang() })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await wangfang().calls(contract.listOwnNotices, {
        query: { limit: 3, ...(after && { after }) },
      })
      seen.push(...page.items.map((each) => each.id))
      after = page.next
    } while (after)
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
    const strange = await wangfang().asks(contract.listOwnNotices, { query: { after: 'nonsense' } })
    expect(strange.status).toBe(400)
  })

  it('goes the ways they chose, to the address they confirmed', async () => {
    const { sent } = await smsOpen()
    await tells(noon, { to: await toWangfang(), kind: alarm })
    await plans()
    expect(await deliveries()).toEqual([])
    await confirms('13900000001')
    // Nothing chosen: SMS only for what is urgent.
    await tells(noon, { to: await toWangfang() })
    await tells(noon, { to: await toWangfang(), kind: alarm })
    await plans()
    await sends()
    expect(sent.map((each) => each.PhoneNumbers)).toEqual(['13900000001'])
    const choices = { language: 'en', groups: [{ key: 'test', ways: ['sms'] }] } as const
    await wangfang().calls(contract.changeChoices, {
      body: {
        ...choices,
        groups: [{ key: 'test', ways: ['sms'] }],
        quiet: { from: '11:00', until: '13:00' },
      },
    })
    await tells(noon, { to: await toWangfang() })
    await plans()
    await sends()
    expect(sent).toHaveLength(1)
    await sends(later(3600))
    expect(sent[1]?.param).toEqual({ number: '2026-000399', due: '10 Dec 18:00' })
    await wangfang().calls(contract.removeAddress, { params: { way: 'sms' } })
    await tells(noon, { to: await toWangfang(), kind: alarm })
    await plans()
    expect((await deliveries()).filter((each) => each.status === 'waiting')).toEqual([])
  })

  /** 王芳 gives a number and the code that came there; in the demonstration it is read on its own page. */
  async function confirms(address: string): Promise<void> {
    await wangfang().calls(contract.startAddress, { body: { way: 'sms', address } })
    await world.at(new Date(), undefined, planNotices)
    await world.at(new Date(), undefined, sendDue)
    const { items } = await wangfang().calls(contract.listDemoMessages, {})
    const code = /\d{6}/.exec(items.find((each) => each.address === address)?.text ?? '')?.[0] ?? ''
    const params = { way: 'sms' as const }
    const wrong = await wangfang().asks(contract.confirmAddress, {
      params,
      body: { address, code: code === '000000' ? '000001' : '000000' },
    })
    expect(wrong.body).toMatchObject({ code: 'notices.code-wrong' })
    const choices = await wangfang().calls(contract.confirmAddress, { params, body: { address, code } })
    expect(choices.addresses).toMatchObject([{ way: 'sms', masked: '139****0001' }])
  }
})

describe('the record', () => {
  const limin = () => world.person('limin')

  it('shows to each street its own, masked, and sends again what failed', async () => {
    const { sent, refuseNext } = await smsOpen()
    await tells(noon, { key: 'r1' })
    await tells(later(1), { key: 'r2', areaId: world.area('nanqiao-community') })
    await plans(later(2))
    refuseNext('isv.MOBILE_NUMBER_ILLEGAL')
    refuseNext('isv.MOBILE_NUMBER_ILLEGAL')
    await sends(later(3))
    const query = { status: 'dead' } as const
    const { items } = await limin().calls(contract.listDeliveries, { query })
    expect(items).toMatchObject([
      {
        kindName: '有答复',
        masked: '100****1234',
        outcome: 'address',
        areaName: '滨溪第一网格',
        mayResend: true,
      },
    ])
    expect((await world.person('zhouhang').calls(contract.listDeliveries, { query })).items).toHaveLength(2)
    expect((await limin().calls(contract.countDeliveries, {})).ways).toEqual([])
    const params = { noticeId: items[0]?.noticeId ?? '', way: 'sms' as const }
    expect(await limin().calls(contract.resend, { params })).toMatchObject({ status: 'waiting', tries: 0 })
    await expect(limin().calls(contract.resend, { params })).rejects.toMatchObject({
      code: 'notices.already-waiting',
    })
    await really(new Date(), sendDue)
    expect(sent).toHaveLength(1)
    const { items: tried } = await limin().calls(contract.listTries, { params })
    expect(tried.map((each) => each.outcome)).toEqual(['sent', 'address'])
    expect((await limin().calls(contract.countDeliveries, {})).ways).toMatchObject([{ way: 'sms', sent: 1 }])
    await expect(world.person('duanfei').calls(contract.listTries, { params })).rejects.toMatchObject({
      code: 'notices.not-found',
    })
  })

  it('is erased in two steps, as the settings say', async () => {
    const { sent } = await smsOpen()
    await tells()
    await plans()
    await sends()
    const days = (count: number): Date => later(count * 24 * 3600)
    await really(days(89), pruneNotices)
    const kept = () =>
      world.rows('select 1 from notices where words_sealed is not null or address_sealed is not null')
    expect(await kept()).toHaveLength(1)
    await really(days(91), pruneNotices)
    expect(await kept()).toEqual([])
    const { items } = await world.person('limin').calls(contract.listDeliveries, {})
    expect(items).toMatchObject([{ status: 'sent', masked: '100****1234', mayResend: false }])
    const params = { noticeId: items[0]?.noticeId ?? '', way: 'sms' as const }
    await expect(limin().calls(contract.resend, { params })).rejects.toMatchObject({
      code: 'notices.not-again',
    })
    await really(noon, (ctx) => writeSetting(ctx, rules, { ...rules.initial, deleteAfterDays: 100 }))
    await really(days(101), pruneNotices)
    expect(await world.rows('select 1 from notices')).toEqual([])
    expect(sent).toHaveLength(1)
  })
})
