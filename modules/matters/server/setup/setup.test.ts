import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayIn } from '#kernel/server/day.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../../contract.ts'
import { loopRules } from '../loop-rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const sunli = () => world.person('sunli')
const today = () => dayIn('Asia/Shanghai', new Date())
const setup = () => sunli().calls(contract.readSetup, {})
const lastAudit = (action: string) =>
  world.value<Record<string, unknown>>(
    'select details from audit_entries where action = $1 order by id desc limit 1',
    [action],
  )

describe('a subject', () => {
  it('that Sun Li adds is offered to residents with its questions, and retired is no longer', async () => {
    const groupKey = await world.value<string>(`select group_key from subjects where key = 'pests'`)
    const question = { code: 'q1', kind: 'one', required: true, zh: '占在哪里？', en: 'Where?' } as const
    const choices = [{ key: 'c1', zh: '人行道', en: 'Pavement' }]
    const draft = {
      groupKey,
      zh: '共享单车乱停',
      en: 'Shared bicycles',
      icon: 'ebike',
      level: 'community',
      evidence: 'photo',
      mayBePublic: true,
      descriptionZh: '车身编号也请拍下来。',
      descriptionEn: '',
      questions: [{ ...question, choices }],
      isRetired: false,
    } as const
    const added = await sunli().calls(contract.addSubject, { body: draft as never })
    const offered = async () =>
      (await world.browser().calls(contract.listSubjects, {})).groups
        .flatMap((group) => group.subjects)
        .map((subject) => subject.zh)
    expect(await offered()).toContain('共享单车乱停')

    const body = {
      door: await world.doorOf('binhe-3'),
      subject: added.key,
      words: '门口停满了。',
      photoIds: [],
    }
    const without = await world.browser().asks(contract.sendReport, { body })
    expect(without.body).toMatchObject({ code: 'matters.answer-missing', details: { questions: ['q1'] } })
    const receipt = await world
      .browser()
      .calls(contract.sendReport, { body: { ...body, answers: { q1: 'c1', gone: 'x' } } })
    expect(receipt.answers).toMatchObject([{ answer: { zh: '人行道' }, question: { zh: '占在哪里？' } }])
    expect(receipt.answers).toHaveLength(1)

    await sunli().calls(contract.editSubject, {
      params: { key: added.key },
      body: { ...draft, isRetired: true } as never,
    })
    expect(await offered()).not.toContain('共享单车乱停')
    expect(await lastAudit('matters.subject-changed')).toMatchObject({
      from: { isRetired: false },
      to: { isRetired: true },
    })
  })
})

describe('a limit', () => {
  it('set from today counts for what comes, not for what was promised; set again it is undone', async () => {
    const before = await world.report()
    const limit = {
      amount: 5,
      unit: 'working_days',
      source: '试行办法',
      yellowPercent: 50,
      from: today(),
    } as const
    await sunli().calls(contract.setPolicy, { params: { level: 'grid' }, body: limit })
    const after = await world.report()
    expect(after.promise).toMatchObject({ amount: 5, unit: 'working_days', source: '试行办法' })
    const kept = await world.browser().calls(contract.readReceipt, { params: { code: before.code } })
    expect(kept.promise).toEqual(before.promise)
    const back = {
      amount: 3,
      unit: 'natural_days',
      source: before.promise.source,
      yellowPercent: 80,
      from: today(),
    } as const
    await sunli().calls(contract.setPolicy, { params: { level: 'grid' }, body: back })
    expect((await world.report()).promise.amount).toBe(3)
  })

  it('set from a later day waits for it, and none begins in the past', async () => {
    const later = {
      amount: 9,
      unit: 'natural_days',
      source: '明年',
      yellowPercent: 80,
      from: '2090-01-01',
    } as const
    await sunli().calls(contract.setPolicy, { params: { level: 'street' }, body: later })
    const { policies } = await setup()
    const streets = policies.filter((policy) => policy.level === 'street')
    expect(streets.map((policy) => [policy.from, policy.until])).toContainEqual(['2090-01-01', undefined])
    expect(streets.find((policy) => policy.until === '2090-01-01')?.amount).toBe(10)
    const past = { ...later, from: '2020-01-01' }
    const refused = await sunli().asks(contract.setPolicy, { params: { level: 'street' }, body: past })
    expect(refused.body).toMatchObject({ code: 'matters.date-too-early' })
  })
})

describe('routing rules', () => {
  it('decide in their order, and the bench says why before any report comes', async () => {
    const words = ['井盖']
    const cover = await sunli().calls(contract.addRule, {
      body: { words, toLevel: 'street', note: '井盖当天由街道处置' },
    })
    const noise = await sunli().calls(contract.addRule, {
      body: { subject: 'neighbour_noise', toLevel: 'community', note: '噪音先由社区调解' },
    })
    const body = {
      areaId: world.area('binhe-3'),
      subject: 'neighbour_noise',
      words: '井盖夜里响。',
      channel: 'qr',
    } as const
    const tried = await sunli().calls(contract.tryRouting, { body })
    expect(tried).toMatchObject({ level: 'street' })
    expect(tried.rules.find((rule) => rule.isFirst)?.id).toBe(cover.id)
    expect((await world.report({ words: '井盖夜里响。' })).timeline[0]).toMatchObject({ level: 'street' })

    const others = (await setup()).rules.map((rule) => rule.id).filter((id) => id !== noise.id)
    await sunli().calls(contract.orderRules, { body: { ruleIds: [noise.id, ...others] } })
    const again = await sunli().calls(contract.tryRouting, { body })
    expect(again).toMatchObject({ level: 'community' })
    expect(again.rules[0]).toMatchObject({ id: noise.id, isFirst: true, against: [] })

    await sunli().calls(contract.endRule, { params: { ruleId: noise.id } })
    await sunli().calls(contract.endRule, { params: { ruleId: cover.id } })
    const gone = await sunli().asks(contract.endRule, { params: { ruleId: cover.id } })
    expect(gone.body).toMatchObject({ code: 'matters.rule-not-found' })
  })

  it('that name a department that has ended are passed over and marked', async () => {
    const toOrganisationId = await world.organisation('锦河区城市管理局')
    const rule = await sunli().calls(contract.addRule, {
      body: { subject: 'pests', toOrganisationId, note: '虫害派城管' },
    })
    await world.rows(
      `update organisations set valid_from = '2020-01-01', valid_to = current_date where id = $1`,
      [toOrganisationId],
    )
    expect((await setup()).rules.find((each) => each.id === rule.id)).toMatchObject({ isBroken: true })
    await world.rows('update organisations set valid_to = null where id = $1', [toOrganisationId])
    await sunli().calls(contract.endRule, { params: { ruleId: rule.id } })
  })

  it('refuse to lead nowhere, and an order that forgets one', async () => {
    const nowhere = await sunli().asks(contract.addRule, { body: { note: '哪里也不去' } })
    expect(nowhere.body).toMatchObject({ code: 'matters.rule-goes-nowhere' })
    const partial = await sunli().asks(contract.orderRules, { body: { ruleIds: [999_999] } })
    expect(partial.status).toBe(404)
  })
})

describe('the calendar', () => {
  it('of a year nobody entered is warned of, entered by its exceptions, and counted', async () => {
    const params = { year: 2031 }
    expect(await sunli().calls(contract.readCalendar, { query: params })).toMatchObject({
      isKnown: false,
      exceptions: [],
    })
    const exceptions = [
      { day: '2031-01-01', isWorking: false, name: '元旦' },
      { day: '2031-01-04', isWorking: true, name: '元旦调休' },
    ]
    const body = { source: '2031 年放假通知', exceptions }
    const set = await sunli().calls(contract.setCalendar, { params, body })
    expect(set).toMatchObject({ isKnown: true, exceptions, workingDays: 261 })
    const unpublished = await sunli().asks(contract.takeStandardCalendar, { params, body: {} })
    expect(unpublished.body).toMatchObject({ code: 'matters.year-unpublished' })
    const known = await sunli().calls(contract.takeStandardCalendar, { params: { year: 2026 }, body: {} })
    expect(known).toMatchObject({ isKnown: true, workingDays: 248 })
    expect(await lastAudit('matters.calendar-set')).toMatchObject({ to: { year: 2026 } })
  })
})

describe('the rules of the loop', () => {
  it('are changed and changed back, each version with who and when', async () => {
    await sunli().calls(contract.setLoopRules, { body: { ...loopRules.initial, reopenDays: 30 } })
    const { receipt } = await world.answered()
    const seen = await world.browser().calls(contract.readReceipt, { params: { code: receipt.code } })
    const days = (Date.parse(seen.reopenUntil ?? '') - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(30)
    const { versions } = await sunli().calls(contract.setLoopRules, { body: loopRules.initial })
    expect(versions.map((each) => [each.version, each.rules.reopenDays, each.changedBy])).toEqual([
      [2, 15, '孙莉'],
      [1, 30, '孙莉'],
    ])
  })
})
