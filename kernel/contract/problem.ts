/** A failure the caller can act on. Declared once in a contract; thrown from anywhere; its status is written only here. */
export type ProblemText = { readonly zh: string; readonly en: string }

export type ProblemKind = {
  readonly code: string
  readonly status: number
  readonly text: ProblemText
  /** Makes an instance to throw. `details` is sent to the caller: never put personal data there. */
  (details?: ProblemDetails): Problem
}

export type ProblemDetails = Record<string, unknown>

export class Problem extends Error {
  readonly kind: ProblemKind
  readonly details: ProblemDetails
  /** What the command wrote before it refused stays written (a counted failure, an audit entry). */
  keepsWrites = false

  constructor(kind: ProblemKind, details: ProblemDetails) {
    super(kind.text.en)
    this.name = 'Problem'
    this.kind = kind
    this.details = details
  }

  keepingWrites(): this {
    this.keepsWrites = true
    return this
  }
}

/** `code` is `<module>.<what>`; the texts say what to do, in the language of the person. */
export function problem(code: string, status: number, text: ProblemText): ProblemKind {
  const make = (details: ProblemDetails = {}): Problem => new Problem(kind, details)
  const kind: ProblemKind = Object.assign(make, { code, status, text })
  return kind
}

/** What goes over the wire for every failure. */
export type ProblemBody = { code: string; message: string; details: ProblemDetails }
