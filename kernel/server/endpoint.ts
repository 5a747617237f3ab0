import type { BodyOf, ParamsOf, QueryOf, ReturnsOf, RouteDeclaration } from '../contract/route.ts'
import type { Context } from './context.ts'

export type Upload = { bytes: Buffer; fileName: string; mediaType: string }

export type Input<R> = { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R>; upload: Upload | undefined }

/** A route with the function that answers it. */
export type Endpoint = {
  readonly route: RouteDeclaration
  readonly run: (ctx: Context, input: Input<unknown>, ready: unknown) => Promise<unknown>
  readonly ahead?: Ahead
}

/** What is done first, in a transaction of its own; it hands back the slow part, or nothing where the key was used already. */
export type Ahead = (ctx: Context, input: Input<unknown>) => Promise<(() => Promise<unknown>) | undefined>

/** Binds a route to its function; a wrong field in either does not compile. */
export function implement<R extends RouteDeclaration>(
  route: R,
  run: (ctx: Context, input: Input<R>) => Promise<ReturnsOf<R>>,
): Endpoint {
  return { route, run: run }
}

/**
 * For a write that decodes a photo, hashes a password or asks another server. `ahead` reads and writes what it must in a
 * transaction of its own and hands back the slow part, which is done while no connection is held; `run` then gets what came
 * of it. What `ahead` wrote stays, also when the rest fails, and `run` looks again at whatever may have changed meanwhile.
 * Where `ahead` finds that the very same was sent before, it hands back nothing, and the earlier answer is told.
 */
export function implementSlowly<R extends RouteDeclaration, Ready>(
  route: R,
  ahead: (ctx: Context, input: Input<R>) => Promise<(() => Promise<Ready>) | undefined>,
  run: (ctx: Context, input: Input<R>, ready: Ready) => Promise<ReturnsOf<R>>,
): Endpoint {
  return { route, ahead, run: (ctx, input, ready) => run(ctx, input, ready as Ready) }
}

/** The routes of a contract file by name.
 * @internal for what is generated and tested */
export const routesOf = (contract: Record<string, unknown>): Record<string, RouteDeclaration> =>
  Object.fromEntries(
    Object.entries(contract).filter((entry): entry is [string, RouteDeclaration] => isRoute(entry[1])),
  )

const isRoute = (value: unknown): value is RouteDeclaration =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value
