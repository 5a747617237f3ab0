import { createHash, randomInt } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { holdPhotos } from '#modules/files/server/door.ts'
import type { AreaRow } from '#modules/places/server/door.ts'
import { type Channel, type Promised, subjectUnknown } from '../contract.ts'
import { begin } from './act.ts'
import { houseRules, residentRequest } from './house-rules.ts'
import { canonical, type MatterEvent, type Target } from './matter-events.ts'
import { promiseFor } from './promise.ts'
import { insertReport, type MatterRow, type ReportRow, takeNumber } from './queries.ts'
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

/** A report that is routed and promised, and only waits for its number. */
export type Prepared = {
  said: Said
  reportId: string
  matterId: string
  target: Target
  promise: Promised
  fingerprint: Buffer
}

export async function prepare(ctx: Context, said: Said): Promise<Prepared> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  if (!rules.subjects.has(said.subject)) throw subjectUnknown()
  const reportId = ctx.caller.key ?? uuidv7(ctx.now)
  await holdPhotos(ctx, said.photoIds, `report:${reportId}`)
  const target = await routeFor(ctx, said.place, said.subject)
  const promise = await promiseFor(ctx, target.level, ctx.now)
  const fingerprint = fingerprintOf(reportId, said)
  return { said, reportId, matterId: uuidv7(ctx.now), target, promise, fingerprint }
}

export type Taken = { matter: MatterRow; report: ReportRow; event: MatterEvent }

/**
 * Numbers a prepared report without a gap and writes it as the first event of a new matter. The counter's row stays
 * locked until the commit, so nothing is asked of the database after this.
 */
export async function take(ctx: Context, prepared: Prepared): Promise<Taken> {
  const { said, reportId, matterId, target, promise, fingerprint } = prepared
  const number = await nextNumber(ctx)
  const { matter, event } = begin(ctx, matterId, {
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
  return { matter, event, report: keepReport(ctx, { said, reportId, matterId, fingerprint }) }
}

/**
 * Takes a report: routed, promised, numbered, and the first event of a new matter.
 * The report's id is the client-made key, so that the same report sent twice is taken once.
 */
export async function receive(ctx: Context, said: Said): Promise<{ matter: MatterRow; code: string }> {
  const { matter, report } = await take(ctx, await prepare(ctx, said))
  return { matter, code: report.query_code }
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

type Kept = { said: Said; reportId: string; matterId: string; fingerprint: Buffer }

/** Writes the report with contact sealed and a fresh query code; returns the row as it stands then. */
export function keepReport(ctx: Context, kept: Kept): ReportRow {
  const phone = kept.said.contactPhone ? plainPhone(kept.said.contactPhone) : undefined
  const row = reportRow(ctx, kept, phone)
  const { personalData, district } = ctx
  ctx.send(insertReport, [
    district.id,
    row.id,
    row.matter_id,
    row.subject,
    row.place_id,
    row.door_token,
    row.channel,
    row.words,
    row.photo_ids,
    row.contact_name_sealed,
    row.contact_phone_sealed,
    phone ? personalData.blindIndex(district.id, phoneField, phone) : null,
    row.is_private,
    row.query_code,
    ctx.actor.id ?? null,
    row.received_at,
    row.fingerprint,
  ])
  return row
}

function reportRow(ctx: Context, kept: Kept, phone: string | undefined): ReportRow {
  const { said, reportId, matterId, fingerprint } = kept
  const seal = (field: string, text: string | undefined) =>
    text ? ctx.personalData.seal(ctx.district.id, field, text) : null
  return {
    id: reportId,
    matter_id: matterId,
    subject: said.subject,
    place_id: said.place.id,
    door_token: said.doorToken ?? null,
    channel: said.channel,
    words: said.words.trim(),
    photo_ids: [...said.photoIds],
    contact_name_sealed: seal(nameField, said.contactName?.trim()),
    contact_phone_sealed: seal(phoneField, phone),
    is_private: said.isPrivate,
    query_code: newCode(),
    received_at: ctx.now,
    fingerprint,
    rating: null,
    rating_reasons: [],
    rating_words: '',
    rated_at: null,
    withdrawn_at: null,
  }
}
