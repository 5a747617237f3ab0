import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BodyOf } from '#kernel/contract/route.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { addOrganisation } from './add-organisation.ts'
import { changeOrganisation, endOrganisation, reopenOrganisation } from './change-organisation.ts'
import { rehomeOrganisations } from './rehome-organisations.ts'
import { addTie } from './ties.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const zhao = () => world.person('zhaojianguo')
const inMay = (day: number) => new Date(`2026-05-${String(day).padStart(2, '0')}T04:00:00Z`)
/** Names in 滨河花园 on a day. */
async function namesOn(on: string): Promise<string[]> {
  const query = { area: world.area('binhe'), on }
  const { items } = await zhao().calls(contract.listOrganisations, { query })
  return items.filter((one) => one.homeAreaId === world.area('binhe')).map((one) => one.name)
}

describe('an organisation over time', () => {
  it('is listed on each day as it was: renamed, ended, open again', async () => {
    const body = {
      kind: 'party' as const,
      form: 'estate_branch' as const,
      name: '滨河花园老干部党支部',
      homeAreaId: world.area('binhe'),
      validFrom: '2026-03-01',
    }
    const { id } = await world.at(inMay(1), 'zhaojianguo', (ctx) => addOrganisation(ctx, body))
    await world.at(inMay(5), 'zhaojianguo', (ctx) =>
      changeOrganisation(ctx, id, { name: '滨河花园常青党支部', homeAreaId: world.area('binhe') }),
    )
    await world.at(inMay(10), 'zhaojianguo', (ctx) => endOrganisation(ctx, id, '并入社区'))
    await world.at(inMay(20), 'zhaojianguo', (ctx) => reopenOrganisation(ctx, id))
    expect(await namesOn('2026-02-28')).not.toContain('滨河花园老干部党支部')
    expect(await namesOn('2026-05-04')).toContain('滨河花园老干部党支部')
    expect(await namesOn('2026-05-05')).toContain('滨河花园常青党支部')
    expect(await namesOn('2026-05-12')).not.toContain('滨河花园常青党支部')
    expect(await namesOn('2026-05-20')).toContain('滨河花园常青党支部')
  })

  it('keeps the home it had on record when an area ends', async () => {
    const body = {
      kind: 'merchant' as const,
      name: '溪畔粮油',
      homeAreaId: world.area('xipan'),
      validFrom: '2026-03-01',
    }
    await world.at(inMay(1), 'zhaojianguo', (ctx) => addOrganisation(ctx, body))
    await world.at(inMay(9), 'zhaojianguo', (ctx) =>
      rehomeOrganisations(ctx, [world.area('xipan')], world.area('binhe')),
    )
    expect(await namesOn('2026-05-08')).not.toContain('溪畔粮油')
    expect(await namesOn('2026-05-09')).toContain('溪畔粮油')
  })

  it('ends with a reason once nothing stands below it, and what it covers ends with it', async () => {
    const add = (more: object) =>
      zhao().calls(contract.addOrganisation, {
        body: { kind: 'owners_committee', name: '', homeAreaId: world.area('xincheng'), ...more },
      })
    const firm = await add({ kind: 'property_company', name: '新城物业' })
    const below = await add({ form: 'self_management', name: '新城自管会', parentId: firm.id })
    const params = { organisationId: firm.id }
    const red = await zhao().calls(contract.addTie, {
      params,
      body: { kind: 'red', validFrom: '2026-01-01' },
    })
    expect(red).toMatchObject({ kind: 'red', validFrom: '2026-01-01' })
    const query = { reason: '合同到期' }
    await expect(zhao().calls(contract.endOrganisation, { params, query })).rejects.toMatchObject({
      code: 'organisations.others-below',
    })
    await expect(
      zhao().calls(contract.changeOrganisation, {
        params,
        body: { name: '新城物业', homeAreaId: world.area('xincheng'), parentId: below.id },
      }),
    ).rejects.toMatchObject({ code: 'organisations.parent-unfit' })
    await zhao().calls(contract.endOrganisation, { params: { organisationId: below.id }, query })
    await zhao().calls(contract.endOrganisation, { params, query })
    const { items } = await zhao().calls(contract.listTies, { params })
    expect(items).toMatchObject([{ id: red.id, endNote: '合同到期' }])
    expect(items[0]?.validTo).toBeDefined()
    const ended = await zhao().calls(contract.listOrganisations, {
      query: { area: world.area('xincheng'), ended: true },
    })
    expect(ended.items.map((one) => one.name)).toEqual(expect.arrayContaining(['新城物业', '新城自管会']))
    expect(await zhao().calls(contract.reopenOrganisation, { params, body: {} })).not.toHaveProperty(
      'validTo',
    )
    await expect(zhao().calls(contract.reopenOrganisation, { params, body: {} })).rejects.toMatchObject({
      code: 'organisations.not-ended',
    })
  })

  it('is recognised as red once at a time, only where that can be', async () => {
    const organisationId = await world.organisation('文苑新城业主委员会')
    const params = { organisationId }
    const recognise = () => zhao().calls(contract.addTie, { params, body: { kind: 'red' as const } })
    const first = await recognise()
    await expect(recognise()).rejects.toMatchObject({ code: 'organisations.tie-exists' })
    const listed = await zhao().calls(contract.listOrganisations, { query: { area: world.area('xincheng') } })
    expect(listed.items.find((one) => one.id === organisationId)).toMatchObject({ redSince: first.validFrom })
    await zhao().calls(contract.endTie, {
      params: { ...params, tieId: first.id },
      query: { reason: '复核未过' },
    })
    expect(await recognise()).toMatchObject({ kind: 'red' })
    const shop = { organisationId: await world.organisation('老李早点铺') }
    await expect(
      zhao().calls(contract.addTie, { params: shop, body: { kind: 'red' } }),
    ).rejects.toMatchObject({ code: 'organisations.tie-unfit' })
    await expect(zhao().calls(contract.addTie, { params, body: { kind: 'covers' } })).rejects.toMatchObject({
      code: 'organisations.tie-unfit',
    })
  })

  it('has a form of its own kind, and no day that is still to come', async () => {
    const body = { kind: 'party' as const, name: '试一试', homeAreaId: world.area('binxi') }
    const add = (more: object) => zhao().calls(contract.addOrganisation, { body: { ...body, ...more } })
    await expect(add({ form: 'owners' })).rejects.toMatchObject({ code: 'organisations.form-unfit' })
    await expect(add({ stage: 'growing' })).rejects.toMatchObject({ code: 'organisations.form-unfit' })
    await expect(add({ validFrom: '2999-01-01' })).rejects.toMatchObject({ code: 'organisations.day-ahead' })
    await expect(
      world.at(inMay(1), 'zhaojianguo', (ctx) =>
        addTie(ctx, '01900000-0000-7000-8000-000000000000', { kind: 'red' }),
      ),
    ).rejects.toThrow(/no such organisation/)
  })
})

describe('the formation of an owners’ committee', () => {
  it('goes forward step by step, with counts of the vote, and ends among the organisations', async () => {
    const areaId = world.area('centre')
    const opened = await zhao().calls(contract.openFormation, { body: { areaId } })
    await expect(zhao().calls(contract.openFormation, { body: { areaId } })).rejects.toMatchObject({
      code: 'organisations.formation-open',
    })
    const step = (body: Parameters<typeof bodyOf>[0]) =>
      zhao().calls(contract.addFormationStep, { params: { caseId: opened.id }, body: bodyOf(body) })
    await step({ step: 'applied' })
    await step({ step: 'noticed', note: '公告贴在东门' })
    await expect(step({ step: 'applied' })).rejects.toMatchObject({ code: 'organisations.step-refused' })
    await expect(step({ step: 'filed', committeeName: '商务中心业主委员会' })).rejects.toMatchObject({
      code: 'organisations.step-refused',
    })
    await expect(step({ step: 'voted' })).rejects.toMatchObject({ code: 'organisations.vote-wrong' })
    await expect(
      step({ step: 'voted', vote: { entitled: 100, voted: 101, inFavour: 3 } }),
    ).rejects.toMatchObject({ code: 'organisations.vote-wrong' })
    await step({ step: 'voted', vote: { entitled: 402, voted: 311, inFavour: 287 } })
    await expect(step({ step: 'filed' })).rejects.toMatchObject({
      code: 'organisations.committee-name-missing',
    })
    const filed = await step({ step: 'filed', committeeName: '商务中心业主委员会' })
    expect(filed).toMatchObject({ organisationName: '商务中心业主委员会' })
    expect(filed.steps.map((each) => each.step)).toEqual(['applied', 'noticed', 'voted', 'filed'])
    const { items } = await zhao().calls(contract.listOrganisations, { query: { area: areaId } })
    expect(items.find((one) => one.name === '商务中心业主委员会')).toMatchObject({ form: 'owners' })
    await expect(step({ step: 'given_up' })).rejects.toMatchObject({ code: 'organisations.step-refused' })
  })

  it('is not begun in a whole community', async () => {
    await expect(
      zhao().calls(contract.openFormation, { body: { areaId: world.area('binxi') } }),
    ).rejects.toMatchObject({ code: 'organisations.formation-place' })
  })
})

const bodyOf = (body: BodyOf<typeof contract.addFormationStep>) => body
