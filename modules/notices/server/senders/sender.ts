import type { Language } from '#kernel/server/context.ts'
import type { Outcome } from '../../contract.ts'

/** One message on its way out. */
export type Message = {
  /** The same at each try: for providers that refuse to deliver one twice. */
  readonly id: string
  readonly kind: string
  /** Phone number, e-mail address, openid or user id. */
  readonly address: string
  readonly language: Language
  readonly title: string
  readonly text: string
  readonly short: string
  /** The values by the names of the kind's fields, for providers that fill in templates of their own. */
  readonly values: Readonly<Record<string, string>>
  /** Who sends it, for ways that hold a whole letter. */
  readonly sign: string
  /** Whole, with https; absent where nothing is to be opened. */
  readonly link: string | undefined
}

/** `again`: whether another try may succeed, and when. */
export type Failure = {
  readonly ok: false
  readonly outcome: Outcome
  readonly again: 'soon' | 'tomorrow' | 'never'
  /** The provider's code; its sentence may quote the address and is left behind. */
  readonly detail: string
}
export type Sent = { readonly ok: true; readonly providerId: string } | Failure

/** A way out of the installation. Never throws for what the provider or the network does. */
export type Sender = {
  readonly kind: string
  send(message: Message): Promise<Sent>
}

/** How long a provider may take; the transaction of the delivery waits for it. */
export const patienceMs = 8_000

export const failed = (
  outcome: Outcome,
  again: Failure['again'],
  detail: string | number | undefined,
): Failure => ({
  ok: false,
  outcome,
  again,
  // Only what looks like a code: anything longer may say to whom.
  detail: String(detail ?? '')
    .replaceAll(/[^\w.:-]/g, '')
    .replaceAll(/\d{7,}/g, '')
    .slice(0, 80),
})

/** What the network did. A mistake of our own is told apart, so that nobody looks for it in the cables. */
export function unreachable(error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const name = error instanceof Error ? error.name : ''
  const isOurs = code === '' && ['TypeError', 'ReferenceError', 'RangeError'].includes(name)
  return failed(isOurs ? 'unexpected' : 'unreachable', 'soon', code || name)
}

/** What providers' codes mean, a table for each; a code nobody knows is tried again a few times. */
export type Meanings = Readonly<Record<string, readonly [Outcome, Failure['again']]>>

export function meaningOf(meanings: Meanings, code: string | number): Failure {
  const [outcome, again] = meanings[String(code)] ?? (['refused', 'soon'] as const)
  return failed(outcome, again, code)
}

/** A template approved by the provider: its code, and the fields it takes in their order. */
export type Template = { readonly code: string; readonly fields: readonly string[] }
export type Templates = Readonly<Record<string, Template>>

export const noTemplate = (kind: string): Failure => failed('template', 'soon', `none:${kind}`)
