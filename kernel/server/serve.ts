import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { Problem, type ProblemBody, type ProblemKind } from '../contract/problem.ts'
import type { RouteDeclaration } from '../contract/route.ts'
import { answer, type Answering } from './answer.ts'
import { documented } from './api-document.ts'
import { callerOf, carriesOwnSession, sessionCookie } from './caller.ts'
import { databaseIsAway, problemOfConstraint, problemOfValue } from './constraints.ts'
import type { Endpoint } from './endpoint.ts'
import { holdCeiling } from './hold-ceiling.ts'
import { measureRequests } from './metrics.ts'
import {
  bodyTooLarge,
  databaseAway,
  mediaUnsupported,
  notFound,
  requestInvalid,
  requestMalformed,
  serverError,
  tooMany,
} from './problems.ts'
import { type ProtocolEndpoint, serveProtocols } from './protocol.ts'
import { schemaOf } from './schemas.ts'

declare module 'fastify' {
  interface FastifyRequest {
    district: number | undefined
    actorId: string | undefined
  }
}

export const apiBase = '/api/v1'

export type Serving = Answering & {
  endpoints: readonly Endpoint[]
  protocols: readonly ProtocolEndpoint[]
  trustProxy: number
  version: string
}

/** The HTTP side of the product. Only routes that come from a contract are served under the API's path. */
export async function serve(serving: Serving): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    loggerInstance: serving.ground.log,
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    trustProxy: (_address, hop) => hop < serving.trustProxy,
    bodyLimit: 256 * 1024,
    // A whole request, photo and slow network included: who sends a byte now and then does not hold a connection.
    requestTimeout: 300_000,
    frameworkErrors: (_error, request, reply) =>
      void (reply as FastifyReply).code(400).send(bodyOf(requestMalformed(), request)),
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: true } },
  }
  const app = fastify(options)
  app.decorateRequest('district', undefined)
  app.decorateRequest('actorId', undefined)
  await app.register(cookie)
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginEmbedderPolicy: false })
  await app.register(multipart, { limits: { fileSize: 12 * 1024 * 1024, files: 1, fields: 0 } })
  holdCeiling(app, serving.ground.personalData)
  await limitRates(app, serving)
  await describeApi(app, serving.version)
  measureRequests(app)
  logRequests(app)
  handleFailures(app)
  refuseUndeclared(app, serving)
  await app.register(async (api) => addRoutes(api, serving), { prefix: apiBase })
  await serveProtocols(app, serving, serving.protocols)
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  app.get('/healthz', { schema: { hide: true } }, () => ({ alive: true }))
  return app
}

/** The API document at /api/openapi.json is printed from the contracts. */
async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: documentHead(version),
    transform: ({ schema, url, route }) =>
      documented(schema as never, url, (route.config as { route?: RouteDeclaration } | undefined)?.route),
  })
}

const documentHead = (version: string) => ({
  openapi: '3.1.0',
  components: {
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie', name: sessionCookie },
      bearer: { type: 'http' as const, scheme: 'bearer' },
    },
  },
  info: {
    title: 'Yige',
    version,
    description:
      'Every writing request carries an Idempotency-Key header (a UUID, best of version 7). Failures have the shape {code, message, details}.',
  },
})

/** Whoever adds a route below the API's path, now or later, must have it from a contract. */
function refuseUndeclared(app: FastifyInstance, serving: Serving): void {
  const ours = new Set<RouteDeclaration>(serving.endpoints.map((endpoint) => endpoint.route))
  app.addHook('onRoute', (options) => {
    if (!options.url.startsWith(`${apiBase}/`)) return
    const from = (options.config as { route?: RouteDeclaration } | undefined)?.route
    if (!from || !ours.has(from)) throw new Error(`${options.url} is not declared in a contract`)
  })
}

function addRoutes(api: FastifyInstance, serving: Serving): void {
  for (const endpoint of serving.endpoints) {
    const { route } = endpoint
    api.route({
      method: route.method,
      url: route.path,
      schema: schemaOf(route),
      attachValidation: true,
      bodyLimit: route.upload?.maxBytes ?? 256 * 1024,
      config: { route, rateLimit: { max: route.perMinute ?? 600, timeWindow: 60_000 } } as never,
      handler: (request, reply) => answer(serving, endpoint, request, reply),
    })
  }
}

/** An address may stand for a whole building: it alone counts only for callers without a session or a named browser. */
async function limitRates(app: FastifyInstance, serving: Serving): Promise<void> {
  const { personalData } = serving.ground
  await app.register(rateLimit, {
    global: false,
    keyGenerator(request: FastifyRequest) {
      const { sessionHash, device, address } = callerOf(request, personalData, serving.publicUrl)
      const route = request.routeOptions.url ?? ''
      // A made-up session is none: otherwise a new one for each call would escape every limit.
      if (sessionHash && carriesOwnSession(request, personalData))
        return `${route} s${sessionHash.toString('base64url')}`
      return device ? `${route} d${device}` : `${route} a${address}`
    },
    errorResponseBuilder: (_request: FastifyRequest, context: { ttl: number }) =>
      tooMany({ retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
    hook: 'preHandler',
  } as never)
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, never the address itself: codes and tokens in it are secrets.
    request.log.info({
      route: `${request.method} ${request.routeOptions.url ?? '-'}`,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      district: request.district,
      actor: request.actorId,
    })
  })
}

function handleFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const found = error instanceof Problem ? error : problemBehind(error)()
    if (found.kind.status >= 500) request.log.error({ err: error, route: request.routeOptions.url })
    else if (problemOfValue(error))
      request.log.warn({ refusedByDatabase: 'code' in error && error.code, route: request.routeOptions.url })
    const { retryAfterSeconds } = found.details
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds)
    return reply.code(found.kind.status).send(bodyOf(found, request))
  })
  app.setNotFoundHandler((request, reply) => reply.code(404).send(bodyOf(notFound(), request)))
}

export function bodyOf(found: Problem, request: FastifyRequest): ProblemBody {
  const language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
  return { code: found.kind.code, message: found.kind.text[language], details: found.details }
}

function problemBehind(error: FastifyError): ProblemKind {
  const known = problemOfConstraint(error) ?? problemOfValue(error)
  if (known) return known
  if (databaseIsAway(error)) return databaseAway
  if (error.validation) return requestInvalid
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') return bodyTooLarge
  if (error.statusCode === 415) return mediaUnsupported
  if (error.statusCode === 429) return tooMany
  if (error.statusCode === 404) return notFound
  if (error.statusCode && error.statusCode < 500) return requestMalformed
  return serverError
}
