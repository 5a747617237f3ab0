import type { Context } from './context.ts'
import type { Topic } from './topic.ts'

/**
 * Work that waits for others (a network) while nothing of the database is held. What it comes to is written by the function
 * it returns, in a transaction of its own. What it is about must stand in a table with an end to the claim on it, so that it
 * is taken up again when the process dies in between.
 */
export type Outside = () => Promise<(ctx: Context) => Promise<void | 'more'>>

/** A kind of background work. Payloads carry ids, never personal data: they stay in the queue's table for days. */
export type JobKind<Payload extends object> = Topic<Payload> & {
  /**
   * For a job that runs `every` few seconds and takes a portion at a time: `more` when there is work left, or what is to be
   * done outside, after this transaction.
   */
  run(ctx: Context, payload: Payload): Promise<void | 'more' | Outside>
  /** Five-field cron in the district's time zone: then it runs for every district with an empty payload. */
  readonly cron?: string
  /**
   * Seconds between runs, for what cannot wait a minute: it runs for every district with an empty payload, in one server at
   * a time, and again at once while it says `more`. Nothing is queued: what is to be done must stand in a table.
   */
  readonly every?: number
}

export const job = <Payload extends object>(kind: JobKind<Payload>): JobKind<Payload> => kind

/** Runs `work` as the system in one transaction of the district. */
export type RunInDistrict = <Result>(
  district: number,
  work: (ctx: Context) => Promise<Result>,
) => Promise<Result | undefined>
