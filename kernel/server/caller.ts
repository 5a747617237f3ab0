import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ceilingOf, networkOf } from './ceiling.ts'
import type { Caller, Language } from './context.ts'
import type { PersonalData } from './personal-data.ts'

export const sessionCookie = 'yige_session'
const deviceCookie = 'yige_device'
const yearSeconds = 365 * 24 * 3600

const languageOf = (header: string | undefined): Language => (/^\s*en\b/i.test(header ?? '') ? 'en' : 'zh')

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]

/** The session token: a bearer header of an API client, or the browser's cookie. */
const sessionToken = (request: FastifyRequest): string | undefined =>
  bearerOf(request) ?? request.cookies[sessionCookie]

const secretLength = 32

/** A session token: a secret with our signature, so that made-up ones are told apart without asking the database. */
export function newSessionToken(personalData: PersonalData): string {
  const secret = randomBytes(24).toString('base64url')
  return `${secret}${personalData.sign('session', secret)}`
}

/** Whether the request carries a session token that we made; it may be over since. */
export function carriesOwnSession(request: FastifyRequest, personalData: PersonalData): boolean {
  const token = sessionToken(request) ?? ''
  return personalData.verifySignature('session', token.slice(0, secretLength), token.slice(secretLength))
}

/**
 * Whether the caller is known only by a cookie, which a foreign page could make the browser send along. Any other
 * Authorization header (a proxy's password, which browsers send along too) does not change that.
 */
export const trustsCookie = (request: FastifyRequest): boolean =>
  bearerOf(request) === undefined && request.cookies[sessionCookie] !== undefined

/** The browser's own random name, if it carries one that we signed. */
export function deviceOf(request: FastifyRequest, personalData: PersonalData): string | undefined {
  const [name, signature] = (request.cookies[deviceCookie] ?? '').split('.')
  if (!name || !signature) return undefined
  return personalData.verifySignature('device', name, signature) ? name : undefined
}

const minuteMs = 60_000

/** How long a browser has had its name. Names from before they told their age are old. */
export function ageOfDevice(name: string, now: number): number {
  const [birth = '', random] = name.split('~')
  return random === undefined ? Infinity : now - Number.parseInt(birth, 36) * minuteMs
}

/** Gives the browser a name of its own, so that limits count browsers and not the one address of a whole building. */
export function nameDevice(request: FastifyRequest, reply: FastifyReply, personalData: PersonalData): void {
  if (deviceOf(request, personalData)) return
  const now = Date.now()
  if (!ceilingOf(personalData).admitsName(networkOf(request.ip), now)) return
  const birth = Math.floor(now / minuteMs).toString(36)
  const name = `${birth}~${randomBytes(12).toString('base64url')}`
  const signed = `${name}.${personalData.sign('device', name)}`
  reply.setCookie(deviceCookie, signed, cookieOptions(request, yearSeconds))
}

export const cookieOptions = (request: FastifyRequest, maxAge: number) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: request.protocol === 'https',
  maxAge,
})

const known = new WeakMap<FastifyRequest, Caller>()

/** Read once a request: limits, logs and the command ask for it. */
export function callerOf(request: FastifyRequest, personalData: PersonalData, publicUrl?: string): Caller {
  const caller = known.get(request) ?? readCaller(request, personalData, publicUrl)
  known.set(request, caller)
  return caller
}

function readCaller(request: FastifyRequest, personalData: PersonalData, publicUrl?: string): Caller {
  const token = sessionToken(request)
  const key = request.headers['idempotency-key']
  return {
    requestId: request.id,
    base: publicUrl ?? `${request.protocol}://${request.headers.host ?? request.hostname}`,
    language: languageOf(request.headers['accept-language']),
    device: deviceOf(request, personalData),
    address: request.ip,
    agent: request.headers['user-agent'] ?? '',
    sessionHash: token ? hashOf(token) : undefined,
    key: typeof key === 'string' ? key.toLowerCase() : undefined,
  }
}

/**
 * Refuses writes that a foreign page caused. The custom Idempotency-Key header already forces a browser to ask first
 * (and we never allow other origins); the Origin header is checked besides, for browsers that send it.
 */
export function fromOwnOrigin(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return true
  const origin = request.headers.origin
  if (origin === undefined) return site === undefined
  if (publicUrl && origin === publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}
