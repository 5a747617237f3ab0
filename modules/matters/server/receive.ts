import { createHash, randomInt } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { holdPhotos } from '#modules/files/server/door.ts'
import type { AreaRow } from '#modules/places/server/door.ts'
import { type Channel, subjectUnknown } from '../contract.ts'
import { begin } from './act.ts'
import { houseRules, residentRequest } from './house-rules.ts'
import { canonical } from './matter-events.ts'
import { promiseFor } from './promise.ts'
import { insertReport, type MatterRow, takeNumber } from './queries.ts'
import { routeFor } from './routing.ts'

export type Said = {
  place: AreaRow
  doorToken?: string | undefined
  channel: Channel
  subject: string
  words: string
  photoIds: readonly string[]
  contactName?: string | undefined
  contactPhone?: string | undefined
  isPrivate: boolean
}

// Read aloud and typed by hand: no letters that look alike. 31^10 with a rate limit cannot be guessed.
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const codeLength = 10
export const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')

/** What was typed on a phone with spaces, dashes or in small letters is the same code. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase()

/**
 * Takes a report: routed, promised, numbered without a gap, and the first event of a new matter.
 * The report's id is the client-made key, so that the same report sent twice is taken once.
 */
export async function receive(ctx: Context, said: Said): Promise<{ matter: MatterRow; code: string }> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  if (!rules.subjects.has(said.subject)) throw subjectUnknown()
  const reportId = ctx.caller.key ?? uuidv7(ctx.now)
  await holdPhotos(ctx, said.photoIds, `report:${reportId}`)
  const target = await routeFor(ctx, said.place, said.subject)
  const promise = await promiseFor(ctx, target.level, ctx.now)

  const fingerprint = fingerprintOf(reportId, said)
  const matterId = uuidv7(ctx.now)
  // Last before the inserts: the counter's row stays locked until the commit.
  const number = await nextNumber(ctx)
  const beginning = begin(ctx, matterId, {
    ...target,
    number,
    type: residentRequest,
    subject: said.subject,
    place_id: said.place.id,
    promise,
    is_public: !said.isPrivate,
    report_id: reportId,
    fingerprint: fingerprint.toString('hex'),
  })
  const code = newCode()
  const keeping = keepReport(ctx, { said, reportId, matterId, code, fingerprint })
  const [matter] = await Promise.all([beginning, keeping])
  return { matter, code }
}

async function nextNumber(ctx: Context): Promise<string> {
  const year = dayIn(ctx.district.timeZone, ctx.now).slice(0, 4)
  const taken = await ctx.db.row(takeNumber, [ctx.district.id, `matters ${year}`])
  if (!taken) throw new Error('the counter of matters gave no number')
  return `${year}-${String(taken.value).padStart(6, '0')}`
}

/** Proof of receipt: what was said, without who said it. Stays in the chain when the words are erased one day. */
export function fingerprintOf(
  reportId: string,
  {
    subject,
    words,
    photoIds,
    place,
  }: Pick<Said, 'subject' | 'words' | 'photoIds'> & { place: { id: number } },
): Buffer {
  return createHash('sha256')
    .update(canonical({ reportId, subject, words: words.trim(), photoIds, place: place.id }))
    .digest()
}

export const phoneField = 'reports.contact_phone'
export const nameField = 'reports.contact_name'
/** One person writes one number in many ways. */
export const plainPhone = (phone: string): string =>
  phone.replaceAll(/[^\d]/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '')

type Kept = { said: Said; reportId: string; matterId: string; code: string; fingerprint: Buffer }

export function keepReport(
  ctx: Context,
  { said, reportId, matterId, code, fingerprint }: Kept,
): Promise<unknown> {
  const { personalData, district } = ctx
  const seal = (field: string, text: string | undefined) =>
    text ? personalData.seal(district.id, field, text) : null
  const phone = said.contactPhone ? plainPhone(said.contactPhone) : undefined
  return ctx.db.rows(insertReport, [
    district.id,
    reportId,
    matterId,
    said.subject,
    said.place.id,
    said.doorToken ?? null,
    said.channel,
    said.words.trim(),
    said.photoIds,
    seal(nameField, said.contactName?.trim()),
    seal(phoneField, phone),
    phone ? personalData.blindIndex(district.id, phoneField, phone) : null,
    said.isPrivate,
    code,
    ctx.actor.id ?? null,
    ctx.now,
    fingerprint,
  ])
}
