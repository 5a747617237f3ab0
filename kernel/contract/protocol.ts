import type { ProblemDetails, ProblemKind } from './problem.ts'

/**
 * One address of a protocol that others have fixed (its paths, formats, errors are not ours to choose): declared like a
 * route, so that it has limits, a district, a transaction and tests over all of them, but it reads and writes bytes.
 */
export type ProtocolDeclaration = {
  readonly method: 'GET' | 'POST'
  /** From the root, outside /api/v1; parameters as `:name`. */
  readonly path: string
  readonly summary: string
  readonly perMinute: number
  /** The largest body taken, in bytes. */
  readonly maxBytes: number
}

export type ProtocolCall = {
  params: Record<string, string>
  query: URLSearchParams
  /** As it came. */
  body: Buffer
  mediaType: string
  language: 'zh' | 'en'
}

export type ProtocolAnswer = {
  status: number
  mediaType: string
  body: string | Uint8Array
  headers?: Record<string, string>
}

/** How the protocol says that something went wrong. */
export type SayFailure = (problem: ProblemKind, call: ProtocolCall, details: ProblemDetails) => ProtocolAnswer
