import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#kernel/server/context.ts'
import * as contract from '../contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import { ringDue } from './alarm.ts'
import { followFeed } from './follow-feed.ts'
import { orderEvents } from './sequence.ts'
import { holdingsIn } from './holder-sums.ts'
import { standingIn } from './standing.ts'
import { verifyMatters } from './verify.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const hour = 3600_000
const day = 24 * hour
const after = (moment: string | Date, ms: number) => new Date(new Date(moment).getTime() + ms)

/** The clock at another time, until nothing is due. */
async function clockAt(now: Date): Promise<void> {
  while ((await world.at(now, undefined, (ctx) => ringDue(asSystem(ctx)))) === 'more');
}
const asSystem = (ctx: Context): Context => ({
  ...ctx,
  actor: { kind: 'system', id: undefined, name: 'system', posts: [] },
})

const kinds = async (matterId: string) =>
  (
    await world.rows<{ kind: string }>('select kind from matter_events where matter_id = $1 order by seq', [
      matterId,
    ])
  ).map((row) => row.kind)
const row = async (matterId: string) =>
  (await world.rows<Record<string, never>>('select * from matters where id = $1', [matterId]))[0] ?? {}
const receiptOf = (code: string) => world.browser().calls(contract.readReceipt, { params: { code } })

describe('a matter nobody gets to', () => {
  it('turns yellow, red, and rises to the community, the street and the district, each once', async () => {
    const receipt = await world.report()
    const matterId = await world.matterOf(receipt)
    const { yellowAt, dueAt } = receipt.promise
    await clockAt(after(yellowAt, -1))
    expect(await kinds(matterId)).toEqual(['received', 'unaccepted'])
    await clockAt(after(yellowAt, 1))
    expect(await kinds(matterId)).toEqual(['received', 'unaccepted', 'warned'])
    await clockAt(after(dueAt, 1))
    await clockAt(after(dueAt, 2))
    expect(await kinds(matterId)).toEqual(['received', 'unaccepted', 'warned', 'late', 'raised'])
    expect(await row(matterId)).toMatchObject({ raised_to: 'community', level: 'grid' })
    expect((await row(matterId))['supervisor_id']).toBe(await world.accountOf('zhaojianguo'))
    await clockAt(after(dueAt, 40 * day))
    expect((await kinds(matterId)).slice(5)).toEqual(['raised'])
    await clockAt(after(dueAt, 80 * day))
    expect(await row(matterId)).toMatchObject({ raised_to: 'district', alarm_at: null })
  })

  it('is caught up on when the clock was down the whole time', async () => {
    const receipt = await world.report()
    const matterId = await world.matterOf(receipt)
    await clockAt(after(receipt.promise.dueAt, 10 * day))
    expect(await kinds(matterId)).toEqual(['received', 'unaccepted', 'late', 'raised'])
  })

  it('is taken over by the level above when it had no owner at all', async () => {
    // Taken from its owner by hand, so in a world of its own.
    const alone = await openWorld()
    const receipt = await alone.report()
    const matterId = await alone.matterOf(receipt)
    await alone.rows('update matters set handler_id = null where id = $1', [matterId])
    await alone.at(after(receipt.promise.dueAt, 1), undefined, (ctx) => ringDue(asSystem(ctx)))
    const [taken] = await alone.rows<{ handler_id: string; supervisor_id: string; level: string }>(
      'select handler_id, supervisor_id, level from matters where id = $1',
      [matterId],
    )
    expect(taken?.level).toBe('community')
    expect(taken?.supervisor_id).toBe(await alone.accountOf('zhaojianguo'))
    const clerks = [await alone.accountOf('chenjing'), await alone.accountOf('xurui')]
    expect(clerks).toContain(taken?.handler_id)
    await alone.close()
  })
})

describe('asking the reporter', () => {
  async function asked() {
    const receipt = await world.report()
    const params = { matterId: await world.matterOf(receipt) }
    const wangfang = world.person('wangfang')
    await wangfang.calls(contract.acceptMatter, { params, body: { take: true } })
    await wangfang.calls(contract.askReporter, { params, body: { words: '是几单元几楼漏水？' } })
    return { receipt, params }
  }

  it('lets the clock stand still until the answer, and the reporter sees question and clock', async () => {
    const { receipt, params } = await asked()
    const waiting = await receiptOf(receipt.code)
    expect(waiting.question).toMatchObject({ words: '是几单元几楼漏水？' })
    expect(Date.parse(waiting.promise.dueAt)).toBeGreaterThan(Date.parse(receipt.promise.dueAt))
    const list = await world
      .person('wangfang')
      .calls(contract.listMatters, { query: { area: world.area('binxi-g1'), list: 'waiting' } })
    expect(list.items.map((each) => each.id)).toContain(params.matterId)

    const answered = await world.browser().calls(contract.replyToMatter, {
      params: { code: receipt.code },
      body: { words: '三单元五楼。', photoIds: [] },
    })
    expect(answered.question).toBeUndefined()
    expect(answered.timeline.at(-1)).toMatchObject({ kind: 'replied', words: '三单元五楼。' })
    // Answered within the minute: the promise is what it was, to the day.
    expect(Date.parse(answered.promise.dueAt)).toBeGreaterThanOrEqual(Date.parse(receipt.promise.dueAt))
    expect(await row(params.matterId)).toMatchObject({ paused_at: null })
  })

  it('does not stand still for ever: without an answer the clock goes on', async () => {
    const { params } = await asked()
    const { pause_until } = await row(params.matterId)
    await clockAt(after(pause_until ?? '', 1))
    expect(await kinds(params.matterId)).toContain('resumed')
    expect(await row(params.matterId)).toMatchObject({ paused_at: null, warned_at: null })
  })

  it('twice at once is refused', async () => {
    const { params } = await asked()
    const again = await world
      .person('wangfang')
      .asks(contract.askReporter, { params, body: { words: '还有吗？' } })
    expect(again.body).toMatchObject({ code: 'matters.already-asked' })
  })
})

describe('urging', () => {
  it('is told to the handler once a day', async () => {
    const receipt = await world.report()
    const params = { code: receipt.code }
    const urged = await world.browser().calls(contract.urgeReport, { params, body: {} })
    expect(urged).toMatchObject({ mayUrge: false })
    const again = await world.browser().asks(contract.urgeReport, { params, body: {} })
    expect(again).toMatchObject({ status: 429, body: { code: 'matters.urged-already' } })
    expect(await row(await world.matterOf(receipt))).toMatchObject({ urged: 1 })
  })
})

describe('more time', () => {
  it('is given once, before it is due, with a reason, and not by whoever handles it', async () => {
    const receipt = await world.report()
    const params = { matterId: await world.matterOf(receipt) }
    const body = { amount: 2, reason: '配件明天到货。' }
    const handler = await world.person('wangfang').asks(contract.extendMatter, { params, body })
    expect(handler.status).toBe(403)
    const secretary = world.person('zhaojianguo')
    const { dueAt } = await secretary.calls(contract.extendMatter, { params, body })
    expect(Date.parse(dueAt)).toBeGreaterThan(Date.parse(receipt.promise.dueAt))
    const again = await secretary.asks(contract.extendMatter, { params, body })
    expect(again.body).toMatchObject({ code: 'matters.extended-already' })
    const long = {
      params: { matterId: await world.matterOf(await world.report()) },
      body: { ...body, amount: 30 },
    }
    expect((await secretary.asks(contract.extendMatter, long)).body).toMatchObject({
      code: 'matters.extension-too-long',
    })
  })
})

describe('a disputed dispatch', () => {
  it('is decided above, once', async () => {
    const params = { matterId: await world.matterOf(await world.report()) }
    const reason = '楼外的管线属于供水公司。'
    await world.person('wangfang').calls(contract.disputeMatter, { params, body: { reason } })
    const community = await world.person('chenjing').asks(contract.decideMatter, { params, body: { reason } })
    expect(community.body).toMatchObject({ code: 'matters.decided-above', details: { level: 'street' } })
    const to = { reason: '二网格的楼。', areaId: world.area('binxi-g2') }
    await world.person('limin').calls(contract.decideMatter, { params, body: to })
    expect(await row(params.matterId)).toMatchObject({ status: 'received', grid_id: world.area('binxi-g2') })
    const again = await world.person('majun').asks(contract.disputeMatter, { params, body: { reason } })
    expect(again.body).toMatchObject({ code: 'matters.already-decided' })
    const passed = await world
      .person('chenjing')
      .asks(contract.transferMatter, { params, body: { areaId: world.area('binxi-g1'), reason } })
    expect(passed.body).toMatchObject({ code: 'matters.already-decided' })
  })
})

describe('neighbours', () => {
  it('join by the number they are offered, and each is answered and asked', async () => {
    const first = await world.report({ subject: 'neighbour_noise' })
    const likely = await world.browser().calls(contract.listLikely, {
      query: { door: await world.doorOf('binhe-3'), subject: 'neighbour_noise' },
    })
    expect(likely.items.map((each) => each.number)).toContain(first.number)
    const body = {
      door: await world.doorOf('binhe-3'),
      subject: 'neighbour_noise',
      words: '我家也听得到。',
      photoIds: [],
      joins: first.number,
    }
    const joined = await world.browser().calls(contract.sendReport, { body })
    expect(joined).toMatchObject({ number: first.number, reportCount: 2, words: '我家也听得到。' })
    expect(joined.code).not.toBe(first.code)
  })

  it('cannot join what is private, finished or elsewhere', async () => {
    const door = await world.doorOf('binhe-3')
    const resident = world.browser()
    const own = { door, subject: 'neighbour_noise', words: '太吵。', photoIds: [] }
    const hidden = await resident.calls(contract.sendReport, { body: { ...own, isPrivate: true } })
    const { receipt: done } = await world.answered()
    await world.browser().calls(contract.withdrawReport, { params: { code: hidden.code }, body: {} })
    for (const joins of [hidden.number, '2020-000001']) {
      const answer = await world.browser().asks(contract.sendReport, { body: { ...own, joins } })
      expect(answer.body, joins).toMatchObject({ code: 'matters.join-refused' })
    }
    const far = { ...own, door: await world.doorOf('xincheng-1'), joins: done.number }
    expect((await world.browser().asks(contract.sendReport, { body: far })).body).toMatchObject({
      code: 'matters.join-refused',
    })
  })

  it('of two matters that are one thing are merged: both are answered by one answer', async () => {
    const one = await world.report({ words: '路灯不亮。' })
    const two = await world.report({ words: '路灯又坏了。' })
    const params = { matterId: await world.matterOf(one) }
    await world
      .person('chenjing')
      .calls(contract.mergeMatter, { params, body: { into: two.number, reason: '同一盏灯。' } })
    expect(await row(params.matterId)).toMatchObject({ status: 'merged' })
    const seen = await receiptOf(one.code)
    expect(seen).toMatchObject({ number: two.number, reportCount: 2, words: '路灯不亮。' })
  })

  it('cannot be merged with itself, a stranger, or what is finished', async () => {
    const one = await world.report()
    const params = { matterId: await world.matterOf(one) }
    const { receipt } = await world.answered()
    for (const into of [one.number, '2019-999999', receipt.number]) {
      const answer = await world
        .person('chenjing')
        .asks(contract.mergeMatter, { params, body: { into, reason: '同一件。' } })
      expect(answer.status, into).toBe(409)
    }
  })

  it('who said two things at once get two receipts', async () => {
    const receipt = await world.report({ words: '楼上吵，还有老鼠。', phone: '10000001234' })
    const matterId = await world.matterOf(receipt)
    const reportId = await world.value<string>('select id from reports where matter_id = $1', [matterId])
    const { made } = await world.person('chenjing').calls(contract.splitMatter, {
      params: { matterId },
      body: { reportIds: [reportId], subject: 'pests', words: '还有老鼠。', reason: '两件事。' },
    })
    const [part] = await world.rows<{ query_code: string; contact_phone_sealed: Buffer }>(
      'select query_code, contact_phone_sealed from reports where matter_id = $1',
      [made.id],
    )
    expect(part?.contact_phone_sealed).toBeTruthy()
    expect(await receiptOf(part?.query_code ?? '')).toMatchObject({
      number: made.number,
      words: '还有老鼠。',
    })
    expect((await receiptOf(receipt.code)).timeline.at(-1)).toMatchObject({
      kind: 'split',
      otherNumber: made.number,
    })
  })
})

describe('an answer nobody says anything about', () => {
  it('is closed by the system after the days the office set, and may still be reopened', async () => {
    const { receipt, matterId } = await world.answered()
    const { follow_up_by } = await row(matterId)
    await clockAt(after(follow_up_by ?? '', 1))
    expect(await row(matterId)).toMatchObject({ status: 'closed', follow_up: 'not_reached' })
    expect(await receiptOf(receipt.code)).toMatchObject({ mayReopen: true })
  })

  it('is left to a person when somebody is not content', async () => {
    const { receipt, matterId } = await world.answered()
    await world
      .browser()
      .calls(contract.rateReport, { params: { code: receipt.code }, body: { rating: 1, reasons: ['slow'] } })
    await clockAt(after(new Date(), 90 * day))
    expect(await row(matterId)).toMatchObject({ status: 'answered' })
  })
})

describe('hidden', () => {
  it('is off the public pages and still there for the reporter', async () => {
    const receipt = await world.report({ subject: 'neighbour_noise' })
    const params = { matterId: await world.matterOf(receipt) }
    await world.person('chenjing').calls(contract.hideMatter, { params, body: { reason: '写了门牌号。' } })
    const likely = await world.browser().calls(contract.listLikely, {
      query: { door: await world.doorOf('binhe-3'), subject: 'neighbour_noise' },
    })
    expect(likely.items.map((each) => each.number)).not.toContain(receipt.number)
    expect(await receiptOf(receipt.code)).toMatchObject({ number: receipt.number })
  })
})

describe('the feed', () => {
  it('holds every event once, in one order without a gap, and each follower gets it once', async () => {
    const ordered = async () => {
      while ((await world.at(new Date(), undefined, (ctx) => orderEvents(ctx))) === 'more');
    }
    await ordered()
    const got: number[] = []
    const follow = () =>
      world.at(new Date(), undefined, (ctx) =>
        followFeed(ctx, 'test', { limit: 7, from: 'beginning' }, async (entries) => {
          got.push(...entries.map((entry) => entry.position))
        }),
      )
    while ((await follow()) === 'more');
    await world.report()
    await ordered()
    while ((await follow()) === 'more');
    expect(got).toEqual(got.map((_, index) => index + 1))
    const fed = await world.value<number>(
      `select count(*)::int from matter_events e join matter_feed f
         on f.district_id = e.district_id and f.matter_id = e.matter_id and f.seq = e.seq and f.hash = e.hash`,
    )
    expect(fed).toBe(await world.value<number>('select count(*)::int from matter_events'))
  })
})

it('the counts kept as things happen are what a count of the rows gives, in every area', async () => {
  const areas = await world.rows<{ id: number }>(
    `select id from areas where kind in ('district', 'street', 'community', 'grid')`,
  )
  const kept = await world.at(new Date(), undefined, (ctx) =>
    standingIn(
      ctx,
      areas.map((area) => area.id),
    ),
  )
  const counted = await world.rows<{
    id: number
    todo: number
    doing: number
    late: number
    asked: number
    open: number
  }>(
    `select a.id, count(*) filter (where m.status = 'received')::int as todo,
       count(*) filter (where m.status in ('accepted', 'in_progress'))::int as doing,
       count(*) filter (where m.status <> 'answered' and m.late_at is not null)::int as late,
       count(*) filter (where m.status = 'answered' and m.followed_up_at is null)::int as asked,
       count(*)::int as open
     from areas a join matters m on m.area_path @> array[a.id]
       and m.status in ('received', 'accepted', 'in_progress', 'answered')
     where a.kind in ('district', 'street', 'community', 'grid') group by a.id`,
  )
  expect(counted.length).toBeGreaterThan(5)
  for (const { id, todo, doing, late, asked, open } of counted)
    expect(kept.get(id), String(id)).toMatchObject({ todo, doing, overdue: late, toFollowUp: asked, open })
})

it('who has how much in hand is what a count of the rows gives, in every area', async () => {
  const counted = await world.rows<{ area: number; holder: string; open: number; late: number }>(
    `select a.id as area, coalesce(m.handler_id::text, m.organisation_id::text, m.area_id::text) as holder,
       count(*)::int as open, count(m.late_at)::int as late
     from areas a join matters m on m.area_path @> array[a.id] and m.status in ('received', 'accepted', 'in_progress')
     where a.kind in ('district', 'street', 'community', 'grid') group by 1, 2`,
  )
  const byArea = Map.groupBy(counted, ({ area }) => area)
  expect(byArea.size).toBeGreaterThan(5)
  expect(counted.some(({ late }) => late > 0)).toBe(true)
  const sorted = (lines: string[]): string[] => lines.toSorted((a, b) => (a < b ? -1 : 1))
  for (const [area, rows] of byArea) {
    const kept = await world.at(new Date(), undefined, (ctx) =>
      holdingsIn(ctx, area, { by: 'open', most: 1000 }),
    )
    expect(
      sorted(
        kept.map((each) => `${each.person ?? each.organisation ?? each.nobodyIn} ${each.open} ${each.late}`),
      ),
    ).toEqual(sorted(rows.map(({ holder, open, late }) => `${holder} ${open} ${late}`)))
  }
})

it('everything above holds together', async () => {
  const found = await world.at(new Date(), undefined, (ctx) => verifyMatters(ctx))
  expect(found.findings).toEqual([])
})
