import type { BodyOf, ParamsOf, QueryOf, ReturnsOf, RouteDeclaration } from '../contract/route.ts'
import type { Context } from './context.ts'
import type { Store } from './store/store.ts'

export type Upload = { bytes: Buffer; fileName: string; mediaType: string }

export type Input<R> = { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R>; upload: Upload | undefined }

/** A route with the function that answers it. */
export type Endpoint = {
  readonly route: RouteDeclaration
  readonly run: (ctx: Context, input: Input<unknown>, ready: unknown) => Promise<unknown>
  readonly first?: First
}

/** What a slow write does before its transaction: nothing of it may hold a connection for long. */
export type First = {
  /** In a short transaction of its own. @returns whether the key is free, or was taken for the same content. */
  reserve(ctx: Context, input: Input<unknown>): Promise<boolean>
  /** Without the database: decoding, writing to the store. */
  prepare(files: Store, key: string, input: Input<unknown>): Promise<unknown>
}

/** Binds a route to its function; a wrong field in either does not compile. */
export function implement<R extends RouteDeclaration>(
  route: R,
  run: (ctx: Context, input: Input<R>) => Promise<ReturnsOf<R>>,
): Endpoint {
  return { route, run: run }
}

/**
 * Binds a route to work in three steps: the key is reserved, the slow part is done while nothing of the database is
 * held, and the last step writes what came of it. A repeat of what was done already gets its answer before the slow part.
 */
export function implementSlowly<R extends RouteDeclaration, Ready>(
  route: R,
  steps: {
    reserve(ctx: Context, input: Input<R>): Promise<boolean>
    prepare(files: Store, key: string, input: Input<R>): Promise<Ready>
    run(ctx: Context, input: Input<R>, ready: Ready): Promise<ReturnsOf<R>>
  },
): Endpoint {
  const { reserve, prepare } = steps
  return {
    route,
    first: { reserve, prepare },
    run: (ctx, input, ready) => steps.run(ctx, input, ready as Ready),
  }
}

/** The routes of a contract file by name.
 * @internal for what is generated and tested */
export const routesOf = (contract: Record<string, unknown>): Record<string, RouteDeclaration> =>
  Object.fromEntries(
    Object.entries(contract).filter((entry): entry is [string, RouteDeclaration] => isRoute(entry[1])),
  )

const isRoute = (value: unknown): value is RouteDeclaration =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value
