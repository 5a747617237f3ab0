import { createHash } from 'node:crypto'
import type { ProblemKind } from '#kernel/contract/problem.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { ProtocolCall } from '#kernel/contract/protocol.ts'
import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { answerMissing } from '#modules/matters/contract.ts'
import { answersTo, holderName, type MatterRow, receive, type Said } from '#modules/matters/server/door.ts'
import {
  descriptionTooLong,
  emailWrong,
  mediaUrlWrong,
  phoneWrong,
  requestIdReused,
  serviceMissing,
  serviceUnknown,
  valueTooLong,
} from '../contract.ts'
import { refuseAny } from './failures.ts'
import { countUse, type UsedKey } from './keys.ts'
import { attributesIn, one, type Sent, sentIn } from './parameters.ts'
import { keepPhotos, type ReadyPhotos } from './photos.ts'
import * as queries from './queries.ts'
import { momentSaid } from './sentences.ts'
import { type Service, servicesOf, typeOf } from './services.ts'
import { interfaceSetting } from './settings.ts'
import { list, type List } from './spark.ts'
import { newToken } from './tokens.ts'
import { placeOf, type Where, whereIn } from './where.ts'

type Asked = {
  service: Service
  where: Where
  description: string
  mediaUrl: string | undefined
  name: string | undefined
  phone: string | undefined
  email: string | undefined
  answers: Record<string, string | string[]>
  clientId: string | undefined
}

/**
 * POST requests: a report like any other, routed and promised by the same rules. Sent again with the same `client_request_id`,
 * or word for word within ten minutes, it is taken once and answered as before.
 */
export async function takeRequest(ctx: Context, call: ProtocolCall, ready: ReadyPhotos): Promise<List> {
  const sent = await sentIn(call)
  const key = await countUse(ctx, sent, 'post')
  const asked = await askedFor(ctx, sent)
  const hash = hashOf(sent)
  const earlier = await findEarlier(ctx, key, { clientId: asked.clientId, hash })
  if (earlier) return answerAgain(ctx, earlier, asked.service)

  const { matter, code } = await receive(ctx, await saidIn(ctx, asked, await keepPhotos(ctx, ready)))
  const token = newToken()
  const reportId = ctx.caller.key
  ctx.send(queries.insertRequest, [
    ctx.district.id,
    reportId,
    key.id,
    token,
    asked.clientId ?? null,
    hash,
    [...asked.description].length,
    asked.mediaUrl ?? null,
    ctx.now,
  ])
  ctx.audit('open311.posted', matter.id, { keyId: key.id, reportId })
  return answer(ctx, { matter, code, token, service: asked.service })
}

/** The report that is made of it; its id is the key that the call was given. */
async function saidIn(ctx: Context, asked: Asked, photoIds: string[]): Promise<Said> {
  const { place, doorToken } = await placeOf(ctx, asked.where)
  return {
    place,
    doorToken,
    channel: 'api',
    subject: asked.service.key,
    words: wordsOf(asked),
    photoIds,
    contactName: asked.name,
    contactPhone: asked.phone,
    contactEmail: asked.email,
    isPrivate: false,
    point: asked.where.point,
    answers: asked.answers,
  }
}

const longest = { description: 4000, mediaUrl: 500, address: 200, name: 40, email: 200, clientId: 100 }

async function askedFor(ctx: Context, sent: Sent): Promise<Asked> {
  const code = one(sent, 'service_code')
  if (!code) throw serviceMissing()
  const service = (await servicesOf(ctx)).find((each) => each.key === code)
  if (!service) throw serviceUnknown()
  const problems: ProblemKind[] = []
  const plain = plainIn(sent, problems)
  const where = whereIn(sent, problems)
  const { answers, left } = await answersIn(ctx, service, sent)
  if (left) problems.push(answerMissing)
  refuseAny(problems, left ?? {})
  return { service, where, answers, ...plain }
}

/** What needs nothing but a look at the value itself. */
function plainIn(sent: Sent, problems: ProblemKind[]) {
  const description = (one(sent, 'description') ?? '').replaceAll('\r\n', '\n')
  if ([...description].length > longest.description) problems.push(descriptionTooLong)
  const mediaUrl = one(sent, 'media_url')
  if (mediaUrl && !isWebAddress(mediaUrl)) problems.push(mediaUrlWrong)
  const [phone, email] = [one(sent, 'phone'), one(sent, 'email')]
  if (phone && !/^[0-9+() -]{5,24}$/.test(phone)) problems.push(phoneWrong)
  if (email && !(email.length <= longest.email && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)))
    problems.push(emailWrong)
  const name = nameOf(one(sent, 'first_name') ?? '', one(sent, 'last_name') ?? '')
  const clientId = one(sent, 'client_request_id')
  const address = one(sent, 'address_string') ?? ''
  if (
    name.length > longest.name ||
    (clientId ?? '').length > longest.clientId ||
    address.length > longest.address
  )
    problems.push(valueTooLong)
  return { description, mediaUrl, phone, email, name: name || undefined, clientId }
}

export const isWebAddress = (text: string): boolean =>
  text.length <= longest.mediaUrl && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)

/** 王 and 芳 are 王芳, John and Smith are John Smith. */
const nameOf = (first: string, last: string): string =>
  /\p{Script=Han}/u.test(first + last) ? `${last}${first}` : `${first} ${last}`.trim()

async function answersIn(ctx: Context, service: Service, sent: Sent) {
  try {
    return { answers: await answersTo(ctx, service.key, attributesIn(sent)), left: undefined }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== answerMissing) throw error
    return { answers: {}, left: error.details }
  }
}

/** What staff read: the description, below it what was sent besides and has no place of its own. A link is text; nobody opens it for them. */
function wordsOf({ description, where, mediaUrl }: Asked): string {
  const below = [
    ...(where.address ? [`地址：${where.address}`] : []),
    ...(mediaUrl ? [`照片链接：${mediaUrl}`] : []),
  ]
  return [...(description ? [description] : []), ...below].join('\n')
}

/** What was sent, whatever the order; the key is not part of it. */
export function hashOf(sent: Sent): Buffer {
  const values = [...sent.values]
    .filter(([name]) => name !== 'api_key')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(JSON.stringify(values))
  for (const { bytes } of sent.photos) hash.update(createHash('sha256').update(bytes).digest())
  return hash.digest()
}

const sameAgainMs = 10 * 60_000

async function findEarlier(
  ctx: Context,
  key: UsedKey,
  { clientId, hash }: { clientId: string | undefined; hash: Buffer },
): Promise<string | undefined> {
  if (clientId) {
    const known = await ctx.db.row(queries.findByClientId, [ctx.district.id, key.id, clientId])
    if (known && !known.content_hash.equals(hash)) throw requestIdReused()
    return known?.report_id
  }
  const since = new Date(ctx.now.getTime() - sameAgainMs)
  return (await ctx.db.row(queries.findByContent, [ctx.district.id, key.id, hash, since]))?.report_id
}

async function answerAgain(ctx: Context, reportId: string, service: Service): Promise<List> {
  const posted = await ctx.db.row(queries.findPosted, [ctx.district.id, reportId])
  if (!posted) throw new Error('a posted request is gone')
  const { token, query_code: code, ...matter } = posted
  return answer(ctx, { matter, code, token, service })
}

type Told = Pick<MatterRow, 'number' | 'due_at' | 'organisation_id' | 'route'>

async function answer(
  ctx: Context,
  { matter, code, token, service }: { matter: Told; code: string; token: string; service: Service },
): Promise<List> {
  const type = typeOf(service, await readSetting(ctx, interfaceSetting))
  return list('request', [
    {
      ...(type === 'realtime' && { service_request_id: matter.number }),
      ...(type === 'batch' && { token }),
      service_notice: await noticeOf(ctx, matter, code),
      account_id: null,
    },
  ])
}

/** Who answers and by when, and where the reporter sees how it goes, rates and reopens. */
async function noticeOf(ctx: Context, matter: Told, code: string): Promise<string> {
  const { language, base } = ctx.caller
  const holder = await holderName(ctx, matter)
  const due = momentSaid(matter.due_at, ctx.district.timeZone, language)
  const page = `${base}/r/${code}`
  return language === 'zh'
    ? `已收到。${holder}将在${due}前答复。查看进展和评价：${page}`
    : `It was received. ${holder} answers by ${due}. Progress and rating: ${page}`
}
