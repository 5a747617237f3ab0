import { randomBytes } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { ProblemBody } from '#kernel/contract/problem.ts'
import type { BodyOf, ParamsOf, QueryOf, ReturnsOf, RouteDeclaration } from '#kernel/contract/route.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { demoPassword } from '#modules/people/server/door.ts'
import { signIn } from '#modules/people/contract.ts'

/** A refusal as the caller of a route gets it; `code` is the problem's name. */
class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(status: number, { code, message, details }: ProblemBody) {
    super(`${status} ${code}: ${message}`)
    this.status = status
    this.code = code
    this.details = details
  }
}

type Options = { key?: string | undefined; headers?: Record<string, string> }
type Given<Name extends string, Shape> =
  Record<string, never> extends Shape ? { [Key in Name]?: Shape } : { [Key in Name]: Shape }
/** What a call of the route must be given: a missing part does not compile. */
export type Calling<R extends RouteDeclaration> = Given<'params', ParamsOf<R>> &
  Given<'query', QueryOf<R>> &
  Given<'body', BodyOf<R>> &
  Options
/** Anything at all, right or wrong. */
export type Loose = { params?: object; query?: object; body?: unknown; file?: SentFile } & Options

/** One file as the browser's form sends it. */
export type SentFile = { name: string; bytes: Buffer }
function formOf({ name, bytes }: SentFile): { payload: Buffer; type: string } {
  const border = `----yige${randomBytes(8).toString('hex')}`
  const head = `--${border}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${border}--\r\n`)]),
    type: `multipart/form-data; boundary=${border}`,
  }
}

export type Answer = { status: number; body: unknown; response: LightMyRequestResponse }

const addressOf = (path: string, params: object): string =>
  Object.entries(params).reduce(
    (address, [name, value]) => address.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  )

/** What an answer says: JSON read, anything else (a file, nothing at all) as its text. */
function bodyOf(response: LightMyRequestResponse): unknown {
  return /json/.test(String(response.headers['content-type'])) ? response.json() : response.body
}

/** One browser: its own name, its own cookies, and who is signed in with it. */
export class Caller {
  readonly login: string | undefined
  readonly device: string
  host: string
  session: string | undefined
  readonly #app: FastifyInstance
  #signingIn: Promise<unknown> | undefined

  constructor(app: FastifyInstance, who: { host: string; device: string; login: string | undefined }) {
    this.#app = app
    this.host = who.host
    this.device = who.device
    this.login = who.login
  }

  /** @throws Refusal */
  async calls<R extends RouteDeclaration>(route: R, given: Calling<R>): Promise<ReturnsOf<R>> {
    const { status, body } = await this.asks(route, given)
    if (status >= 300) throw new Refusal(status, body as ProblemBody)
    return body as ReturnsOf<R>
  }

  /** The answer whatever it is. A writing request gets a key of its own unless one is given. */
  async asks(route: RouteDeclaration, given: Loose = {}): Promise<Answer> {
    if (this.login && !this.session) await this.signsIn()
    const { params = {}, query = {}, body, file, headers = {} } = given
    const form = file && formOf(file)
    const key = 'key' in given ? given.key : uuidv7()
    const response = await this.#app.inject({
      method: route.method,
      url: `/api/v1${addressOf(route.path, params)}`,
      query: query as Record<string, string>,
      headers: {
        ...this.#headers(),
        ...(key && { 'idempotency-key': key }),
        ...(form && { 'content-type': form.type }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
      ...(form && { payload: form.payload }),
    })
    return { status: response.statusCode, body: bodyOf(response), response }
  }

  /** Sends one file, under a key of its own unless one is given. */
  uploads(route: RouteDeclaration, { key, ...file }: SentFile & { key?: string }): Promise<Answer> {
    return this.asks(route, { file, key: key ?? uuidv7() })
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.#app.inject({ method: 'GET', url, headers: this.#headers() })
  }

  /** Signs in once, with the password all invented people share unless another is given. */
  async signsIn(password: string = demoPassword): Promise<void> {
    this.#signingIn ??= this.#signIn(password)
    await this.#signingIn
  }

  async #signIn(password: string): Promise<void> {
    const response = await this.#app.inject({
      method: 'POST',
      url: `/api/v1${signIn.path}`,
      headers: { ...this.#headers(), 'idempotency-key': uuidv7() },
      payload: { login: this.login, password },
    })
    if (response.statusCode !== 200) throw new Refusal(response.statusCode, response.json())
    this.session = response.cookies.find((cookie) => cookie.name === 'yige_session')?.value
  }

  #headers(): Record<string, string> {
    const cookies = [`yige_device=${this.device}`, ...(this.session ? [`yige_session=${this.session}`] : [])]
    return { host: this.host, cookie: cookies.join('; ') }
  }
}
