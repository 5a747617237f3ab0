import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../contract/problem.ts'
import type { ProtocolAnswer, ProtocolCall, ProtocolDeclaration, SayFailure } from '../contract/protocol.ts'
import type { Answering } from './answer.ts'
import { callerOf } from './caller.ts'
import { type Context, visitor } from './context.ts'
import { problemOfConstraint, problemOfValue } from './constraints.ts'
import { unitOn } from './ground.ts'
import { bodyTooLarge, districtUnknown, serverError, tooMany } from './problems.ts'
import { inTransaction } from './transaction.ts'
import { uuidv7 } from './uuid.ts'

/** A protocol's address with the function that answers it, as the visitor: who may do more says so within the protocol. */
export type ProtocolEndpoint = {
  readonly declaration: ProtocolDeclaration
  readonly run: (ctx: Context, call: ProtocolCall) => Promise<ProtocolAnswer>
  readonly failed: SayFailure
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
      const { retryAfterSeconds } = error instanceof Problem ? error.details : {}
      if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds)
      void send(reply, failed(kind, callOf(request)))
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

function callOf(request: FastifyRequest): ProtocolCall {
  const [, search = ''] = request.url.split('?', 2)
  return {
    params: (request.params ?? {}) as Record<string, string>,
    query: new URLSearchParams(search),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    mediaType: request.headers['content-type'] ?? '',
  }
}

async function answerProtocol(
  on: Answering,
  { declaration, run }: ProtocolEndpoint,
  request: FastifyRequest,
): Promise<ProtocolAnswer> {
  const district = await on.ground.districts.ofHost(request.headers.host ?? '')
  if (!district) throw districtUnknown()
  request.district = district.id
  // What is made has an id of its own: these protocols know no idempotency key.
  const caller = { ...callerOf(request, on.ground.personalData, on.publicUrl), key: uuidv7() }
  const mode = declaration.method === 'GET' ? 'read' : 'write'
  return inTransaction(on.ground.pool, mode, async (sending) => {
    const unit = unitOn(on.ground, { district, actor: visitor, now: new Date(), caller, sending })
    const answer = await run(unit.ctx, callOf(request))
    if (mode === 'write') unit.finish()
    return answer
  })
}

function send(reply: FastifyReply, { status, mediaType, body, headers }: ProtocolAnswer): FastifyReply {
  if (headers) reply.headers(headers)
  return reply.code(status).type(mediaType).send(body)
}
