import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { JobKind, RunInDistrict } from './job-kind.ts'
import { jobFailures } from './metrics.ts'
import { Ticker } from './ticker.ts'
import type { Topic } from './topic.ts'

type Envelope = { district: number; payload: object }

export type Queue = {
  send(client: pg.ClientBase, topic: Topic<never>, envelope: Envelope, after: Date | undefined): Promise<void>
  work(run: RunInDistrict, districts: () => Promise<number[]>): Promise<void>
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
  let tickers: Ticker[] = []
  return {
    async send(client, topic, envelope, after) {
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
      await boss.send(topic.name, envelope, { db, ...(after && { startAfter: after }) } as never)
    },
    work: async (run, districts) => {
      const [queued, ticking] = split(kinds)
      tickers = ticking.map((kind) => new Ticker(kind, { run, districts, onError }))
      await startWork(boss, queued, run, districts)
    },
    stop: async () => {
      await Promise.all(tickers.map((ticker) => ticker.stop()))
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

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
