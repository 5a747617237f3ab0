import type { BodyOf, ParamsOf, QueryOf, ReturnsOf, RouteDeclaration } from '../contract/route.ts'
import type { Context } from './context.ts'

export type Upload = { bytes: Buffer; fileName: string; mediaType: string }

export type Input<R> = { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R>; upload: Upload | undefined }

/** A route with the function that answers it. */
export type Endpoint = {
  readonly route: RouteDeclaration
  readonly run: (ctx: Context, input: Input<unknown>) => Promise<unknown>
}

/** Binds a route to its function; a wrong field in either does not compile. */
export function implement<R extends RouteDeclaration>(
  route: R,
  run: (ctx: Context, input: Input<R>) => Promise<ReturnsOf<R>>,
): Endpoint {
  return { route, run: run }
}

/** The routes of a contract file by name.
 * @internal for what is generated and tested */
export const routesOf = (contract: Record<string, unknown>): Record<string, RouteDeclaration> =>
  Object.fromEntries(
    Object.entries(contract).filter((entry): entry is [string, RouteDeclaration] => isRoute(entry[1])),
  )

const isRoute = (value: unknown): value is RouteDeclaration =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value
