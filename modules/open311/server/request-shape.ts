import type { Context } from '#kernel/server/context.ts'
import { isOpen } from '#modules/matters/server/door.ts'
import { basePath } from './discovery.ts'
import type { UsedKey } from './keys.ts'
import { listPosted, type PostedRow } from './queries.ts'
import { listTalk, type RecordRow, type TalkRow } from './record-queries.ts'
import { momentSaid, sentenceOf, standingOf } from './sentences.ts'
import { type Service, servicesOf } from './services.ts'
import { type Fields, list, type List } from './spark.ts'

type How = { key: UsedKey | undefined; extended: boolean }
type Around = How & {
  services: ReadonlyMap<string, Service>
  posted: ReadonlyMap<string, PostedRow>
  talk: ReadonlyMap<string, TalkRow[]>
}

/**
 * Requests as everybody may read them. Words, photos and the exact point are given only of what came through this interface,
 * to the program that sent it, or where its reporters know that they are public.
 */
export async function shapeRequests(ctx: Context, rows: readonly RecordRow[], how: How): Promise<List> {
  const ids = rows.map((row) => row.id)
  const [services, posted, talk] = await Promise.all([
    servicesOf(ctx),
    ctx.db.rows(listPosted, [ctx.district.id, ids]),
    how.extended ? ctx.db.rows(listTalk, [ctx.district.id, ids]) : [],
  ])
  const around: Around = {
    ...how,
    services: new Map(services.map((service) => [service.key, service])),
    posted: new Map(posted.map((row) => [row.matter_id, row])),
    talk: Map.groupBy(talk, (row) => row.matter_id),
  }
  return list(
    'request',
    rows.map((row) => shape(ctx, row, around)),
  )
}

function shape(ctx: Context, row: RecordRow, around: Around): Fields {
  const { language } = ctx.caller
  const service = around.services.get(row.subject)
  const posted = wordsOf(row, around)
  const isDone = !isOpen(row.status)
  return {
    service_request_id: row.number,
    status: isDone ? 'closed' : 'open',
    status_notes:
      row.public_words ?? standingOf(row.status, { ...row, other_number: row.merged_number }, language),
    service_name: service?.[language] ?? row.subject,
    service_code: row.subject,
    description: posted?.description || null,
    agency_responsible: row.organisation_name ?? row.route.areaName,
    service_notice: null,
    requested_datetime: row.received_at.toISOString(),
    updated_datetime: (isDone ? row.status_at : row.updated_at).toISOString(),
    expected_datetime: row.due_at.toISOString(),
    address: addressOf(row, language),
    address_id: String(row.place_id),
    zipcode: null,
    lat: posted?.lat ?? row.lat,
    long: posted?.lon ?? row.lon,
    media_url: posted ? mediaOf(ctx, row, posted) : null,
    ...(around.extended && extensions(ctx, row, { ...around, words: posted })),
  }
}

function wordsOf(row: RecordRow, { posted, key }: Around): PostedRow | undefined {
  const found = posted.get(row.id)
  return found && (found.words_are_public || found.key_id === key?.id) ? found : undefined
}

/** From the finest part to the widest, as the standard has it; in Chinese the other way round, as everybody writes it there. */
const addressOf = ({ place_names: names }: RecordRow, language: 'zh' | 'en'): string | null => {
  if (!names) return null
  return language === 'zh' ? names.join('') : names.toReversed().join(', ')
}

/** A photo that was sent along, by an address of ours that stays; else the link, which we never opened. */
function mediaOf(ctx: Context, row: RecordRow, posted: PostedRow): string | null {
  const [first] = mediaUrls(ctx, row.number, posted)
  return first ?? posted.media_url
}

/** Addresses of ours are for everybody: there are none for photos that are not. */
const mediaUrls = (ctx: Context, number: string, posted: PostedRow): string[] =>
  posted.words_are_public
    ? posted.photo_ids.map((_id, index) => `${ctx.caller.base}${basePath}/media/${number}-${index + 1}.jpg`)
    : []

function extensions(ctx: Context, row: RecordRow, around: Around & { words: PostedRow | undefined }): Fields {
  const { language } = ctx.caller
  const { words } = around
  const talk = around.talk.get(row.id) ?? []
  return {
    ...(words && { attributes: attributesOf(around.services.get(row.subject), words, language) }),
    extended_attributes: {
      detailed_status: row.status,
      outcome: row.outcome,
      level: row.level,
      report_count: row.report_count,
      is_overdue: isOpen(row.status) && row.status !== 'answered' && ctx.now > row.due_at,
      merged_into: row.merged_number,
      ...(words && {
        media_urls: list('media_url', mediaUrls(ctx, row.number, words)),
      }),
    },
    notes: list(
      'note',
      talk.map((each) => ({
        datetime: each.at.toISOString(),
        description: wordsOfTalk(ctx, each, around.services),
        type: each.kind,
      })),
    ),
  }
}

/** What is said to everybody of one event. */
export function wordsOfTalk(ctx: Context, talk: TalkRow, services: ReadonlyMap<string, Service>): string {
  if (talk.kind === 'answered' && talk.public_words) return talk.public_words
  const { language } = ctx.caller
  const due = talk.due_at ? momentSaid(new Date(talk.due_at), ctx.district.timeZone, language) : ''
  const subjectName = services.get(talk.subject ?? '')?.[language] ?? ''
  return sentenceOf({ ...talk, areaName: talk.area_name ?? '', subjectName, due }, language)
}

function attributesOf(service: Service | undefined, { answers }: PostedRow, language: 'zh' | 'en'): List {
  const questions = service?.questions ?? []
  return list(
    'attribute',
    questions.flatMap((question) => {
      const answer = answers[question.code]
      if (answer === undefined) return []
      const given = Array.isArray(answer) ? answer : [answer]
      const names = given.map(
        (key) => question.choices.find((choice) => choice.key === key)?.[language] ?? key,
      )
      return [{ code: question.code, label: question[language], value: names.join(', ') }]
    }),
  )
}
