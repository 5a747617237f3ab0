import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventKinds, lookAtContact } from '#modules/matters/contract.ts'
import * as people from '#modules/people/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { actionWord } from '../words/action-words.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const xiaqing = () => world.person('xiaqing')
const reads = (body: contract.AuditFilter & { limit?: number; after?: string } = {}) =>
  xiaqing().calls(contract.readAudit, { body })

describe('the audit', () => {
  it('tells who did what to whom, in which post, with its details', async () => {
    const accountId = await world.accountOf('taohai')
    const params = { accountId }
    await world.person('zhengkai').calls(people.disableAccount, { params, body: { reason: '物业换人了。' } })
    const { items } = await reads({ actions: ['people.account-disabled'] })
    expect(items[0]).toMatchObject({
      by: 'person',
      name: '郑凯',
      login: 'zhengkai',
      posts: [{ role: 'security_admin', areaName: '锦河区' }],
      subject: accountId,
      subjectName: '陶海',
      details: { reason: '物业换人了。' },
    })
  })

  it('names ids in the details: whose contact was looked at shows by the number of the matter', async () => {
    const receipt = await world.report({ phone: '13800001234' })
    const matterId = await world.matterOf(receipt)
    const reportId = await world.value<string>('select id from reports where matter_id = $1', [matterId])
    await world.person('wangfang').calls(lookAtContact, {
      params: { matterId, reportId },
      body: { reason: '电话核实地址。' },
    })
    const { items, names } = await reads({ actions: ['matters.contact-seen'] })
    expect(items[0]).toMatchObject({ name: '王芳', subjectName: receipt.number })
    expect(names).toContainEqual({ id: matterId, name: receipt.number })
  })

  it('is narrowed by person, subject, day and kind of actor, and paged without gap or repeat', async () => {
    const accountId = await world.accountOf('wangfang')
    const own = await reads({ accountId })
    expect(new Set(own.items.map((each) => each.login))).toEqual(new Set(['wangfang']))
    const ofSubject = await reads({ subject: accountId })
    expect(ofSubject.items.every((each) => each.subject === accountId)).toBe(true)
    const system = await reads({ by: 'system', limit: 5 })
    expect(system.items.map((each) => each.by)).toEqual(Array(5).fill('system'))
    expect((await reads({ from: '2020-01-01', to: '2020-01-02' })).items).toEqual([])

    const seen: number[] = []
    let after: string | undefined
    do {
      const page = await reads({ by: 'system', limit: 100, ...(after && { after }) })
      seen.push(...page.items.map((each) => each.id))
      after = page.next
    } while (after)
    const all = await world.value<number>(
      `select count(*)::int from audit_entries where actor_kind = 'system'`,
    )
    expect([seen.length, new Set(seen).size]).toEqual([all, all])
  })

  it('has an entry for every reading', async () => {
    await reads({ subject: 'nothing-has-this-id' })
    const { items } = await reads({ actions: ['audit.read'], limit: 1 })
    expect(items[0]).toMatchObject({
      name: '夏晴',
      details: { subject: 'nothing-has-this-id', shown: 0 },
    })
  })

  it('finds people, areas, units and matters to filter by', async () => {
    const finds = async (q: string, kind?: 'account') =>
      (await xiaqing().calls(contract.findAuditSubjects, { query: { q, ...(kind && { kind }) } })).items
    expect(await finds('wangf')).toMatchObject([{ kind: 'account', name: '王芳', more: 'wangfang' }])
    expect((await finds('滨溪')).map((each) => each.kind)).toContain('area')
    expect((await finds('滨溪', 'account')).length).toBe(0)
    expect((await finds('20')).some((each) => each.kind === 'matter')).toBe(true)
  })

  it('goes out as a sheet of all that fits, which is on record', async () => {
    const ask = (as: 'csv' | 'xlsx') =>
      xiaqing().asks(contract.exportAudit, { body: { as, actions: ['people.account-disabled'] } })
    const csv = await ask('csv')
    const lines = String(csv.body).replace('\uFEFF', '').trim().split('\r\n')
    expect(lines[0]).toBe('时间,谁,登录名,当时的岗位,做了什么,对象,详情,事项代码,请求编号')
    expect(lines[1]).toMatch(/^20[\d-]+ [\d:]+,郑凯,zhengkai,锦河区 安全管理员,停用账号,陶海,/)
    const xlsx = await ask('xlsx')
    const [sheet] = await readWorkbook(xlsx.response.rawPayload)
    expect(sheet?.data).toHaveLength(lines.length)
    // The file has arrived a moment before its transaction is committed.
    const last = async () => (await reads({ actions: ['audit.exported'], limit: 1 })).items[0]?.details
    await expect.poll(last).toMatchObject({ as: 'xlsx', entries: lines.length - 1 })
  })

  it('is read by nobody but the auditor', async () => {
    for (const login of ['sunli', 'zhengkai', 'zhouhang'])
      expect((await world.person(login).asks(contract.readAudit, { body: {} })).status).toBe(403)
  })
})

describe('the source', () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  const texts = ['apps', 'db', 'kernel', 'modules'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|(^|\/)dist\//.test(name))
      .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
  )

  it('has words in both languages for every action it audits', () => {
    const actions = texts.flatMap((text) =>
      [...text.matchAll(/\baudit\(\s*'([a-z0-9]+\.[a-z0-9_-]+)'/g)].map(([, action]) => action ?? ''),
    )
    const wanted = new Set([...actions, ...eventKinds.map((kind) => `matters.${kind}`)])
    expect(wanted.size).toBeGreaterThan(50)
    expect([...wanted].filter((action) => actionWord(action, 'zh') === action)).toEqual([])
  })

  it('never changes or removes an entry', () => {
    const changing =
      /(update|delete from|truncate( table)?) audit_entries|(updateTable|deleteFrom)\('audit_entries/
    expect(texts.filter((text) => changing.test(text))).toEqual([])
  })
})
