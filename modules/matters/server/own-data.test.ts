import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#kernel/server/context.ts'
import { systemActor } from '#kernel/server/context.ts'
import { listDemoMessages } from '#modules/notices/contract.ts'
import { jobs as noticeJobs } from '#modules/notices/server/door.ts'
import type { Caller } from '#testing/caller.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { listMyReports } from './own-reports.ts'
import { expireContacts } from './retention.ts'
import { verifyMatters } from './verify.ts'

let world: World
let li: Caller
beforeAll(async () => {
  world = await openWorld()
  li = world.browser()
})
afterAll(() => world.close())

const phone = '10000005501'
const asSystem = (ctx: Context): Context => ({ ...ctx, actor: systemActor })
const verified = async () =>
  (await world.at(new Date(), undefined, (ctx) => verifyMatters(asSystem(ctx)))).findings
const read = (code: string) => li.calls(contract.readReceipt, { params: { code } })

/** What the demonstration would have sent to a number last, after the notices went their way. */
async function codeSentTo(to: string): Promise<string> {
  for (const { run } of noticeJobs.filter((each) => each.every !== undefined))
    while ((await world.at(new Date(), undefined, (ctx) => run(asSystem(ctx), {}))) === 'more');
  const { items } = await world.person('sunli').calls(listDemoMessages, {})
  const text = items.find((each) => each.address === to)?.text ?? ''
  return /\d{6}/.exec(text)?.[0] ?? ''
}

async function passOf(number: string): Promise<string> {
  await li.calls(contract.sendMyCode, { body: { phone: number } })
  const code = await codeSentTo(number)
  return (await li.calls(contract.openMyReports, { body: { phone: number, code } })).pass
}

describe('my reports', () => {
  it('are found by number and code, newest first, by nobody else, and for a quarter of an hour', async () => {
    const first = await world.report({ phone })
    const second = await world.report({ phone: `+86 ${phone}`, subject: 'pests', words: '地下室有老鼠。' })
    await world.report({ phone: '10000005502' })
    const pass = await passOf(phone)
    const { items } = await li.calls(contract.listMyReports, { body: { pass } })
    expect(items.map((each) => each.code)).toEqual([second.code, first.code])
    expect(items[0]).toMatchObject({ status: 'received', isOverdue: false, waitsForRating: false })

    const [index = '', until = '', signature = ''] = pass.split('.')
    const later = (Date.now() + 9e9).toString(36)
    for (const forged of [`${index}.${later}.${signature}`, `AAAAAAAAAAAAAAAAAAAAAA.${until}.${signature}`]) {
      const { status, body } = await li.asks(contract.listMyReports, { body: { pass: forged } })
      expect([status, body]).toMatchObject([401, { code: 'matters.pass-over' }])
    }
    await expect(
      world.at(new Date(Date.now() + 16 * 60_000), undefined, (ctx) => listMyReports(ctx, pass)),
    ).rejects.toMatchObject({ kind: contract.passOver })
  })

  it('answer the same for a number nobody reported with, and send it nothing', async () => {
    const known = await world.browser().asks(contract.sendMyCode, { body: { phone: '10000005502' } })
    const unknown = await world.browser().asks(contract.sendMyCode, { body: { phone: '10000005599' } })
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(await codeSentTo('10000005599')).toBe('')
    const { status } = await li.asks(contract.openMyReports, {
      body: { phone: '10000005599', code: '123456' },
    })
    expect(status).toBe(400)
  })
})

describe('own data', () => {
  it('are shown whole to the number, in part to the code, with every look at the contact', async () => {
    const receipt = await world.report({ phone: '10000005511', words: '楼上漏水到我家。' })
    const matterId = await world.matterOf(receipt)
    const reportId = await world.value<string>('select id from reports where query_code = $1', [receipt.code])
    await world.person('wangfang').calls(contract.lookAtContact, {
      params: { matterId, reportId },
      body: { reason: '约上门时间' },
    })
    const byCode = await li.calls(contract.readOwnData, { body: { codes: [receipt.code] } })
    expect(byCode.items[0]).toMatchObject({
      words: '楼上漏水到我家。',
      contactPhone: '100****5511',
      looks: [{ roles: ['grid_worker'], reason: '约上门时间' }],
      isOpen: true,
      mayWithdraw: true,
    })
    const pass = await passOf('10000005511')
    const byPass = await li.calls(contract.readOwnData, { body: { pass } })
    expect(byPass.items[0]?.contactPhone).toBe('10000005511')
    await expect(li.calls(contract.readOwnData, { body: { codes: ['AAAAAAAAAA'] } })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('are taken away and corrected with a number for each request', async () => {
    const { code } = await world.report({ phone: '10000005521' })
    const body = { codes: [code] }
    const copy = await li.calls(contract.copyOwnData, { body })
    expect(copy.request.number).toMatch(/^G\d{4}-\d{6}$/)
    await li.calls(contract.correctContact, {
      body: { ...body, contactName: '李奶奶的女儿', tellBySms: false },
    })
    const named = (await li.calls(contract.readOwnData, { body })).items[0]
    expect(named).toMatchObject({
      contactName: '李奶奶的女儿',
      contactPhone: '100****5521',
      tellsBySms: false,
    })
    await li.calls(contract.correctContact, {
      body: { ...body, contactName: '', contactPhone: '10000005522', tellBySms: true },
    })
    const { items, requests } = await li.calls(contract.readOwnData, { body })
    expect(items[0]).toMatchObject({ contactPhone: '100****5522', tellsBySms: true })
    expect(items[0]?.contactName).toBeUndefined()
    expect(requests.map((each) => each.kind)).toEqual(['correct', 'correct', 'copy'])
    const pass = await passOf('10000005522')
    expect((await li.calls(contract.listMyReports, { body: { pass } })).items).toHaveLength(1)
  })

  it('are erased at the reporter’s wish; an open matter first says what that means', async () => {
    const said = '名字和电话都在照片里。'
    const receipt = await world.report({ phone: '10000005531', words: said })
    const matterId = await world.matterOf(receipt)
    await li.calls(contract.replyToMatter, {
      params: { code: receipt.code },
      body: { words: '再补一句。', photoIds: [] },
    })
    const body = { codes: [receipt.code] }
    const refused = await li.asks(contract.eraseOwnData, { body: { ...body, insist: false } })
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'matters.still-open', details: { numbers: [receipt.number] } },
    })

    await li.calls(contract.eraseOwnData, { body: { ...body, insist: true } })
    const gone = await read(receipt.code)
    expect(gone).toMatchObject({ words: '', photos: [], fingerprint: receipt.fingerprint })
    expect(gone.erasedAt).toBeDefined()
    expect(gone.timeline.at(-1)).toMatchObject({ kind: 'erased', why: 'asked' })
    const seen = await world.person('chenjing').calls(contract.readMatter, { params: { matterId } })
    expect(JSON.stringify([gone, seen])).not.toMatch(/名字和电话|再补一句|5531/)
    const kept = await world.rows<{ answer: object }>(
      `select answer from idempotency_keys where answer ->> 'code' = $1`,
      [receipt.code],
    )
    expect(kept).toEqual([])
    expect(await verified()).toEqual([])
    await expect(li.calls(contract.eraseOwnData, { body: { ...body, insist: true } })).resolves.toMatchObject(
      { request: { numbers: [] } },
    )
  })

  it('lose the contact by themselves when their time is over, and the words stay', async () => {
    const { receipt, matterId } = await world.answered({ phone: '10000005541' })
    await world.person('chenjing').calls(contract.followUpMatter, {
      params: { matterId },
      body: { result: 'satisfied' },
    })
    await world.person('chenjing').calls(contract.closeMatter, { params: { matterId }, body: {} })
    const open = await world.report({ phone: '10000005542' })
    const { items } = await li.calls(contract.readOwnData, { body: { codes: [receipt.code] } })
    const until = new Date(items[0]?.contactUntil ?? 0)
    expect(until.getTime() - Date.now()).toBeGreaterThan(720 * 24 * 3600_000)
    const round = (now: Date) => world.at(now, undefined, (ctx) => expireContacts(asSystem(ctx)))
    await round(new Date(until.getTime() - 60_000))
    const stays = await li.calls(contract.readOwnData, { body: { codes: [receipt.code] } })
    expect(stays.items[0]?.contactPhone).toBeDefined()

    expect(await round(new Date(until.getTime() + 60_000))).toBeGreaterThan(0)
    const after = await li.calls(contract.readOwnData, { body: { codes: [receipt.code] } })
    expect(after.items[0]?.contactPhone).toBeUndefined()
    expect(after.items[0]?.words).toBe(receipt.words)
    expect((await read(receipt.code)).timeline.at(-1)).toMatchObject({ kind: 'erased', why: 'expired' })
    const waiting = await li.calls(contract.readOwnData, { body: { codes: [open.code] } })
    expect(waiting.items[0]?.contactPhone).toBeDefined()
    expect(await verified()).toEqual([])
  })
})

describe('the notice on personal data', () => {
  it('has versions: the one in force, those before it, and which one a reporter was shown', async () => {
    const before = await li.calls(contract.readConsent, { query: {} })
    expect(before.versions.at(-1)).toEqual({ version: 0 })
    const text = {
      zh: [{ head: '谁在用', text: '只有社区。' }],
      en: [{ head: 'Who', text: 'The community.' }],
    }
    const made = await world.person('sunli').calls(contract.changeConsent, { body: text })
    expect(made.version).toBe(before.version + 1)
    await new Promise((resume) => setTimeout(resume, 5_100))
    const now = await li.calls(contract.readConsent, { query: {} })
    expect(now).toMatchObject({ version: made.version, text })
    expect((await li.calls(contract.readConsent, { query: { version: 0 } })).text.zh.length).toBeGreaterThan(
      4,
    )
    const page = await li.calls(contract.openDoor, { params: { token: await world.doorOf('binhe-3') } })
    expect(page.consentVersion).toBe(made.version)
    await expect(li.calls(contract.readConsent, { query: { version: 99 } })).rejects.toMatchObject({
      status: 404,
    })
  })
})
