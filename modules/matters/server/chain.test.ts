import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '#kernel/contract/problem.ts'
import type { Context } from '#kernel/server/context.ts'
import { findArea } from '#modules/places/server/door.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as direct from './direct-matter.ts'
import * as handle from './handle-matter.ts'
import { join } from './join.ts'
import { receive } from './receive.ts'
import { ringDue } from './alarm.ts'
import * as merge from './merge.ts'
import * as moderate from './moderate.ts'
import * as reporter from './reporter.ts'
import { splitMatter } from './split.ts'
import * as supervise from './supervise.ts'
import * as waiting from './waiting.ts'
import { verifyMatters } from './verify.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Without what the kept figures say: they no longer hold either once a row was changed behind their back. */
async function verified() {
  const found = await world.at(new Date(), undefined, (ctx) => verifyMatters(ctx))
  return { ...found, findings: found.findings.filter(({ what }) => what !== 'figures-differ') }
}

async function said(ctx: Context, words: string) {
  const place = await ctx.db.row(findArea, [ctx.district.id, world.area('binhe-3')])
  if (!place) throw new Error('no place')
  const fixed = { channel: 'qr', subject: 'neighbour_noise', photoIds: [], isPrivate: false } as const
  return { ...fixed, place, words }
}

type Story = { matterId: string; codes: string[] }
type Act = (ctx: Context, story: Story) => Promise<unknown>

/** Everything that can happen to a matter, by whoever may or may not. */
const acts: Record<string, Act> = {
  accept: (ctx, { matterId }) => handle.acceptMatter(ctx, matterId, { take: true }),
  leave: (ctx, { matterId }) => handle.acceptMatter(ctx, matterId, {}),
  note: (ctx, { matterId }) =>
    handle.noteMatter(ctx, matterId, { words: '在办。', photoIds: [], isPublic: true }),
  answer: (ctx, { matterId }) =>
    handle.answerMatter(ctx, matterId, { words: '办好了。', outcome: 'solved', photoIds: [] }),
  content: (ctx, { matterId }) => handle.followUpMatter(ctx, matterId, { result: 'satisfied' }),
  angry: (ctx, { matterId }) =>
    handle.followUpMatter(ctx, matterId, { result: 'dissatisfied', words: '没好。' }),
  close: (ctx, { matterId }) => handle.closeMatter(ctx, matterId),
  assign: async (ctx, { matterId }) =>
    direct.assignMatter(ctx, matterId, { accountId: await world.accountOf('taohai') }),
  up: (ctx, { matterId }) => direct.handUpMatter(ctx, matterId, { reason: '要上面定。' }),
  move: (ctx, { matterId }) =>
    direct.transferMatter(ctx, matterId, { areaId: world.area('binxi-g2'), reason: '那边的。' }),
  department: async (ctx, { matterId }) =>
    direct.transferMatter(ctx, matterId, {
      organisationId: await world.organisation('锦河区城市管理局'),
      reason: '城管的事。',
    }),
  back: (ctx, { matterId }) =>
    direct.returnMatter(ctx, matterId, { reason: '不归我们。', rightChannel: '找热线。' }),
  neighbour: async (ctx, story) => {
    const { code } = await join(ctx, story.matterId, await said(ctx, '我家也是。 '))
    story.codes.push(code)
  },
  rate: (ctx, { codes }) => reporter.rateReport(ctx, codes.at(-1) ?? '', { rating: 5, reasons: [] }),
  complain: (ctx, { codes }) => reporter.rateReport(ctx, codes[0] ?? '', { rating: 1, reasons: ['slow'] }),
  reopen: (ctx, { codes }) => reporter.reopenReport(ctx, codes[0] ?? '', { words: '又坏了。' }),
  withdraw: (ctx, { codes }) => reporter.withdrawReport(ctx, codes[0] ?? ''),
  urge: (ctx, { codes }) => waiting.urgeReport(ctx, codes[0] ?? ''),
  ask: (ctx, { matterId }) => waiting.askReporter(ctx, matterId, { words: '几单元？' }),
  reply: (ctx, { codes }) => waiting.replyToMatter(ctx, codes[0] ?? '', { words: '三单元。', photoIds: [] }),
  extend: (ctx, { matterId }) => supervise.extendMatter(ctx, matterId, { amount: 1, reason: '等配件。' }),
  instruct: (ctx, { matterId }) => supervise.instructMatter(ctx, matterId, { words: '今天报情况。' }),
  dispute: (ctx, { matterId }) => supervise.disputeMatter(ctx, matterId, { reason: '不是我们的。' }),
  decide: (ctx, { matterId }) => supervise.decideMatter(ctx, matterId, { reason: '就由你们办。' }),
  decideAway: (ctx, { matterId }) =>
    supervise.decideMatter(ctx, matterId, { reason: '二网格办。', areaId: world.area('binxi-g2') }),
  subject: (ctx, { matterId }) =>
    moderate.changeSubject(ctx, matterId, { subject: 'pests', reason: '选错。' }),
  hide: (ctx, { matterId }) => moderate.hideMatter(ctx, matterId, '有人脸。'),
  show: (ctx, { matterId }) => moderate.showMatter(ctx, matterId, '处理过了。'),
  clock: (ctx) => ringDue(ctx).then(() => undefined),
  merge: async (ctx, { matterId }) => {
    const visitor = { ...ctx, actor: { kind: 'visitor', id: undefined, name: '', posts: [] } as const }
    const { matter } = await receive(visitor, await said(ctx, '是一件事。'))
    await merge.mergeMatter(ctx, matterId, { into: matter.number, reason: '同一件。' })
  },
  part: async (ctx, { matterId, codes }) => {
    const [first] = await world.rows<{ id: string }>('select id from reports where query_code = $1', [
      codes[0],
    ])
    const body = { reportIds: [first?.id ?? ''], subject: 'pests', words: '还有老鼠。', reason: '两件事。' }
    await splitMatter(ctx, matterId, body)
  },
}
const visitors = new Set(['neighbour', 'rate', 'complain', 'reopen', 'withdraw', 'urge', 'reply', 'clock'])
const people = ['wangfang', 'majun', 'chenjing', 'xurui', 'limin', 'zhouhang', 'hewei']

const step = fc.record({
  act: fc.constantFrom(...Object.keys(acts)),
  by: fc.constantFrom(...people),
  hours: fc.integer({ min: 0, max: 90 }),
})

describe('whatever people do, in any order', () => {
  it('the row is the fold of its history, the chain holds and no number is missing', async () => {
    let done = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        let now = new Date('2026-10-08T09:00:00+08:00')
        const begun = await world.at(now, undefined, async (ctx) => receive(ctx, await said(ctx, ' 太吵了 ')))
        const story = { matterId: begun.matter.id, codes: [begun.code] }
        for (const { act, by, hours } of steps) {
          now = new Date(now.getTime() + hours * 3600_000)
          const who = visitors.has(act) ? undefined : by
          const outcome = await world
            .at(now, who, (ctx) => acts[act]?.(ctx, story) ?? Promise.resolve())
            .catch((error: unknown) => error)
          // A refusal has a name; anything else is a fault of ours.
          if (outcome instanceof Error && !(outcome instanceof Problem)) throw outcome
          if (!(outcome instanceof Problem)) done += 1
        }
      }),
      { numRuns: 60 },
    )
    expect(done).toBeGreaterThan(60)
    expect((await verified()).findings).toEqual([])
  })

  it('numbers of many at once follow each other without a gap', async () => {
    const at = new Date('2091-03-01T09:00:00+08:00')
    const many = Array.from({ length: 20 }, (_, index) =>
      world.at(at, undefined, async (ctx) => {
        const taken = await receive(ctx, await said(ctx, `第${index}件`))
        // Some fail after the number was taken: their numbers go back.
        if (index % 5 === 4) throw new Error('the phone went dead')
        return taken.matter.number
      }),
    )
    const settled = await Promise.allSettled(many)
    const numbers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 16 }, (_, index) => `2091-${String(index + 1).padStart(6, '0')}`),
    )
  })
})

describe('tampering with the database is found', () => {
  /** Two neighbours, closed. The tables refuse nothing to whoever holds the database itself. */
  const victim = async () => {
    const { receipt, matterId } = await world.answered({ words: '请查一下水表。' })
    await world.at(new Date(), undefined, (ctx) =>
      reporter.rateReport(ctx, receipt.code, { rating: 5, reasons: [] }),
    )
    return matterId
  }
  const cases: [string, string][] = [
    [
      'a word of an answer',
      `update matter_events set data = jsonb_set(data, '{words}', '"没办"') where kind = 'answered' and matter_id = $1`,
    ],
    ['who did it', `update matter_events set actor_id = gen_random_uuid() where seq = 2 and matter_id = $1`],
    [
      'in which role',
      `update matter_events set actor_role = 'street_leader' where seq = 2 and matter_id = $1`,
    ],
    ['when', `update matter_events set at = at - interval '1 day' where seq = 2 and matter_id = $1`],
    ['the kind of an act', `update matter_events set kind = 'returned' where seq = 2 and matter_id = $1`],
    ['a missing act', `delete from matter_events where seq = 2 and matter_id = $1`],
    [
      'the last act taken away',
      `delete from matter_events where matter_id = $1 and seq = (select max(seq) from matter_events where matter_id = $1)`,
    ],
    ['a status set by hand', `update matters set status = 'returned' where id = $1`],
    ['a due time set by hand', `update matters set due_at = due_at + interval '3 days' where id = $1`],
    [
      'a promise set by hand',
      `update matters set promise = jsonb_set(promise, '{amount}', '30') where id = $1`,
    ],
    ['a satisfaction set by hand', `update matters set satisfaction = 4 where id = $1`],
    ['the handler set by hand', `update matters set handler_id = null where id = $1`],
    ['the words of a report', `update reports set words = '谢谢你们' where matter_id = $1`],
    ['the subject of a report', `update reports set subject = 'thanks' where matter_id = $1`],
    [
      'the fingerprint of a report',
      `update reports set fingerprint = decode(repeat('00', 32), 'hex') where matter_id = $1`,
    ],
    ['a report taken away', `delete from reports where matter_id = $1`],
  ]
  it.each(cases)('%s', async (_what, statement) => {
    const matterId = await victim()
    const client = await world.database.pool.connect()
    try {
      await client.query('begin')
      const { rowCount } = await client.query(statement, [matterId])
      expect(rowCount).toBe(1)
      await client.query('commit')
      const { findings } = await verified()
      expect(findings.length).toBeGreaterThan(0)
    } finally {
      await client.query('delete from matter_events where matter_id = $1', [matterId])
      await client.query('delete from reports where matter_id = $1', [matterId])
      await client.query('delete from matters where id = $1', [matterId])
      await client.query(
        `update counters c set value = (select count(*) from matters m where m.number like right(c.name, 4) || '-%')
         where c.name like 'matters ____'`,
      )
      client.release()
    }
    expect((await verified()).findings).toEqual([])
  })

  it('a whole matter made to vanish', async () => {
    const matterId = await victim()
    for (const table of ['reports', 'matter_events'])
      await world.rows(`delete from ${table} where matter_id = $1`, [matterId])
    await world.rows('delete from matters where id = $1', [matterId])
    expect((await verified()).findings).toEqual([{ what: 'numbers-missing', subject: '1' }])
  })
})
