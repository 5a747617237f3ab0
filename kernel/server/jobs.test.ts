import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#testing/database.ts'
import { runAs } from './ground.ts'
import { job } from './job-kind.ts'
import { openQueue, type Queue } from './jobs.ts'
import { jobs } from '#policy/modules.ts'

const ran: string[] = []
const told = job<{ words: string }>({
  name: 'test.told',
  run: async (_ctx, { words }) => void ran.push(words),
})
const failing = job<object>({
  name: 'test.failing',
  run: async (ctx) => {
    await ctx.db.rows({ name: 'test.note', text: 'insert into notes_of_test values (1)' }, [])
    throw new Error('the work fails after it wrote')
  },
})

let left = 5
const counting = job<object>({
  name: 'test.counting',
  every: 1,
  async run(ctx) {
    await ctx.db.rows({ name: 'test.count', text: 'insert into notes_of_test values (2)' }, [])
    left -= 1
    return left > 0 ? 'more' : undefined
  },
})

let database: TestDatabase
let queue: Queue
const district = { id: 419900, name: '锦河区', timeZone: 'Asia/Shanghai' }

beforeAll(async () => {
  database = await openTestDatabase()
  await database.pool.query('create table notes_of_test (n int)')
  queue = await openQueue(
    database.url,
    [told, failing, counting, ...jobs.filter((each) => each.cron)],
    () => undefined,
  )
  database.ground.queue = queue
  await queue.work(
    (_id, work) => runAs(database.ground, { district }, work),
    async () => [district.id],
  )
})
afterAll(async () => {
  await queue.stop()
  await database.close()
})

describe('a job', () => {
  it('runs when the transaction it was enqueued in commits, and not when it is rolled back', async () => {
    await runAs(database.ground, { district }, (ctx) => ctx.later(told, { words: 'committed' }))
    const broken = runAs(database.ground, { district }, async (ctx) => {
      await ctx.later(told, { words: 'rolled back' })
      throw new Error('changed its mind')
    })
    await expect(broken).rejects.toThrow('changed its mind')
    await runAs(database.ground, { district }, (ctx) => ctx.later(told, { words: 'last' }))
    await expect.poll(() => ran, { timeout: 15_000 }).toContain('last')
    expect(ran.toSorted()).toEqual(['committed', 'last'])
  })

  it('that fails leaves nothing of what it wrote, and waits to be tried again', async () => {
    await runAs(database.ground, { district }, (ctx) => ctx.later(failing, {}))
    const state = async () =>
      (await database.pool.query(`select state from jobs.job where name = 'test.failing'`)).rows[0]?.state
    await expect.poll(state, { timeout: 15_000 }).toBe('retry')
    expect((await database.pool.query('select * from notes_of_test where n = 1')).rows).toEqual([])
  })

  it('that runs every few seconds works off what is there before it waits again', async () => {
    await expect.poll(() => left, { timeout: 15_000 }).toBeLessThanOrEqual(0)
    const { rows } = await database.pool.query('select count(*)::int as n from notes_of_test where n = 2')
    expect(rows[0].n).toBeGreaterThanOrEqual(5)
    expect((await database.pool.query(`select * from jobs.queue where name = 'test.counting'`)).rows).toEqual(
      [],
    )
  })

  it('with a timetable is on it', async () => {
    const { rows } = await database.pool.query<{ name: string; cron: string }>(
      'select name, cron from jobs.schedule',
    )
    const wanted = jobs.flatMap(({ name, cron }) => (cron ? [{ name, cron }] : []))
    expect(wanted.length).toBeGreaterThan(1)
    expect(rows).toEqual(expect.arrayContaining(wanted.map((each) => expect.objectContaining(each))))
  })
})
