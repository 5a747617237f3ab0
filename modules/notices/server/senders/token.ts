/** What a provider gives in exchange for a secret, good for a while. */
export type Tokens = {
  get(): Promise<string>
  /** After the provider refused `stale`: a fresh one, unless another server has fetched it meanwhile. */
  renew(stale: string): Promise<string>
}

export type Fetched = { readonly token: string; readonly seconds: number }

/** The provider gave no token: wrong secret, address not allowed, or a bad day. */
export class TokenRefused extends Error {
  readonly code: string
  constructor(code: string | number) {
    super('no token was given')
    this.name = 'TokenRefused'
    this.code = String(code)
  }
}

/** Calls with a token; once more with a fresh one when the provider no longer knows it. */
export async function withToken<Answer>(
  tokens: Tokens,
  isStale: (answer: Answer) => boolean,
  call: (token: string) => Promise<Answer>,
): Promise<Answer> {
  const token = await tokens.get()
  const answer = await call(token)
  return isStale(answer) ? call(await tokens.renew(token)) : answer
}
