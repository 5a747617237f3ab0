import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '#kernel/server/sheet.ts'
import * as indicators from '#modules/indicators/contract.ts'
import * as matters from '#modules/matters/contract.ts'
import { ringDue } from '#modules/matters/server/alarm.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const dayMs = 24 * 3600_000
const zhouhang = () => world.person('zhouhang')
const overviewOf = (area: string, query: object = {}) =>
  zhouhang().calls(contract.readOverview, { query: { area: world.area(area), period: 'year', ...query } })
const counts = async (area: string) => {
  const { now, late } = await overviewOf(area)
  const count = (key: string) => now[key]?.numerator ?? 0
  return {
    received: count('received'),
    overdue: count('overdue_now'),
    raised: count('raised_now'),
    yellow: count('due_soon_now'),
    onTime: count('on_time_rate'),
    due: now['on_time_rate']?.denominator ?? 0,
    late: late.reduce((sum, holder) => sum + holder.count, 0),
  }
}
const levels = ['jinhe', 'wenyuan', 'binxi', 'binxi-g1'] as const
const atEach = () => Promise.all(levels.map(counts))

/** Lets the clock of one matter run: what it would do at that moment. */
const clockAt = (days: number) =>
  world.at(new Date(Date.now() + days * dayMs), undefined, async (ctx) => {
    await ringDue(ctx)
  })

type Counts = Awaited<ReturnType<typeof counts>>

/** Each level moved by just so much, and by nothing else that is asked for. */
function expectMoved(before: readonly Counts[], after: readonly Counts[], by: Partial<Counts>): void {
  for (const [at, each] of after.entries())
    for (const [key, more] of Object.entries(by) as [keyof Counts, number][])
      expect(each[key], `${levels[at]} ${key}`).toBe((before[at]?.[key] ?? 0) + more)
}

/** Lets so much of the limit be over that the clock turns it to this colour. */
const runOut = (matterId: string, column: 'yellow_at' | 'due_at') =>
  world.rows(
    `update matters set ${column} = now() - interval '1 hour', alarm_at = now() - interval '1 hour' where id = $1`,
    [matterId],
  )

describe('a matter that is left undone', () => {
  it('is seen at every level: received, yellow, red, raised, answered late', async () => {
    // Whatever else was late is so before: only this one moves.
    await clockAt(0)
    const before = await atEach()
    const params = { matterId: await world.matterOf(await world.report({ words: '单元门关不上，一直响。' })) }
    const received = await atEach()
    expectMoved(before, received, { received: 1 })

    await runOut(params.matterId, 'yellow_at')
    await clockAt(0)
    const yellow = await atEach()
    expectMoved(received, yellow, { yellow: 1, overdue: 0 })

    await runOut(params.matterId, 'due_at')
    await clockAt(0)
    const red = await atEach()
    expectMoved(yellow, red, { yellow: -1, overdue: 1, raised: 1, due: 1, late: 1 })

    const wangfang = world.person('wangfang')
    await wangfang.calls(matters.acceptMatter, { params, body: { take: true } })
    const body = { words: '门吸已换，能关上了。', outcome: 'explained', photoIds: [] } as const
    await wangfang.calls(matters.answerMatter, { params, body: { ...body, photoIds: [] } })
    // Late is late: it stays below the line and never comes above it.
    expectMoved(red, await atEach(), { overdue: -1, due: 0, onTime: 0 })
  })
})

describe('the overview', () => {
  it('adds up: the areas and what lies with the area itself are the whole', async () => {
    for (const area of ['jinhe', 'wenyuan', 'binxi']) {
      const { now, rows, direct } = await overviewOf(area)
      for (const key of ['received', 'overdue_now', 'on_time_rate', 'resolution_rate'])
        expect(
          rows.reduce((sum, row) => sum + (row.values[key]?.numerator ?? 0), direct?.[key]?.numerator ?? 0),
        ).toBe(now[key]?.numerator)
    }
    expect((await overviewOf('binxi-g1')).rows).toEqual([])
  })

  it('opens each number to its rows', async () => {
    const { now, period, areaId } = await overviewOf('binxi')
    const { from, to } = period
    for (const key of ['received', 'on_time_rate', 'resolution_rate', 'response_rate', 'overdue_now'])
      for (const part of ['numerator', 'denominator'] as const) {
        const wanted = part === 'numerator' ? now[key]?.numerator : now[key]?.denominator
        if (wanted === undefined) continue
        const query = { area: areaId, from, to, part, limit: 100 }
        const { items } = await zhouhang().calls(indicators.listCounted, { params: { key }, query })
        expect(items.length, `${key} ${part}`).toBe(wanted)
      }
  })

  it('says who has what is late, and opens to it', async () => {
    const { late, now, areaId } = await overviewOf('jinhe')
    expect(late.reduce((sum, holder) => sum + holder.count, 0)).toBe(now['overdue_now']?.numerator)
    for (const { handlerId, organisationId, areaId: unheldIn, count } of late) {
      const holder = {
        ...(handlerId && { handler: handlerId }),
        ...(organisationId && { organisation: organisationId }),
        ...(unheldIn && { unheldIn }),
      }
      const query = { area: areaId, limit: 100, ...holder }
      const { items } = await zhouhang().calls(indicators.listCounted, {
        params: { key: 'overdue_now' },
        query,
      })
      expect(items).toHaveLength(count)
    }
  })

  it('counts the rates both ways, and leaves out what lies beyond the unit', async () => {
    const { matterId } = await world.answered()
    const explained = await world.report()
    const params = { matterId: await world.matterOf(explained) }
    await world.person('wangfang').calls(matters.acceptMatter, { params, body: { take: true } })
    await world.person('wangfang').calls(matters.answerMatter, {
      params,
      body: { words: '加装电梯要业主共同决定。', outcome: 'explained', photoIds: [] },
    })
    const before = await overviewOf('binxi')
    const body = { isBeyond: true, reason: '不在社区履职清单里。' }
    await expect(
      world.person('wangfang').calls(matters.assessMatter, { params, body }),
    ).rejects.toMatchObject({ status: 403 })
    await world.person('limin').calls(matters.assessMatter, { params, body })
    const after = await overviewOf('binxi')
    expect(after.beyond).toBe(before.beyond + 1)
    expect(after.now['resolution_rate']).toEqual(before.now['resolution_rate'])
    const without = await overviewOf('binxi', { withoutBeyond: true })
    expect(without.now['resolution_rate']?.denominator).toBe(
      (after.now['resolution_rate']?.denominator ?? 0) - after.beyond + returned(after, without),
    )
    expect(after.otherWay['resolution_rate']).toEqual(without.now['resolution_rate'])
    expect(matterId).not.toBe(params.matterId)
  })

  it('says that there is nothing instead of nought per cent', async () => {
    const old = await overviewOf('binxi', { period: 'month', on: '2019-05-01' })
    expect(old.now['satisfaction_rate']).toEqual({ numerator: 0, denominator: 0 })
    expect(old.previous).toBeUndefined()
    expect(old.since).toMatch(/^20\d\d-/)
  })

  it('gives its table as a sheet that can be added up again', async () => {
    const query = { area: world.area('jinhe'), period: 'year', as: 'xlsx' } as const
    const { response } = await zhouhang().asks(contract.readOverviewSheet, { query })
    expect(response.headers['content-disposition']).toContain('attachment')
    const read = await readSheet(response.rawPayload, {
      fileName: 'overview.xlsx',
      columns: [
        { key: 'area', titles: ['区域'], required: true },
        { key: 'received', titles: ['收件'], required: true },
      ],
    })
    const { now, rows } = await overviewOf('jinhe')
    expect(read.rows.length).toBeGreaterThan(rows.length)
    expect(read.rows.at(-1)?.cells.received).toBe(String(now['received']?.numerator))
    const csv = await zhouhang().asks(contract.readOverviewSheet, { query: { ...query, as: 'csv' } })
    expect(csv.response.body).toContain('按时答复率')
  })
})

/** Returned ones are beyond too, and were never answered. */
function returned(all: contract.Overview, without: contract.Overview): number {
  const received = (all.now['received']?.numerator ?? 0) - (without.now['received']?.numerator ?? 0)
  const answered = (all.now['answered']?.numerator ?? 0) - (without.now['answered']?.numerator ?? 0)
  return received - answered
}

describe('the grid map', () => {
  it('has every grid with a boundary and how it stands now', async () => {
    const query = { area: world.area('binxi') }
    const shapes = await world.person('chenjing').calls(contract.readGridShapes, { query })
    const states = await world.person('chenjing').calls(contract.readGridStates, { query })
    expect(shapes.grids.length).toBeGreaterThan(3)
    expect(states.grids.length).toBe(shapes.grids.length + shapes.unmapped)
    const overview = await overviewOf('binxi')
    const direct = overview.direct?.['overdue_now']?.numerator ?? 0
    expect(states.grids.reduce((sum, grid) => sum + grid.red, direct)).toBe(
      overview.now['overdue_now']?.numerator,
    )
    for (const grid of states.grids) {
      if (grid.supervised > 0) expect(grid.state).toBe('supervised')
      else if (grid.red > 0) expect(grid.state).toBe('red')
    }
  })
})

describe('the big screen', () => {
  it('tells what came in by subject and grid, and nothing anybody said', async () => {
    const receipt = await world.report({ words: '3号楼502王大爷家漏水', subject: 'pests' })
    const screen = await zhouhang().calls(contract.readScreen, { query: {} })
    const [newest] = screen.newest
    expect(newest).toMatchObject({ number: receipt.number, areaNames: ['滨溪社区', '滨溪第一网格'] })
    expect(JSON.stringify(screen)).not.toMatch(/王大爷|3号楼|13800138000|李奶奶|王芳/)
    const hidden = { matterId: await world.matterOf(receipt) }
    await world
      .person('chenjing')
      .calls(matters.hideMatter, { params: hidden, body: { reason: '照片里有人脸。' } })
    const after = await zhouhang().calls(contract.readScreen, { query: {} })
    expect(after.newest.map(({ number }) => number)).not.toContain(receipt.number)
  })
})
