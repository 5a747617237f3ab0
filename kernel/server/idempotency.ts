import { createHash } from 'node:crypto'
import type { RouteDeclaration } from '../contract/route.ts'
import type { Actor, Caller, Context } from './context.ts'
import { statement } from './database.ts'
import { job } from './job-kind.ts'
import { keyReused } from './problems.ts'
import type { Sending } from './transaction.ts'

/**
 * Every write is done once: the client-made key is stored with a hash of what was sent and the answer, in the
 * transaction of the write itself. The same key again gives the same answer; with other content it is refused.
 */
type Kept = { payload_hash: Buffer; answer: unknown }

const findKey = statement<Kept>(
  'kernel.find-key',
  'select payload_hash, answer from idempotency_keys where district_id = $1 and key = $2',
)
/** What makes two writes the same: who, which route, and all that was sent. */
export function payloadHash(actor: Actor, route: RouteDeclaration, input: object): Buffer {
  return createHash('sha256')
    .update(`${actor.kind}:${actor.id ?? ''} ${route.method} ${route.path}\n`)
    .update(JSON.stringify(input))
    .digest()
}

export const findEarlier = (sending: Sending, district: number, caller: Caller): Promise<Kept | undefined> =>
  caller.key ? sending.db.row(findKey, [district, caller.key]) : Promise.resolve(undefined)

/** The earlier answer, when this is the same write again. @throws keyReused when it is another. */
export function replay(earlier: Kept, hash: Buffer): unknown {
  if (!earlier.payload_hash.equals(hash)) throw keyReused()
  return earlier.answer
}

const forgetAnswersWith = statement(
  'kernel.forget-answers',
  'delete from idempotency_keys where district_id = $1 and answer ->> $2 = $3',
)

/** Forgets the kept answers whose `field` says this: what they tell was erased. The ids of what was made still refuse a repeat. */
export const forgetAnswers = (ctx: Context, field: string, value: string): Promise<unknown[]> =>
  ctx.db.rows(forgetAnswersWith, [ctx.district.id, field, value])

const keptDays = 7
const forgetKeys = statement(
  'kernel.forget-keys',
  'delete from idempotency_keys where district_id = $1 and at < $2',
)

/** Answers are kept for a week, for phones that were off line; after that the ids of what was made still refuse a repeat. */
export const pruneKeys = job<object>({
  name: 'kernel.prune-keys',
  cron: '7 3 * * *',
  async run(ctx) {
    await ctx.db.rows(forgetKeys, [ctx.district.id, new Date(ctx.now.getTime() - keptDays * 24 * 3600_000)])
  },
})
