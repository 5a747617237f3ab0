import type { BodyOf, Method, ParamsOf, QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import { currentLanguage } from './language.ts'
import { ownProblem, Problem, problemOf } from './problem.ts'
import { uuidv7 } from './uuid.ts'

export const API = '/api/v1'
const LIMIT_MS = 20_000
const RETRY_AFTER_MS = [400, 1600]

/** A route as the web sees it: method and path, with the contract's types and none of its schemas. */
export type Endpoint<R> = { readonly method: Method; readonly path: string; readonly contract?: R }

/*#__NO_SIDE_EFFECTS__*/
export function endpoint<R>(method: Method, path: string): Endpoint<R> {
  return { method, path }
}

type Absent = Record<string, never>
type Part<Name extends string, Value> = [Value] extends [Absent]
  ? { [K in Name]?: undefined }
  : Partial<Value> extends Value
    ? { [K in Name]?: Value | undefined }
    : { [K in Name]: Value }

/** What a route takes. Parts that the contract does not declare must be left out. */
export type CallInput<R> = Part<'params', ParamsOf<R>> & Part<'query', QueryOf<R>> & Part<'body', BodyOf<R>>

export type CallOptions = {
  /** Idempotency key of a write. Give the same one when the same thing is sent again. */
  readonly key?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export type LooseInput = { params?: unknown; query?: unknown; body?: unknown }

/** The address of a call, which is also its name in the cache. */
export function addressOf(path: string, input: LooseInput): string {
  const params = new Map(Object.entries(input.params ?? {}))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params.get(name))))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return API + filled + (text ? `?${text}` : '')
}

/** An abort signal that also fires after 20 s; AbortSignal.any is too new for the phones in use. */
function limited(outer: AbortSignal | undefined) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort('timeout'), LIMIT_MS)
  const abort = () => controller.abort()
  if (outer?.aborted) abort()
  outer?.addEventListener('abort', abort)
  const done = () => {
    clearTimeout(timer)
    outer?.removeEventListener('abort', abort)
  }
  return { signal: controller.signal, done, ranOut: () => controller.signal.reason === 'timeout' }
}

declare global {
  interface Window {
    /** What the page's HTML asked for before any code ran; see apps/build/shell-html.ts. */
    yigeEarly?: { address: string; answer: Promise<Response> } | undefined
  }
}

/** The answer to what the HTML asked for, taken once; a failed one is asked again in the usual way. */
async function earlyAnswer(address: string, method: string | undefined): Promise<Response | undefined> {
  const early = window.yigeEarly
  if (method !== 'GET' || early?.address !== address) return undefined
  window.yigeEarly = undefined
  const response = await early.answer.catch(() => undefined)
  if (response?.ok) return response
  // Read to nothing, or the browser keeps the connection waiting for a reader.
  void response?.body?.cancel()
  return undefined
}

async function once(address: string, init: RequestInit, outer: AbortSignal | undefined): Promise<unknown> {
  const limit = limited(outer)
  try {
    const response =
      (await earlyAnswer(address, init.method)) ??
      (await fetch(address, { ...init, signal: limit.signal, credentials: 'same-origin' }))
    if (!response.ok) throw await problemOf(response)
    if (response.status === 204) return undefined
    return await response.json()
  } catch (error) {
    if (error instanceof Problem || outer?.aborted) throw error
    throw ownProblem(limit.ranOut() ? 'timeout' : error instanceof SyntaxError ? 'unreadable' : 'network')
  } finally {
    limit.done()
  }
}

const mayPass = (error: unknown) => error instanceof Problem && [0, 502, 503, 504].includes(error.status)

/** Sends, and sends again up to twice when no answer came: the key makes that safe for writes. */
export async function request(address: string, init: RequestInit, signal?: AbortSignal): Promise<unknown> {
  for (const wait of RETRY_AFTER_MS) {
    try {
      return await once(address, init, signal)
    } catch (error) {
      if (!mayPass(error) || signal?.aborted) throw error
      await new Promise((resume) => setTimeout(resume, wait))
    }
  }
  return once(address, init, signal)
}

/** The call without the contract's types, for what was stored and is sent later. */
export function callLoosely(
  { method, path }: { method: Method; path: string },
  input: LooseInput,
  options: CallOptions = {},
): Promise<unknown> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  }
  const init: RequestInit = { method, headers }
  if (method !== 'GET') headers['Idempotency-Key'] = options.key ?? uuidv7()
  if (input.body !== undefined) {
    headers['Content-Type'] = 'application/json'
    init.body = JSON.stringify(input.body)
  }
  return request(addressOf(path, input), init, options.signal)
}

/** Calls a route of the contract. @throws Problem with a message in the person's language. */
export function call<R>(
  target: Endpoint<R>,
  input: CallInput<R>,
  options?: CallOptions,
): Promise<ReturnsOf<R>> {
  // The server cuts every response by the contract's output schema, so the type holds on the wire.
  return callLoosely(target, input, options) as Promise<ReturnsOf<R>>
}
