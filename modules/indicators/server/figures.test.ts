import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#testing/database.ts'
import { Registers } from '#testing/registers.ts'
import { Work } from '#testing/work.ts'
import { listKnown } from '#modules/organisations/server/door.ts'
import { addStep, openFormation } from '#modules/organisations/server/formations.ts'
import { declared } from './declared.ts'
import { readIndicators } from './read-indicators.ts'
import { listRecords } from './records/list-records.ts'
import { findRecordIndicator } from './records/record-indicators.ts'

/** What districts print of themselves: a number, how exact it is, and which indicator says it of which area and time. */
type Printed = {
  id: string
  value: number
  unit: 'percent' | 'number'
  precision: 'exact' | 'over' | 'at_least'
  indicator: string
  scope: string
  /** A day, a month (YYYY-MM) or a year (YYYY). */
  on: string
  subject?: string
}
const printed = JSON.parse(readFileSync(new URL('figures.test.json', import.meta.url), 'utf8')) as Printed[]

let database: TestDatabase
type Scope = { registers: Registers; area: number }
const scopes = new Map<string, Scope>()

beforeAll(async () => {
  database = await openTestDatabase()
  await Promise.all([districtOne(), districtTwo(), districtThree(), districtFour()])
}, 300_000)
afterAll(() => database.close())

const many = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at + 1}`)
const communities = (count: number, name: string, type: string): Record<string, string> =>
  Object.fromEntries(many(count, name).map((each) => [each, type]))
/** Rows of a sheet: a kind (with its form after a stroke), names, and where they are at home. */
const bodies = (kinds: string, names: readonly string[], area: string) => {
  const [kind = '', named = ''] = kinds.split('/')
  return names.map((name) => ({ kind, form: named, name, area }))
}

/** Estates and branches that grow between two days, four types of community, bodies recognised as red, resident groups. */
async function districtOne(): Promise<void> {
  const registers = await Registers.open(database.ground, 910001, {
    东街: {
      ...communities(16, '老旧', '老旧'),
      ...communities(12, '商品房', '商品房'),
      ...communities(27, '单位', '单位型'),
      ...communities(17, '村改居', '村改居'),
    },
  })
  const street = await registers.areaNamed('东街')
  const below = await registers.areaNamed('老旧1')
  const estates = many(661, '小区')
  const [first = 0] = await registers.finer({ kind: 'quarter', names: estates.slice(0, 581), below })
  await registers.finer({ kind: 'quarter', names: estates.slice(581), below, since: '2021-06-01' })
  const [building = 0] = await registers.finer({
    kind: 'building',
    names: ['东楼'],
    below: first,
    since: '2021-06-01',
  })
  const branches = estates.slice(0, 647).map((area, at) => ({
    kind: '党组织',
    form: '小区党支部',
    name: `${area}党支部`,
    area,
    since: at < 174 ? '2019-09-01' : '2021-09-01',
  }))
  const committees = many(608, '物管会').map((name, at) => ({
    kind: '业委会',
    form: '物管会',
    name,
    area: estates[at] ?? '',
  }))
  await registers.organisations(
    [
      { kind: '党组织', name: '区委', area: '样区910001' },
      { kind: '党组织', name: '街道党工委', area: '东街' },
      { kind: '党组织', name: '社区党委', area: '老旧1' },
      { kind: '党组织', form: '楼栋党小组', name: '楼栋党小组', area: '东楼', since: '2021-09-01' },
      ...branches,
      ...committees,
      ...bodies('物业', many(30, '物业'), '老旧2'),
      ...bodies('业委会/业主委员会', many(50, '业委会'), '老旧3'),
      ...bodies('自治组织/自我管理', many(400, '楼栋管家'), '老旧4'),
      ...bodies('自治组织/自娱自乐', many(301, '文体队'), '老旧5'),
      ...bodies('自治组织/志愿服务', many(302, '志愿队'), '老旧6'),
    ],
    '2022-01-05',
  )
  await registers.tie(many(24, '物业'), 'red', undefined, '2022-02-01')
  await registers.tie(many(42, '业委会'), 'red', undefined, '2022-02-01')
  await registers.tie(many(608, '物管会'), 'red', undefined, '2022-02-01')
  await registers.posts('household_contact', [building], '2021-10-01')
  await contactWork(registers, { street, below })
  scopes.set('one', { registers, area: registers.root })
  scopes.set('one/street', { registers, area: street })
}

async function contactWork(registers: Registers, { street, below }: { street: number; below: number }) {
  const work = new Work(registers)
  const official = await registers.account()
  await registers.posts('street_leader', [street])
  await registers.link(official, street, 0, '2026-01-05')
  const raised = await work.take({
    subject: 'suggestion',
    channel: 'visit',
    area: below,
    day: '2026-03-10',
    by: official,
  })
  await work.close(raised.id, '2026-03-12')
  await work.repeat(raised.id, 47_000)
  const everyday = await work.take({
    subject: 'dispute_neighbours',
    channel: 'counter',
    area: below,
    day: '2026-03-10',
  })
  const groupId = await registers.on('2026-03-11', async (ctx) => {
    return (await ctx.db.rows(listKnown, [ctx.district.id])).find((o) => o.name === '楼栋管家1')?.id ?? ''
  })
  await work.hand(everyday.id, groupId, '2026-03-11')
  await work.close(everyday.id, '2026-03-12')
  await work.repeat(everyday.id, 2_300)
}

/** Three kinds of grid, a community of seven grids, a village with branch grids, small and ordinary limits, receptions. */
async function districtTwo(): Promise<void> {
  const registers = await Registers.open(database.ground, 910002, {
    宽街: { 宽村: '村改居' },
    窄街: { 七格社区: '商品房', 支部村: '村改居' },
  })
  const wide = await registers.areaNamed('宽村')
  const gridsOf = (names: string[], gridKind: string) =>
    registers.finer({ kind: 'grid', names, below: wide, gridKind })
  const grids = [
    ...(await gridsOf(many(89, '社区网格'), 'community')),
    ...(await gridsOf(many(37, '农村网格'), 'rural')),
    ...(await gridsOf(many(8, '专属网格'), 'dedicated')),
  ]
  await registers.posts('grid_worker', grids)
  await registers.posts('household_contact', grids.slice(0, 3))
  const seven = await registers.areaNamed('七格社区')
  const [one = 0] = await registers.finer({ kind: 'grid', names: many(7, '七格'), below: seven })
  await registers.finer({ kind: 'micro_grid', names: many(43, '院'), below: one })
  const village = await registers.areaNamed('支部村')
  const branchGrids = await registers.finer({
    kind: 'grid',
    names: many(17, '支部网格'),
    below: village,
    gridKind: 'rural',
  })
  await registers.posts('grid_leader', branchGrids.slice(0, 6))
  await registers.posts('grid_worker', branchGrids)
  await registers.posts('grid_helper', [...branchGrids, ...branchGrids.slice(0, 11)])
  await registers.organisations(
    [
      { kind: '党组织', name: '宽街党工委', area: '宽街' },
      { kind: '党组织', name: '宽村党总支', area: '宽村' },
      { kind: '党组织', form: '网格党支部', name: '网格党支部', area: '社区网格1' },
      { kind: '党组织', name: '支部村党支部', area: '支部村' },
    ],
    '2026-01-05',
  )
  for (const grid of branchGrids) await registers.tie(['支部村党支部'], 'covers', grid)
  await requestWork(registers, { village, one })
  scopes.set('two', { registers, area: registers.root })
  scopes.set('two/wide', { registers, area: await registers.areaNamed('宽街') })
  scopes.set('two/seven', { registers, area: seven })
  scopes.set('two/village', { registers, area: village })
}

/** 241 by code: nearly all closed, the rest answered; and a leader who receives in a linked village every week of a month. */
async function requestWork(registers: Registers, { village, one }: { village: number; one: number }) {
  const work = new Work(registers)
  for (let at = 0; at < 241; at += 1) {
    const day = `2026-08-${String((at % 20) + 1).padStart(2, '0')}`
    const { id } = await work.take({ subject: 'neighbour_noise', channel: 'qr', area: one, day })
    if (at < 220) await work.close(id, day)
    else {
      await work.accept(id, day)
      await work.answer(id, day)
    }
  }
  const leader = await registers.account()
  await registers.link(leader, village, 1, '2026-08-01')
  for (const day of ['2026-08-05', '2026-08-12', '2026-08-18'])
    await work.take({ subject: 'suggestion', channel: 'reception', area: village, day, by: leader })
  // Taken down by a colleague at the table, who says who received.
  const { rows } = await database.pool.query<{ name: string }>('select name from accounts where id = $1', [
    leader,
  ])
  const receivedBy = `${rows[0]?.name} 主任`
  await work.take({
    subject: 'suggestion',
    channel: 'reception',
    area: village,
    day: '2026-08-27',
    receivedBy,
  })
}

/** Many communities with their officers, courtyards and captains, a joint conference; a street with deeds and petitions. */
async function districtThree(): Promise<void> {
  const registers = await Registers.open(database.ground, 910003, {
    南街: communities(151, '村社', '老旧'),
    莲街: { 莲社区: '老旧' },
  })
  const towns = await Promise.all(many(110, '村社').map((name) => registers.areaNamed(name)))
  await registers.posts('deputy_secretary', towns)
  await registers.posts('committee_member', towns.slice(0, 101))
  const buildings = await registers.finer({ kind: 'building', names: many(1067, '楼'), below: towns[0] ?? 0 })
  await registers.posts('building_leader', buildings)
  const street = await registers.areaNamed('莲街')
  const [block = 0] = await registers.finer({
    kind: 'grid',
    names: ['莲一组'],
    below: await registers.areaNamed('莲社区'),
    gridKind: 'rural',
  })
  await registers.organisations(
    [
      { kind: '党组织', name: '莲街党工委', area: '莲街' },
      ...many(9, '直属党组织').map((name) => ({
        kind: '党组织',
        name,
        area: '莲社区',
        parent: '莲街党工委',
      })),
      { kind: '党组织', form: '网格党支部', name: '组党支部', area: '莲一组', parent: '直属党组织1' },
      ...bodies('党组织/楼栋党小组', many(56, '莲街党小组'), '莲社区'),
      ...bodies('党组织/楼栋党小组', many(811, '党小组'), '村社1'),
      ...bodies('党组织/楼院党支部', many(135, '楼院党支部'), '村社2'),
      ...bodies('业委会/业主委员会', many(200, '业委会'), '村社3'),
      ...bodies('业委会/自管会', many(187, '自管会'), '村社4'),
      ...bodies('部门', many(29, '局'), '样区910003'),
      ...bodies('部门', many(3, '别的局'), '样区910003'),
    ],
    '2026-01-05',
  )
  await registers.tie(many(29, '局'), 'conference', registers.root)
  await deedWork(registers, block)
  scopes.set('three', { registers, area: registers.root })
  scopes.set('three/street', { registers, area: street })
}

/** 161 asks of a round merged into 36 deeds, 21 of them done; three first petitions after five. */
async function deedWork(registers: Registers, area: number): Promise<void> {
  const work = new Work(registers)
  const deeds = []
  for (let at = 0; at < 36; at += 1)
    deeds.push(await work.take({ subject: 'deed_other', channel: 'counter', area, day: '2026-04-02' }))
  for (let at = 0; at < 161; at += 1) {
    const ask = await work.take({ subject: 'suggestion', channel: 'visit', area, day: '2026-04-03' })
    await work.merge(ask.id, deeds[at % 36]?.number ?? '', '2026-04-06')
  }
  for (const { id } of deeds.slice(0, 21)) await work.close(id, '2026-04-20')
  for (const day of ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-16', '2026-03-30'])
    await work.take({ subject: 'dispute_land', channel: 'petition', area, day })
  for (const day of ['2026-04-08', '2026-04-15', '2026-04-22']) {
    const { id } = await work.take({ subject: 'dispute_land', channel: 'petition', area, day })
    await work.close(id, '2026-04-28')
  }
}

/** Five levels with five kinds of lead post, committees formed by election, branches in property firms, disputes. */
async function districtFour(): Promise<void> {
  const registers = await Registers.open(database.ground, 910004, { 西街: { 西社区: '老旧' } })
  const community = await registers.areaNamed('西社区')
  const [grid = 0] = await registers.finer({ kind: 'grid', names: ['西网格'], below: community })
  const [courtyard = 0] = await registers.finer({ kind: 'micro_grid', names: ['西院'], below: grid })
  const [building = 0] = await registers.finer({ kind: 'building', names: ['西楼'], below: courtyard })
  const [unit = 0] = await registers.finer({ kind: 'unit', names: ['西单元'], below: building })
  const estates = await registers.finer({ kind: 'quarter', names: many(47, '西小区'), below: community })
  await registers.posts('party_group_leader', [grid])
  await registers.posts('grid_leader', [grid])
  await registers.posts('courtyard_leader', [courtyard])
  await registers.posts('building_leader', [building])
  await registers.posts('unit_leader', [unit])
  await registers.posts('grid_worker', [grid])
  await registers.organisations(
    [
      ...['样区910004', '西街', '西社区', '西网格', '西楼'].map((area) => ({
        kind: '党组织',
        name: `${area}党组织`,
        area,
      })),
      ...bodies('党组织/物业党组织', many(11, '物业党支部'), '西街'),
      ...bodies('社会组织/调解室', many(13, '调解室'), '西街'),
    ],
    '2026-01-05',
  )
  for (const [at, areaId] of estates.entries()) await elect(registers, areaId, { isFiled: at < 46 })
  const work = new Work(registers)
  const dispute = () =>
    work.take({ subject: 'dispute_neighbours', channel: 'counter', area: grid, day: '2026-08-11' })
  const settled = await dispute()
  await work.close(settled.id, '2026-08-14')
  await work.repeat(settled.id, 2_120)
  await work.repeat((await dispute()).id, 5)
  scopes.set('four', { registers, area: registers.root })
}

async function elect(registers: Registers, areaId: number, { isFiled }: { isFiled: boolean }): Promise<void> {
  await registers.on('2026-05-04', async (ctx) => {
    const { id } = await openFormation(ctx, { areaId })
    await addStep(ctx, id, { step: 'applied' })
    await addStep(ctx, id, { step: 'voted', vote: { entitled: 300, voted: 220, inFavour: 200 } })
    if (isFiled) await addStep(ctx, id, { step: 'filed', committeeName: `第${areaId}业主委员会` })
  })
}

const spanOf = (on: string) => {
  if (on.length === 10) return { period: 'days' as const, from: on, to: on }
  return on.length === 7
    ? { period: 'month' as const, on: `${on}-15` }
    : { period: 'year' as const, on: `${on}-06-15` }
}
/** Late enough for all of the spans to be over. */
const later = '2027-01-04'

function scopeOf(name: string): Scope {
  const found = scopes.get(name)
  if (!found) throw new Error(`no scope ${name}`)
  return found
}

describe('the figures districts print of their territory and requests', () => {
  it('are all here, each once', () => {
    expect(new Set(printed.map(({ id }) => id)).size).toBe(56)
    const known = new Set(declared.map(({ key }) => key))
    const missing = printed.filter(
      (each) => !known.has(each.indicator) && !findRecordIndicator(each.indicator),
    )
    expect(missing).toEqual([])
  })

  it.each(printed)('$id $indicator of $scope, $on', async (figure) => {
    const { registers, area } = scopeOf(figure.scope)
    const { items, period } = await registers.on(later, (ctx) =>
      readIndicators(ctx, {
        area,
        keys: figure.indicator,
        ...spanOf(figure.on),
        ...(figure.subject && { subject: figure.subject }),
      }),
    )
    const raw = items[0]?.now
    const counted = raw?.value ?? Number.NaN
    const value = figure.unit === 'percent' ? Math.round(counted * 1000) / 10 : counted
    if (figure.precision === 'over') expect(value).toBeGreaterThan(figure.value)
    else if (figure.precision === 'at_least') expect(value).toBeGreaterThanOrEqual(figure.value)
    else expect(value).toBe(figure.value)
    if (findRecordIndicator(figure.indicator)) {
      const opened = await worthOf(scopeOf(figure.scope), figure.indicator, period)
      if (opened.isWhole) expect(opened.worth).toBe(raw?.numerator)
      else expect(raw?.numerator).toBeGreaterThan(opened.worth)
    }
  })
})

/** What the rows behind a number add up to, page by page; of tens of thousands not to the end. */
async function worthOf({ registers, area }: Scope, key: string, { from, to }: { from: string; to: string }) {
  let worth = 0
  let after: string | undefined
  for (let page = 0; page < 30; page += 1) {
    const found = await registers.on(later, (ctx) =>
      listRecords(ctx, key, { area, from, to, limit: 100, ...(after && { after }) }),
    )
    for (const row of found.items) worth += row.worth
    after = found.next
    if (!after) return { worth, isWhole: true }
  }
  return { worth, isWhole: false }
}
