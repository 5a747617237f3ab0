import { createHash, randomInt } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { holdPhotos, holdVoice } from '#modules/files/server/door.ts'
import type { AreaRow } from '#modules/places/server/door.ts'
import { type Channel, type Promised, subjectUnknown } from '../contract.ts'
import { begin } from './act.ts'
import { houseRules, residentRequest } from './house-rules.ts'
import { emailField, nameField, phoneField, plainPhone, tailDigits, tailField } from './contact.ts'
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
  contactEmail?: string | undefined
  isPrivate: boolean
  voiceId?: string | undefined
  /** WGS-84. */
  point?: { lon: number; lat: number } | undefined
  answers?: Record<string, string | string[]> | undefined
  language?: 'zh' | 'en' | undefined
  noticeWay?: string | undefined
  consentVersion?: number | undefined
  byGuardian?: boolean | undefined
  splitFrom?: string | undefined
  receivedBy?: string | undefined
}

// Read aloud and typed by hand: no letters that look alike. 31^10 with a rate limit cannot be guessed.
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const codeLength = 10
export const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')

/** What was typed on a phone with spaces, dashes or in small letters is the same code. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase()

/** Where a matter goes and what is promised; it only waits for its number. */
type Destined = { said: Said; matterId: string; target: Target; promise: Promised; isPublic: boolean }
/** A report that is routed and promised. */
export type Prepared = Destined & { reportId: string; fingerprint: Buffer }

/** When the clock starts, and which matter it was split from; by default now, and none. */
type Origin = { start?: Date; splitFrom?: string }

export async function destine(ctx: Context, said: Said, origin: Origin = {}): Promise<Destined> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const subject = rules.subjects.get(said.subject)
  if (!subject) throw subjectUnknown()
  const target = await routeFor(ctx, said.place, said)
  const promise = await promiseFor(ctx, target.level, origin.start ?? ctx.now)
  const isPublic = !said.isPrivate && subject.mayBePublic
  return { said, matterId: uuidv7(ctx.now), target, promise, isPublic }
}

export async function prepare(ctx: Context, said: Said, origin: Origin = {}): Promise<Prepared> {
  const reportId = ctx.caller.key ?? uuidv7(ctx.now)
  await holdFiles(ctx, reportId, said)
  const destined = await destine(ctx, said, origin)
  return { ...destined, reportId, fingerprint: fingerprintOf(reportId, said) }
}

/** Photos and recording become the report's own. @throws photoMissing, voiceMissing */
export async function holdFiles(
  ctx: Context,
  reportId: string,
  { photoIds, voiceId }: Pick<Said, 'photoIds' | 'voiceId'>,
): Promise<void> {
  await holdPhotos(ctx, photoIds, `report:${reportId}`)
  await holdVoice(ctx, voiceId ? [voiceId] : [], `report:${reportId}`)
}

export type Taken = { matter: MatterRow; report: ReportRow; event: MatterEvent }

/**
 * Numbers a prepared report without a gap and writes it as the first event of a new matter. The counter's row stays
 * locked until the commit, so nothing is asked of the database after this.
 */
export async function take(ctx: Context, prepared: Prepared, origin: Origin = {}): Promise<Taken> {
  const begun = await beginNumbered(ctx, prepared, origin)
  return { ...begun, report: keepReport(ctx, prepared) }
}

/** The first event of a new matter about a report that is, or will be, kept. */
export async function beginNumbered(
  ctx: Context,
  { said, reportId, matterId, target, promise, fingerprint, isPublic }: Prepared,
  { splitFrom }: Origin,
): Promise<{ matter: MatterRow; event: MatterEvent }> {
  const number = await nextNumber(ctx)
  return begin(ctx, matterId, {
    ...target,
    number,
    type: residentRequest,
    subject: said.subject,
    place_id: said.place.id,
    promise,
    is_public: isPublic,
    report_id: reportId,
    fingerprint: fingerprint.toString('hex'),
    channel: said.channel,
    ...(splitFrom && { split_from: splitFrom }),
  })
}

/**
 * Takes a report: routed, promised, numbered, and the first event of a new matter.
 * The report's id is the client-made key, so that the same report sent twice is taken once.
 */
export async function receive(
  ctx: Context,
  said: Said,
): Promise<{ matter: MatterRow; report: ReportRow; code: string }> {
  const { matter, report } = await take(ctx, await prepare(ctx, said))
  return { matter, report, code: report.query_code }
}

async function nextNumber(ctx: Context): Promise<string> {
  const year = dayIn(ctx.district.timeZone, ctx.now).slice(0, 4)
  const taken = await ctx.db.row(takeNumber, [ctx.district.id, `matters ${year}`])
  if (!taken) throw new Error('the counter of matters gave no number')
  return `${year}-${String(taken.value).padStart(6, '0')}`
}

/** Proof of receipt: what was said, without who said it. Stays in the chain when the words are erased one day. */
export const fingerprintOf = (reportId: string, said: Fingerprinted): Buffer =>
  createHash('sha256')
    .update(canonical(saidInFull(reportId, said)))
    .digest()

/** All that the fingerprint of a report covers. */
export function saidInFull(reportId: string, said: Fingerprinted): object {
  const { subject, words, photoIds, place, voiceId, answers } = said
  const more = {
    ...(voiceId && { voiceId }),
    ...(answers && Object.keys(answers).length > 0 && { answers }),
  }
  return { reportId, subject, words: words.trim(), photoIds, place: place.id, ...more }
}

type Fingerprinted = Pick<Said, 'subject' | 'words' | 'photoIds' | 'voiceId' | 'answers'> & {
  place: { id: number }
}

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
    row.taken_by,
    row.received_at,
    row.fingerprint,
    row.voice_id,
    row.lon,
    row.lat,
    JSON.stringify(row.answers),
    row.language,
    row.notice_way,
    row.consent_version,
    row.by_guardian,
    row.split_from,
    row.contact_email_sealed,
    tailIndex(ctx, phone),
    row.received_by,
  ])
  return row
}

function tailIndex({ personalData, district }: Context, phone: string | undefined): Buffer | null {
  if (!phone || phone.length < tailDigits) return null
  return personalData.blindIndex(district.id, tailField, phone.slice(-tailDigits))
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
    contact_email_sealed: seal(emailField, said.contactEmail?.trim()),
    is_private: said.isPrivate,
    query_code: newCode(),
    received_at: ctx.now,
    fingerprint,
    rating: null,
    rating_reasons: [],
    rating_words: '',
    rated_at: null,
    withdrawn_at: null,
    voice_id: said.voiceId ?? null,
    lon: said.point?.lon ?? null,
    lat: said.point?.lat ?? null,
    answers: said.answers ?? {},
    language: said.language ?? ctx.caller.language,
    notice_way: said.noticeWay ?? 'sms',
    consent_version: said.consentVersion ?? null,
    by_guardian: said.byGuardian ?? false,
    urged_at: null,
    split_from: said.splitFrom ?? null,
    erased_at: null,
    received_by: said.receivedBy?.trim() ?? null,
    taken_by: ctx.actor.id ?? null,
  }
}
