import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { JobKind, RunInDistrict } from './job-kind.ts'
import { jobFailures } from './metrics.ts'
import { Ticker } from './ticker.ts'
import type { WaitingJob } from './backup/waiting-jobs.ts'
import type { Topic } from './topic.ts'

type Envelope = { district: number; payload: object }

export type Queue = {
  send(client: pg.ClientBase, topic: Topic<never>, envelope: Envelope, after: Date | undefined): Promise<void>
  work(run: RunInDistrict, districts: () => Promise<number[]>): Promise<void>
  /** Lets jobs that a backup kept wait again, in the caller's transaction. */
  takeBack(client: pg.ClientBase, jobs: readonly WaitingJob[]): Promise<void>
  /** Forgets everything that waits, in the caller's transaction. */
  throwAway(client: pg.ClientBase): Promise<void>
  stop(): Promise<void>
}

const queueOptions = {
  notify: true,
  retryLimit: 5,
  retryBackoff: true,
  retryDelay: 5,
  deadLetter: 'dead-letters',
}

/**
 * The job queue in the same PostgreSQL. Jobs are enqueued in the caller's transaction; the worker polls every two
 * seconds and is woken by NOTIFY. A job that keeps failing ends in the dead-letter queue, which `yige doctor` reports.
 */
export async function openQueue(
  url: string,
  kinds: readonly JobKind<never>[],
  onError: (error: Error) => void,
): Promise<Queue> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 4, useListenNotify: true } as never)
  boss.on('error', onError)
  await boss.start()
  await boss.createQueue('dead-letters')
  for (const kind of split(kinds)[0]) await boss.createQueue(kind.name, queueOptions)
  const known = new Set(['dead-letters', ...split(kinds)[0].map((kind) => kind.name)])
  let tickers: Ticker[] = []
  return {
    async send(client, topic, envelope, after) {
      await boss.send(topic.name, envelope, {
        db: sendingBy(client),
        ...(after && { startAfter: after }),
      } as never)
    },
    work: async (run, districts) => {
      const [queued, ticking] = split(kinds)
      tickers = ticking.map((kind) => new Ticker(kind, { run, districts, onError }))
      await startWork(boss, queued, run, districts)
    },
    async takeBack(client, jobs) {
      const db = sendingBy(client)
      for (const { name, data, startAfter } of jobs) {
        // Work that this version no longer knows has nobody to do it.
        if (known.has(name)) await boss.send(name, data, { db, startAfter: new Date(startAfter) } as never)
      }
    },
    throwAway: async (client) => void (await client.query('delete from jobs.job')),
    stop: async () => {
      await Promise.all(tickers.map((ticker) => ticker.stop()))
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

const sendingBy = (client: pg.ClientBase) => ({
  executeSql: (text: string, values?: unknown[]) => client.query(text, values),
})

const split = (kinds: readonly JobKind<never>[]) =>
  [
    kinds.filter((kind) => kind.every === undefined),
    kinds.filter((kind) => kind.every !== undefined),
  ] as const

async function startWork(
  boss: PgBoss,
  kinds: readonly JobKind<never>[],
  run: RunInDistrict,
  districts: () => Promise<number[]>,
): Promise<void> {
  for (const kind of kinds) {
    const options = { batchSize: 20, pollingIntervalSeconds: 2, burstWhenBatchFull: true }
    await boss.work<Envelope>(kind.name, options as never, async (jobs) => {
      for (const { data } of jobs) {
        const targets = data?.district === undefined ? await districts() : [data.district]
        for (const district of targets) {
          await counted(kind.name, () =>
            run(district, (ctx) => kind.run(ctx, (data?.payload ?? {}) as never)),
          )
        }
      }
    })
    if (kind.cron) await boss.schedule(kind.name, kind.cron, undefined, { tz: 'Asia/Shanghai' })
  }
}

async function counted<Result>(kind: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    jobFailures.inc({ kind })
    throw error
  }
}
