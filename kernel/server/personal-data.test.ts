import { Writable } from 'node:stream'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as matters from '#modules/matters/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import { personalDataWith } from './personal-data.ts'

const logged: string[] = []
let world: World
beforeAll(async () => {
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString())
      done()
    },
  })
  world = await openWorld({ log: pino({ level: 'trace' }, sink) })
})
afterAll(() => world.close())

const phone = '13912345678'
const name = '李奶奶'
const words = '我家住三楼，夜里睡不着，请帮帮忙。'

describe('what is sealed', () => {
  const data = personalDataWith('a secret of at least thirty-two letters')

  it('opens again in its own district and field, and nowhere else', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 100_000, max: 999_999 }), (text, district) => {
        const sealed = data.seal(district, 'reports.contact_phone', text)
        expect(data.open(district, 'reports.contact_phone', sealed)).toBe(text)
        expect(() => data.open(district + 1, 'reports.contact_phone', sealed)).toThrow()
        expect(() => data.open(district, 'reports.contact_name', sealed)).toThrow()
      }),
    )
  })

  it('does not open with another key, or when a bit was changed', () => {
    const sealed = data.seal(419900, 'f', phone)
    expect(() => personalDataWith('another secret of thirty-two letters').open(419900, 'f', sealed)).toThrow()
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => data.open(419900, 'f', changed)).toThrow()
    }
  })

  it('looks different each time, while the index to search by is the same within a district only', () => {
    expect(data.seal(1, 'f', phone).equals(data.seal(1, 'f', phone))).toBe(false)
    expect(data.blindIndex(1, 'f', phone).equals(data.blindIndex(1, 'f', phone))).toBe(true)
    expect(data.blindIndex(1, 'f', phone).equals(data.blindIndex(2, 'f', phone))).toBe(false)
    expect(data.blindIndex(1, 'f', phone).equals(data.blindIndex(1, 'g', phone))).toBe(false)
  })

  it('signs for one purpose only', () => {
    const signature = data.sign('device', 'x')
    expect(data.verifySignature('device', 'x', signature)).toBe(true)
    for (const [purpose, text, given] of [
      ['file', 'x', signature],
      ['device', 'y', signature],
      ['device', 'x', ''],
      ['device', 'x', `${signature}a`],
    ] as const)
      expect(data.verifySignature(purpose, text, given)).toBe(false)
  })
})

describe('a whole loop with a name and a phone', () => {
  let matterId = ''
  let code = ''

  beforeAll(async () => {
    const resident = world.browser()
    const receipt = await world.report({ words, phone }, resident)
    code = receipt.code
    matterId = await world.matterOf(receipt)
    const params = { matterId }
    const wangfang = world.person('wangfang')
    await wangfang.calls(matters.acceptMatter, { params, body: { take: true } })
    await wangfang.calls(matters.answerMatter, {
      params,
      body: { words: '已上门。', outcome: 'solved', photoIds: [] },
    })
    await resident.calls(matters.readReceipt, { params: { code } })
    await resident.calls(matters.rateReport, { params: { code }, body: { rating: 5, reasons: [] } })
    // Failures are logged too.
    await resident.asks(matters.readReceipt, { params: { code: 'ZZZZZZZZZZ' } })
    await resident.asks(matters.sendReport, { body: { words, contactPhone: phone, wrong: name } })
  })

  it('leaves no phone and no name in any column of the database', async () => {
    const columns = await world.rows<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where t.table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    expect(columns.length).toBeGreaterThan(100)
    const tables = await world.rows<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const sought = [phone, Buffer.from(phone).toString('hex'), name, Buffer.from(name).toString('hex')]
    for (const table of tables) {
      for (const text of sought) {
        // A row as text shows every column; bytea as hex, and a bytea of the text would hold its letters in hex.
        const hits = await world.value<number>(
          `select count(*)::int from "${table.schema}"."${table.name}" as r where r::text like $1`,
          [`%${text}%`],
        )
        expect(hits, `${table.name} holds ${text}`).toBe(0)
      }
    }
  })

  it('is masked for those who handle it until they give a reason, and every look is on record', async () => {
    const chenjing = world.person('chenjing')
    const detail = await chenjing.calls(matters.readMatter, { params: { matterId } })
    expect(detail.reports[0]).toMatchObject({ maskedPhone: '139****5678', maskedName: '李**' })
    expect(JSON.stringify(detail)).not.toContain(phone)
    const params = { matterId, reportId: detail.reports[0]?.id ?? '' }
    const looks = () =>
      world.rows<{ details: { reason: string }; actor_id: string }>(
        `select details, actor_id from audit_entries where action = 'matters.contact-seen' and subject = $1`,
        [params.reportId],
      )
    await expect(
      chenjing.calls(matters.lookAtContact, { params, body: { reason: '   ' } }),
    ).rejects.toMatchObject({ code: 'request.invalid' })
    expect(await looks()).toEqual([])
    const seen = await chenjing.calls(matters.lookAtContact, { params, body: { reason: '约上门时间' } })
    expect(seen).toEqual({ name, phone })
    expect(await looks()).toEqual([
      {
        details: expect.objectContaining({ reason: '约上门时间' }),
        actor_id: await world.accountOf('chenjing'),
      },
    ])
    // A look is never kept for replay.
    const kept = await world.rows('select answer from idempotency_keys')
    expect(JSON.stringify(kept)).not.toContain(phone)
  })

  it('is not shown to whom the matter is not given, or by the wrong report', async () => {
    const detail = await world.person('chenjing').calls(matters.readMatter, { params: { matterId } })
    const reportId = detail.reports[0]?.id ?? ''
    const other = await world.matterOf(await world.report())
    const body = { reason: '好奇' }
    await expect(
      world.person('chenjing').calls(matters.lookAtContact, { params: { matterId: other, reportId }, body }),
    ).rejects.toMatchObject({ code: 'matters.not-found' })
    await expect(
      world.person('niuguifen').calls(matters.lookAtContact, { params: { matterId, reportId }, body }),
    ).rejects.toMatchObject({ code: 'permission.refused' })
  })

  it('says nothing in public places', async () => {
    const token = await world.doorOf('binhe-3')
    for (const address of [`/api/v1/doors/${token}`, '/api/v1/home', `/api/v1/doors/${token}/contacts`]) {
      const { payload } = await world.browser().get(address)
      expect(payload).not.toContain(phone)
      expect(payload).not.toContain(name)
      expect(payload).not.toContain(words)
      expect(payload).not.toContain(code)
    }
  })

  it('leaves neither phone, name, words, code nor token in the log', async () => {
    const all = logged.join('')
    expect(all).toContain('/api/v1/receipts/:code')
    expect(logged.length).toBeGreaterThan(8)
    const token = await world.doorOf('binhe-3')
    const secrets = [
      phone,
      name,
      words,
      code,
      token,
      world.person('wangfang').session ?? '?',
      'ZZZZZZZZZZ',
      '王芳',
    ]
    for (const secret of secrets) expect(all).not.toContain(secret)
  })
})
