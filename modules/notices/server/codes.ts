import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import {
  addressWrong,
  codesDown,
  codeTooMany,
  codeTooSoon,
  codeWrong,
  type Outcome,
  type Way,
} from '../contract.ts'
import { isOpen } from './channels.ts'
import * as queries from './code-queries.ts'
import { codeKind } from './own-kinds.ts'
import { newestTries } from './queries.ts'
import { rules } from './settings.ts'
import { type Recipient, tell } from './tell.ts'
import { isAddress, plainAddress } from './ways.ts'

const minutes = 5
const againAfterSeconds = 60
const mostTries = 5
const hourMs = 3600_000

/** `purpose` is `<module>.<what>`: a code for one thing is no good for another. */
export type CodeFor = { readonly purpose: string; readonly phone: string }

/**
 * Sends a code of six digits by SMS. The answer is the same whether or not the number is known to the caller; where it is
 * not (`known: false`) nothing is sent, and no code fits.
 * @throws addressWrong, codeTooSoon, codeTooMany, codesDown
 */
export async function sendCode(
  ctx: Context,
  { purpose, phone, known }: CodeFor & { readonly known?: boolean },
): Promise<{ minutes: number; againAfterSeconds: number }> {
  const to = { way: 'sms' as const, address: phone, language: ctx.caller.language }
  return sendCodeTo(ctx, { purpose, way: 'sms', address: phone, known: known ?? true, tell: to })
}

/** @throws codeWrong, whatever is wrong: the code, its age, the number, or too many tries. Counts the try. */
export const checkCode = (ctx: Context, { purpose, phone, code }: CodeFor & { readonly code: string }) =>
  checkCodeOf(ctx, { purpose, way: 'sms', address: phone, code })

type Asked = { purpose: string; way: Way; address: string; known: boolean; tell: Recipient }

/** The same by any way: a colleague confirms an address by what was sent there. */
export async function sendCodeTo(ctx: Context, asked: Asked) {
  const { subject, asker } = await locked(ctx, asked)
  if (!isAddress(asked.way, plainAddress(asked.way, asked.address))) throw addressWrong()
  await refuseTooMany(ctx, subject, asker)
  if (await isDown(ctx, asked.way)) throw codesDown()

  const id = uuidv7(ctx.now)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = new Date(ctx.now.getTime() + minutes * 60_000)
  // Without a number behind it no code fits, not even by luck.
  const hash = asked.known ? hashOf(ctx, id, code) : Buffer.alloc(16)
  const { district, now } = ctx
  ctx.send(queries.insertCode, [district.id, id, asked.purpose, subject, asker, hash, now, until])
  if (asked.known) {
    const params = { code, minutes: String(minutes) }
    tell(ctx, { to: asked.tell, kind: codeKind, params, about: { thing: 'code', id }, key: id, until })
  }
  return { minutes, againAfterSeconds }
}

export async function checkCodeOf(
  ctx: Context,
  given: { purpose: string; way: Way; address: string; code: string },
): Promise<void> {
  const { subject } = await locked(ctx, given)
  const row = await ctx.db.row(queries.newestCode, [ctx.district.id, subject, given.purpose])
  if (!row || row.used_at || row.expires_at <= ctx.now || row.tries >= mostTries) throw codeWrong()
  const isRight = timingSafeEqual(row.code_hash, hashOf(ctx, row.id, given.code))
  await ctx.db.rows(queries.countTry, [ctx.district.id, row.id, isRight ? ctx.now : null])
  if (!isRight) throw codeWrong().keepingWrites()
}

const hashOf = (ctx: Context, id: string, code: string): Buffer =>
  ctx.personalData.blindIndex(ctx.district.id, 'one_time_codes.code', `${id}:${code}`)

/** Keyed hashes of the address and of who asks, both held so that many at once do not slip past the limits. */
async function locked(ctx: Context, { way, address }: { way: Way; address: string }) {
  const { personalData, district, caller } = ctx
  const hash = (field: string, text: string): Buffer => personalData.blindIndex(district.id, field, text)
  const subject = hash('one_time_codes.subject', `${way}:${plainAddress(way, address)}`)
  const asker = hash('one_time_codes.asker', caller.device ?? caller.address ?? '')
  // In one order everywhere, or two who cross would wait for each other.
  const names = [subject, asker].map((each) => each.toString('hex')).toSorted()
  await ctx.db.rows(queries.lockCodes, [district.id, names])
  return { subject, asker }
}

async function refuseTooMany(ctx: Context, subject: Buffer, asker: Buffer): Promise<void> {
  const { codesPerDay, codesPerHour } = await readSetting(ctx, rules)
  const before = (ms: number): Date => new Date(ctx.now.getTime() - ms)
  const counted = await ctx.db.row(queries.countCodes, [
    ctx.district.id,
    subject,
    asker,
    before(24 * hourMs),
    before(hourMs),
  ])
  const since = counted?.newest ? (ctx.now.getTime() - counted.newest.getTime()) / 1000 : againAfterSeconds
  if (since < againAfterSeconds)
    throw codeTooSoon({ retryAfterSeconds: Math.ceil(againAfterSeconds - since) })
  if ((counted?.of_day ?? 0) >= codesPerDay) throw codeTooMany({ retryAfterSeconds: 12 * 3600 })
  if ((counted?.of_asker ?? 0) >= codesPerHour) throw codeTooMany({ retryAfterSeconds: 3600 })
}

const providersFault: readonly Outcome[] = ['unreachable', 'busy', 'credentials', 'spent', 'unexpected']
const looksBack = { tries: 3, ms: 10 * 60_000 }

/** Whether a way is closed, or its newest tries all failed for no fault of the address. */
export async function isDown(ctx: Context, way: Way): Promise<boolean> {
  if (!(await isOpen(ctx, way))) return true
  const since = new Date(ctx.now.getTime() - looksBack.ms)
  const tried = await ctx.db.rows(newestTries, [ctx.district.id, way, since, looksBack.tries])
  return tried.length === looksBack.tries && tried.every(({ outcome }) => providersFault.includes(outcome))
}
