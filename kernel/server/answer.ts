import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../contract/problem.ts'
import { callerOf, cookieOptions, fromOwnOrigin, sessionCookie, trustsCookie } from './caller.ts'
import { uniquenessBroken } from './constraints.ts'
import { type Actor, type Caller, type Context, may, visitor } from './context.ts'
import type { Parameter, Statement } from './database.ts'
import type { District } from './districts.ts'
import type { Ahead, Endpoint, Input, Upload } from './endpoint.ts'
import { type Ground, type PermissionsOf, unitOn } from './ground.ts'
import { findEarlier, payloadHash, replay } from './idempotency.ts'
import {
  districtUnknown,
  keyMissing,
  keyReused,
  notAllowed,
  originRefused,
  requestInvalid,
  requestMalformed,
  signInNeeded,
} from './problems.ts'
import type { Static } from 'typebox'
import type { Redirect, Streamed } from '../contract/fields.ts'
import { sendStream } from './send-stream.ts'
import { unsoundAt } from './sound-input.ts'
import { inTransaction, type Sending } from './transaction.ts'

/**
 * Finds who holds the session, with the posts held at `now`. Given by the module that owns accounts. `afterwards` takes a
 * write that belongs to no transaction of the request (that a session is in use); a GET's transaction cannot write.
 */
export type Identify = (
  sending: Sending,
  who: { district: District; sessionHash: Buffer; now: Date; permissionsOf: PermissionsOf },
  afterwards: Afterwards,
) => Promise<Actor | undefined>

type Afterwards = (what: Statement<unknown>, values: readonly Parameter[]) => void

export type Answering = {
  ground: Ground
  identify: Identify
  publicUrl: string | undefined
  sessionSeconds: number
}

type Asked = {
  endpoint: Endpoint
  request: FastifyRequest
  reply: FastifyReply
  caller: Caller
  district: District
  input: Input<unknown>
  /** What the slow part before the transaction came to. */
  ready?: unknown
  afterwards: { what: Statement<unknown>; values: readonly Parameter[] }[]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The way of one request: district and caller, one transaction, actor, permission, input, command, answer. */
export async function answer(
  on: Answering,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const district = await on.ground.districts.ofHost(request.headers.host ?? '')
  if (!district) throw districtUnknown()
  const writes = endpoint.route.method !== 'GET'
  if (writes && trustsCookie(request) && !fromOwnOrigin(request, on.publicUrl)) throw originRefused()
  const asked: Asked = {
    endpoint,
    request,
    reply,
    district,
    caller: callerOf(request, on.ground.personalData, on.publicUrl),
    input: await inputOf(endpoint, request),
    afterwards: [],
  }
  request.district = district.id
  // What one person was told must not be shown to the next from any cache.
  reply.header('cache-control', 'no-store')
  const done = await (writes ? write(on, asked) : read(on, asked))
  await writeAfterwards(on, asked)
  if (done.refusal) throw done.refusal
  if (done.session?.changed) setSession(on, request, reply, done.session.token)
  if (endpoint.route.answers === 'stream') return reply
  return endpoint.route.answers === 'redirect' ? redirect(reply, done.result) : done.result
}

function redirect(reply: FastifyReply, result: unknown): FastifyReply {
  const { location } = result as Static<typeof Redirect>
  return reply.redirect(location, 303)
}

type Done = { result: unknown; refusal?: Problem; session?: { changed: boolean; token: string | undefined } }

async function read(on: Answering, asked: Asked): Promise<Done> {
  return inTransaction(on.ground.pool, 'read', async (sending) => {
    const now = new Date()
    const actor = await identified(on, asked, sending, now)
    mayPass(asked, actor)
    const { ctx } = unitOn(on.ground, { ...asked, actor, now, sending })
    return { result: await sentOrTold(asked, await asked.endpoint.run(ctx, asked.input, undefined)) }
  })
}

/** What fails here has failed nobody: it is told to the operator. */
async function writeAfterwards({ ground }: Answering, { afterwards }: Asked): Promise<void> {
  for (const { what, values } of afterwards)
    await ground.pool
      .query({ name: what.name, text: what.text, values: [...values] })
      .catch((error: unknown) => ground.log.warn({ err: error }, what.name))
}

async function write(on: Answering, asked: Asked): Promise<Done> {
  const { ahead } = asked.endpoint
  if (!ahead) return writeOrRepeat(on, asked)
  const first = await goAhead(on, asked, ahead)
  if (typeof first !== 'function') return first
  return writeOrRepeat(on, { ...asked, ready: await first() })
}

/**
 * The first of the two transactions of a slow write: whether this may be written at all, and what is to be done for it
 * before the second. A key that was used for the same already has its answer.
 */
function goAhead(on: Answering, asked: Asked, ahead: Ahead): Promise<Done | (() => Promise<unknown>)> {
  const { endpoint, caller, district, input } = asked
  return inTransaction(on.ground.pool, 'write', async (sending) => {
    const now = new Date()
    const actor = await identified(on, asked, sending, now)
    mayPass(asked, actor)
    soundKey(caller)
    const unit = unitOn(on.ground, { district, actor, now, caller, sending })
    const slow = await ahead(unit.ctx, input)
    unit.finish()
    if (slow) return slow
    const earlier = await findEarlier(sending, district.id, caller)
    if (!earlier) throw keyReused()
    return { result: replay(earlier, payloadHash(actor, endpoint.route, sent(input))) }
  })
}

function soundKey({ key }: Caller): void {
  if (!key || !uuid.test(key)) throw keyMissing()
}

/** What was done already is refused as a conflict, as no longer allowed, or as done once too often. */
const refusesRepeats = new Set([403, 409, 429])

async function writeOrRepeat(on: Answering, asked: Asked): Promise<Done> {
  try {
    return await writeOnce(on, asked, { lookFirst: false })
  } catch (error) {
    // Repeats are rare, so the key is not looked for before the work: a repeat is told by a uniqueness (of the key, or of
    // what it made: a report's id is its key) or by a refusal (it is accepted already). Then the first answer is there.
    const mayBeRepeat = error instanceof Problem && refusesRepeats.has(error.kind.status)
    if (!mayBeRepeat && uniquenessBroken(error) === undefined) throw error
    return writeOnce(on, asked, { lookFirst: true })
  }
}

function writeOnce(on: Answering, asked: Asked, how: { lookFirst: boolean }): Promise<Done> {
  const { endpoint, caller, district, input } = asked
  return inTransaction(on.ground.pool, 'write', async (sending) => {
    const now = new Date()
    const finding = how.lookFirst ? findEarlierUnlessForgetful(sending, asked) : undefined
    const actor = await identified(on, asked, sending, now)
    mayPass(asked, actor)
    soundKey(caller)
    const hash = payloadHash(actor, endpoint.route, sent(input))
    const earlier = await finding
    if (earlier) return { result: replay(earlier, hash) }
    const unit = unitOn(on.ground, { district, actor, now, caller, sending })
    const result = await runOrRefuse(asked, unit.ctx)
    const refused = result instanceof Problem
    if (refused) {
      unit.finish()
      return { result: undefined, refusal: result }
    }
    const told = await sentOrTold(asked, result)
    const keeps = !endpoint.route.forgetful && !endpoint.route.answers
    unit.finish(keeps ? { hash, answer: told } : undefined)
    return { result: told, session: unit.session }
  })
}

/** A stream is sent while its transaction is open, for it reads as it goes; anything else is told after the commit. */
async function sentOrTold({ endpoint, reply }: Asked, result: unknown): Promise<unknown> {
  if (endpoint.route.answers !== 'stream') return result
  await sendStream(reply, result as Streamed)
  return undefined
}

/** A refusal that keeps its writes is handed on as a value, so that the transaction commits. */
async function runOrRefuse({ endpoint, input, ready }: Asked, ctx: Context): Promise<unknown> {
  try {
    return await endpoint.run(ctx, input, ready)
  } catch (error) {
    if (error instanceof Problem && error.keepsWrites) return error
    throw error
  }
}

function findEarlierUnlessForgetful(sending: Sending, { endpoint, caller, district }: Asked) {
  const sound = caller.key !== undefined && uuid.test(caller.key) && !endpoint.route.forgetful
  const finding = sound ? findEarlier(sending, district.id, caller) : Promise.resolve(undefined)
  finding.catch(() => undefined)
  return finding
}

async function identified(on: Answering, asked: Asked, sending: Sending, now: Date): Promise<Actor> {
  const { sessionHash } = asked.caller
  const { permissionsOf } = on.ground
  const actor =
    sessionHash &&
    (await on.identify(
      sending,
      { district: asked.district, sessionHash, now, permissionsOf },
      (what, values) => void (asked.afterwards = [{ what, values }]),
    ))
  asked.request.actorId = actor?.id
  return actor ?? visitor
}

/** Permission first, then the input: whoever may not call learns nothing about what was wrong with it. */
function mayPass({ endpoint, request, input }: Asked, actor: Actor): void {
  const { permission } = endpoint.route
  if (permission !== 'public') {
    if (actor.kind !== 'person') throw signInNeeded()
    if (permission !== 'signed-in' && !may(actor, permission)) throw notAllowed()
  }
  if (request.validationError) throw requestInvalid(fieldsOf(request.validationError))
  for (const part of ['params', 'query', 'body'] as const) {
    const unsound = unsoundAt(input[part])
    if (unsound)
      throw requestInvalid({ in: part, fields: [{ field: unsound.join('.'), rule: 'characters' }] })
  }
}

/** Enough to mark a form; a body of thousands of mistakes does not get an answer larger than itself. */
const mostComplaints = 20

type AjvComplaint = { instancePath: string; keyword: string; params: Record<string, unknown> }

/** Which fields are wrong and how, without what was typed in them. */
function fieldsOf(error: NonNullable<FastifyRequest['validationError']>): Record<string, unknown> {
  const complaints = (error.validation ?? []) as unknown as AjvComplaint[]
  const fields = complaints.slice(0, mostComplaints).map(({ instancePath, keyword, params }) => {
    const missing = params['missingProperty'] ?? params['additionalProperty']
    const field = [
      ...instancePath.split('/').slice(1),
      ...(typeof missing === 'string' ? [missing] : []),
    ].join('.')
    return { field, rule: keyword, limit: params['limit'] ?? params['allowedValues'] ?? params['format'] }
  })
  return { in: error.validationContext, fields }
}

const sent = ({ params, query, body, upload }: Input<unknown>): object => ({
  params,
  query,
  body,
  ...(upload && { upload: createHash('sha256').update(upload.bytes).digest('hex') }),
})

async function inputOf(endpoint: Endpoint, request: FastifyRequest): Promise<Input<unknown>> {
  const upload =
    endpoint.route.upload && request.isMultipart()
      ? await uploadOf(request, endpoint.route.upload.maxBytes)
      : undefined
  return {
    params: (request.params ?? {}) as never,
    query: (request.query ?? {}) as never,
    body: (endpoint.route.body ? request.body : {}) as never,
    upload,
  }
}

async function uploadOf(request: FastifyRequest, fileSize: number): Promise<Upload | undefined> {
  try {
    const part = await request.file({ limits: { fileSize } })
    return part && { bytes: await part.toBuffer(), fileName: part.filename, mediaType: part.mimetype }
  } catch (error) {
    // What the parser itself says (too large, too many) has a status; a form torn off on the way has none.
    throw error instanceof Error && 'statusCode' in error ? error : requestMalformed()
  }
}

function setSession(
  on: Answering,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string | undefined,
): void {
  if (token) reply.setCookie(sessionCookie, token, cookieOptions(request, on.sessionSeconds))
  else reply.clearCookie(sessionCookie, { path: '/' })
}
