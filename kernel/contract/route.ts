import type { Static, TSchema } from 'typebox'
import type { ProblemKind } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * Who may call a route.
 * - `public`: anyone, without signing in.
 * - `signed-in`: any person with a session, for what is their own.
 * - otherwise a permission `<module>.<verb>` that roles are given in policy/roles.ts.
 */
export type Permission = 'public' | 'signed-in' | `${string}.${string}`

/**
 * How far a permission reaches.
 * - `none`: nothing of a district is behind it (public pages, the own session).
 * - `own`: only what belongs to the caller (a session, a receipt held by its code).
 * - `area`: what lies in the areas of the posts that give the permission; the handler must narrow by them.
 * - `district`: everything of the district.
 */
export type Scope = 'none' | 'own' | 'area' | 'district'

export type RouteDeclaration = {
  readonly method: Method
  /** Below /api/v1; parameters as `:name`. */
  readonly path: string
  readonly summary: string
  readonly permission: Permission
  readonly scope: Scope
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  /** A single uploaded file in the part `file`, handed to the handler as a buffer. */
  readonly upload?: { readonly maxBytes: number }
  readonly returns: TSchema
  /**
   * How it answers when not by JSON. `stream`: `returns` is `Streamed`, sent piece by piece while the transaction is open;
   * `redirect`: `returns` is `Redirect`, answered with 303.
   */
  readonly answers?: 'stream' | 'redirect'
  readonly problems?: readonly ProblemKind[]
  /** The answer is not kept for replay: it carries a secret or personal data, and the command is safe to repeat. */
  readonly forgetful?: true
  /** How often one caller may call it: calls a minute of one browser or session; see kernel/server/serve.ts. */
  readonly perMinute?: number
}

/** Declares a route. Leaving out the permission or the scope does not compile. */
export const route = <const R extends RouteDeclaration>(declaration: R): R => declaration

type Shape<S> = S extends TSchema ? Static<S> : Record<string, never>
type Part<R, K extends string> = R extends { readonly [P in K]: infer S } ? S : undefined

export type ParamsOf<R> = Shape<Part<R, 'params'>>
export type QueryOf<R> = Shape<Part<R, 'query'>>
export type BodyOf<R> = Shape<Part<R, 'body'>>
export type ReturnsOf<R> = R extends { readonly returns: infer S extends TSchema } ? Static<S> : never
