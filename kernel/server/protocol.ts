import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../contract/problem.ts'
import type { ProtocolAnswer, ProtocolCall, ProtocolDeclaration, SayFailure } from '../contract/protocol.ts'
import type { Answering } from './answer.ts'
import { callerOf } from './caller.ts'
import { type Context, visitor } from './context.ts'
import { problemOfConstraint, problemOfValue } from './constraints.ts'
import { filesOf, unitOn } from './ground.ts'
import { bodyTooLarge, districtUnknown, serverError, tooMany } from './problems.ts'
import type { District } from './districts.ts'
import type { Store } from './store/store.ts'
import { inTransaction } from './transaction.ts'
import { uuidv7 } from './uuid.ts'

/** A protocol's address with the function that answers it, as the visitor: who may do more says so within the protocol. */
export type ProtocolEndpoint = {
  readonly declaration: ProtocolDeclaration
  readonly run: (ctx: Context, call: ProtocolCall, ready: unknown) => Promise<ProtocolAnswer>
  readonly failed: SayFailure
  /** For calls that bring something slow (a photo to decode): what is done before their transaction. */
  readonly first?: (call: ProtocolCall) => SlowPart | undefined
}

type SlowPart = {
  /** In a short transaction of its own: whether the caller may at all, and ids for what will be made. */
  reserve(ctx: Context): Promise<string[]>
  /** Without the database. */
  prepare(files: Store, ids: readonly string[]): Promise<unknown>
}

/** Serves addresses of outside protocols: one transaction each, failures said in the protocol's own words. */
export async function serveProtocols(
  app: FastifyInstance,
  on: Answering,
  endpoints: readonly ProtocolEndpoint[],
): Promise<void> {
  await app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const endpoint of endpoints) addEndpoint(own, on, endpoint)
  })
}

function addEndpoint(own: FastifyInstance, on: Answering, endpoint: ProtocolEndpoint): void {
  const { declaration, failed } = endpoint
  own.route({
    method: declaration.method,
    url: declaration.path,
    bodyLimit: declaration.maxBytes,
    schema: { hide: true } as never,
    config: { rateLimit: { max: declaration.perMinute, timeWindow: 60_000 } } as never,
    errorHandler: (error, request, reply): void => {
      const kind = problemBehind(error, request)
      const details = error instanceof Problem ? error.details : {}
      const { retryAfterSeconds } = details
      if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds)
      void send(reply, failed(kind, callOf(on, request), details))
    },
    handler: async (request, reply) => send(reply, await answerProtocol(on, endpoint, request)),
  })
}

function problemBehind(error: Error & { statusCode?: number }, request: FastifyRequest) {
  if (error instanceof Problem) return error.kind
  if (error.statusCode === 413) return bodyTooLarge
  if (error.statusCode === 429) return tooMany
  const known = problemOfConstraint(error) ?? problemOfValue(error)
  if (known) return known
  request.log.error({ err: error, route: request.routeOptions.url })
  return serverError
}

function callOf(on: Answering, request: FastifyRequest): ProtocolCall {
  const mark = request.url.indexOf('?')
  return {
    params: (request.params ?? {}) as Record<string, string>,
    query: new URLSearchParams(mark < 0 ? '' : request.url.slice(mark + 1)),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    mediaType: request.headers['content-type'] ?? '',
    language: callerOf(request, on.ground.personalData, on.publicUrl).language,
  }
}

async function answerProtocol(
  on: Answering,
  { declaration, run, first }: ProtocolEndpoint,
  request: FastifyRequest,
): Promise<ProtocolAnswer> {
  const district = await on.ground.districts.ofHost(request.headers.host ?? '')
  if (!district) throw districtUnknown()
  request.district = district.id
  const call = callOf(on, request)
  const asked = { on, district, request, mode: declaration.method === 'GET' ? 'read' : 'write' } as const
  const slow = first?.(call)
  const ids = slow && (await within(asked, (ctx) => slow.reserve(ctx)))
  const ready = slow && ids && (await slow.prepare(filesOf(on.ground, district), ids))
  return within(asked, (ctx) => run(ctx, call, ready))
}

type Asked = { on: Answering; district: District; request: FastifyRequest; mode: 'read' | 'write' }

function within<Result>(
  { on, district, request, mode }: Asked,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  // What is made has an id of its own: these protocols know no idempotency key.
  const caller = { ...callerOf(request, on.ground.personalData, on.publicUrl), key: uuidv7() }
  return inTransaction(on.ground.pool, mode, async (sending) => {
    const unit = unitOn(on.ground, { district, actor: visitor, now: new Date(), caller, sending })
    const result = await work(unit.ctx)
    if (mode === 'write') unit.finish()
    return result
  })
}

function send(reply: FastifyReply, { status, mediaType, body, headers }: ProtocolAnswer): FastifyReply {
  if (headers) reply.headers(headers)
  return reply.code(status).type(mediaType).send(body)
}
