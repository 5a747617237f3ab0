import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { findArea } from '#modules/places/server/door.ts'
import { openWorld, type World } from '#testing/world.ts'
import type * as contract from '../contract.ts'
import * as direct from './direct-matter.ts'
import { type Counted, listCounted } from './counted.ts'
import { type Span, sumFigures } from './figure-sums.ts'
import { metrics, sliceOf } from './figures.ts'
import * as handle from './handle-matter.ts'
import { join } from './join.ts'
import { makeFeed, makeFigures, makeSearchable } from './make-up.ts'
import { mergeMatter } from './merge.ts'
import { changeSubject } from './moderate.ts'
import { receive } from './receive.ts'
import { rateReport, reopenReport } from './reporter.ts'
import { ringDue } from './alarm.ts'
import { orderEvents } from './sequence.ts'
import { splitMatter } from './split.ts'
import { assessMatter } from './supervise.ts'
import { verifyMatters } from './verify.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const dayMs = 24 * 3600_000
const beginning = new Date('2026-10-12T09:00:00+08:00')
const onDay = (day: number): Date => new Date(beginning.getTime() + day * dayMs)

async function said(ctx: Context, words: string, place = 'binhe-3') {
  const found = await ctx.db.row(findArea, [ctx.district.id, world.area(place)])
  if (!found) throw new Error('no place')
  return {
    channel: 'qr',
    subject: 'neighbour_noise',
    photoIds: [],
    isPrivate: false,
    place: found,
    words,
  } as const
}

const received = (day: number, words: string, place?: string) =>
  world.at(onDay(day), undefined, async (ctx) => {
    const { matter, code } = await receive(ctx, await said(ctx, words, place))
    return { id: matter.id, number: matter.number, code }
  })
const does = (day: number, login: string, act: (ctx: Context) => Promise<unknown>) =>
  world.at(onDay(day), login, act)
const answer: BodyOf<typeof contract.answerMatter> = { words: '已劝说。', outcome: 'solved', photoIds: [] }
const order = async () => {
  while ((await world.at(new Date(), undefined, orderEvents)) === 'more');
}
const check = () => world.at(new Date(), undefined, (ctx) => verifyMatters(ctx))
const kept = () =>
  world.rows<Record<string, number | string>>(
    `select area_id, grain, start::text, subject, ${metrics.join(', ')} from matter_rollups
     where ${metrics.map((metric) => `${metric} <> 0`).join(' or ')} order by area_id, grain, start, subject`,
  )
const sumOf = (area: string, metric: string, subject = '') =>
  world.value<number>(
    `select coalesce(sum(${metric}), 0)::int from matter_rollups
     where area_id = $1 and grain = 'month' and subject = $2 and start = '2026-10-01'`,
    [world.area(area), subject],
  )

/** A month in which everything happens that moves figures from one place to another. */
async function live(): Promise<void> {
  const noise = await received(0, '夜里装修。')
  const twin = await received(1, '半夜还在敲。')
  await does(1, 'chenjing', (ctx) => mergeMatter(ctx, twin.id, { into: noise.number, reason: '同一户。' }))
  const { code: joined } = await world.at(onDay(1), undefined, async (ctx) =>
    join(ctx, noise.id, await said(ctx, '我家也听见。')),
  )
  await does(1, 'wangfang', (ctx) => handle.acceptMatter(ctx, noise.id, { take: true }))
  // Nobody answers within the limit: yellow, red, raised.
  await world.at(onDay(9), undefined, ringDue)
  await does(10, 'wangfang', (ctx) => handle.answerMatter(ctx, noise.id, answer))
  await world.at(onDay(10), undefined, (ctx) => rateReport(ctx, noise.code, { rating: 1, reasons: [] }))
  await world.at(onDay(11), undefined, (ctx) => reopenReport(ctx, noise.code, { words: '还在吵。' }))
  await does(12, 'wangfang', (ctx) => handle.answerMatter(ctx, noise.id, answer))
  await world.at(onDay(12), undefined, (ctx) => rateReport(ctx, noise.code, { rating: 5, reasons: [] }))
  await world.at(onDay(12), undefined, (ctx) => rateReport(ctx, joined, { rating: 2, reasons: [] }))
  // Said again: the same reporter rates once, with what was said last.
  await world.at(onDay(13), undefined, (ctx) => rateReport(ctx, joined, { rating: 4, reasons: [] }))

  const moved = await received(2, '二期门口太吵。')
  await does(2, 'limin', (ctx) =>
    direct.transferMatter(ctx, moved.id, { areaId: world.area('xincheng'), reason: '在新城社区。' }),
  )
  const up = await received(3, '要街道出面。')
  await does(3, 'wangfang', (ctx) => direct.handUpMatter(ctx, up.id, { reason: '要社区出面。' }))
  await does(3, 'chenjing', (ctx) => changeSubject(ctx, up.id, { subject: 'pests', reason: '是老鼠。' }))

  const two = await received(4, '又吵又有老鼠。')
  const reportId = await world.value<string>('select id from reports where matter_id = $1', [two.id])
  await does(4, 'chenjing', (ctx) =>
    splitMatter(ctx, two.id, {
      reportIds: [reportId],
      subject: 'pests',
      words: '有老鼠。',
      reason: '两件。',
    }),
  )
  const beyond = await received(5, '想加装电梯。')
  await does(5, 'wangfang', (ctx) => handle.acceptMatter(ctx, beyond.id, { take: true }))
  await does(6, 'wangfang', (ctx) =>
    handle.answerMatter(ctx, beyond.id, { ...answer, outcome: 'explained', words: '要业主共同决定。' }),
  )
  await does(7, 'limin', (ctx) =>
    assessMatter(ctx, beyond.id, { isBeyond: true, reason: '不在网格清单内。' }),
  )
  const away = await received(6, '电费不对。')
  await does(6, 'chenjing', (ctx) =>
    direct.returnMatter(ctx, away.id, { reason: '电费由供电公司收。', rightChannel: '供电热线。' }),
  )
}

describe('the kept figures', () => {
  it('are those of a recount, whatever was merged, moved, split, reopened or rated again', async () => {
    await live()
    expect((await check()).findings).toEqual([])
    await order()
    const { findings, figures } = await check()
    expect(findings).toEqual([])
    expect(figures).toBeGreaterThan(500)
  })

  it('say what each of them became', async () => {
    expect(await sumOf('binxi', 'merged')).toBeGreaterThanOrEqual(1)
    expect(await sumOf('binxi', 'raised')).toBe(0)
    expect(await sumOf('binxi', 'reopened')).toBeGreaterThanOrEqual(1)
    expect(await sumOf('binxi', 'received', '!beyond')).toBeGreaterThanOrEqual(2)
    expect(await sumOf('binxi', 'explained', '!beyond')).toBe(1)
    expect(await sumOf('jinhe', 'received', '@qr')).toBeGreaterThanOrEqual(8)
    expect(await sumOf('jinhe', 'received', '=community')).toBeGreaterThanOrEqual(1)
    // Split off and filed anew.
    expect(await sumOf('binxi', 'received', 'pests')).toBeGreaterThanOrEqual(2)
  })

  it('are the same when they are made anew, also while something waits to be added', async () => {
    const before = await kept()
    await world.rows('delete from matter_rollups where area_id = $1', [world.area('binxi')])
    await world.rows("update matter_rollups set received = received + 1 where grain = 'month'", [])
    const broken = await check()
    expect(broken.findings.length).toBeGreaterThan(0)
    expect(broken.findings[0]?.what).toBe('figures-differ')

    await world.at(new Date(), undefined, (ctx) => makeFigures(ctx))
    expect(await kept()).toEqual(before)
    await received(8, '还没数进去。')
    await world.at(new Date(), undefined, (ctx) => makeFigures(ctx))
    expect((await check()).findings).toEqual([])
    await order()
    expect((await check()).findings).toEqual([])
    expect(await kept()).not.toEqual(before)
  })
})

describe('each number', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const counting = [
    'received',
    'accepted',
    'accepted_on_time',
    'accept_late',
    'replied',
    'answered',
    'answered_on_time',
    'open_late',
    'closed',
    'solved',
    'explained',
    'planned',
    'referred',
    'returned',
    'withdrawn',
    'merged',
    'late',
    'raised',
  ] as const

  const rowsOf = (asked: Omit<Counted, 'span'> & { span?: Span }) =>
    world.at(new Date(), 'zhouhang', async (ctx) => {
      const ids: string[] = []
      let after: string | undefined
      do {
        const page = await listCounted(ctx, { span: year, limit: 7, ...asked, after })
        ids.push(...page.items.map((item) => item.id))
        after = page.next
      } while (after)
      expect(new Set(ids).size).toBe(ids.length)
      return ids.length
    })

  it.each(['jinhe', 'binxi', 'binxi-g1'])('of %s opens to just as many rows', async (key) => {
    const area = world.area(key)
    for (const withoutBeyond of [false, true]) {
      const { spans } = await world.at(new Date(), 'zhouhang', (ctx) =>
        sumFigures(ctx, { areas: [area], spans: [year], withoutBeyond }),
      )
      const figures = spans[0]?.get(area)
      for (const condition of counting)
        expect(await rowsOf({ condition, area, withoutBeyond }), condition).toBe(figures?.[condition])
      const due = (figures?.accepted ?? 0) + (figures?.accept_late ?? 0)
      expect(await rowsOf({ condition: 'accept_due', area, withoutBeyond })).toBe(due)
      const answers = (figures?.answered ?? 0) + (figures?.open_late ?? 0)
      expect(await rowsOf({ condition: 'answer_due', area, withoutBeyond })).toBe(answers)
    }
  })

  it('of a subject, a channel or a level too, by whole months', async () => {
    const area = world.area('jinhe')
    const span = { from: '2026-10-01', to: '2026-11-30' }
    for (const subject of ['pests', sliceOf.channel('qr'), sliceOf.level('community')]) {
      const { spans } = await world.at(new Date(), 'zhouhang', (ctx) =>
        sumFigures(ctx, { areas: [area], spans: [span], subject }),
      )
      expect(spans[0]?.get(area)?.received).toBeGreaterThan(0)
      expect(await rowsOf({ condition: 'received', area, subject, span })).toBe(spans[0]?.get(area)?.received)
    }
    await expect(
      world.at(new Date(), 'zhouhang', (ctx) =>
        sumFigures(ctx, {
          areas: [area],
          spans: [{ from: '2026-10-01', to: '2026-10-05' }],
          subject: 'pests',
        }),
      ),
    ).rejects.toHaveProperty('kind.code', 'matters.figures-out-of-month')
  })

  it('is the same whether a span is read by its days or its months', async () => {
    const area = world.area('binxi')
    const { spans } = await world.at(new Date(), 'zhouhang', (ctx) =>
      sumFigures(ctx, {
        areas: [area],
        spans: [
          { from: '2026-10-01', to: '2026-11-30' },
          { from: '2026-10-01', to: '2026-10-17' },
          { from: '2026-10-18', to: '2026-11-30' },
        ],
      }),
    )
    const [whole, first, rest] = spans.map((span) => span.get(area))
    for (const metric of metrics)
      expect(whole?.[metric], metric).toBe((first?.[metric] ?? 0) + (rest?.[metric] ?? 0))
  })
})

describe('what an earlier release did not keep', () => {
  it('is completed: search and feed', async () => {
    const counts = () =>
      world.rows<{ found: number; fed: number; last: number }>(
        `select (select count(*)::int from matter_search) as found, (select count(*)::int from matter_feed) as fed,
           (select max(position)::int from matter_feed) as last`,
      )
    const [before] = await counts()
    await world.rows('delete from matter_search', [])
    await world.rows('delete from matter_feed where seq > 1', [])
    let reached: string | undefined
    do {
      const portion = await world.at(new Date(), undefined, (ctx) => makeSearchable(ctx, reached))
      reached = portion.reached
    } while (reached)
    await world.at(new Date(), undefined, makeFeed)
    const [after] = await counts()
    expect(after?.found).toBe(before?.found)
    expect(after?.fed).toBe(before?.fed)
    expect(await world.at(new Date(), undefined, makeFeed)).toBe(0)
  })
})
