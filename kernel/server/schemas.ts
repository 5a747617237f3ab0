import type { TSchema } from 'typebox'
import type { RouteDeclaration } from '../contract/route.ts'

type Schema = Record<string, unknown>

/** A field nobody declared is a mistake of the caller and is said, not swallowed. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  const isOpenObject =
    parts['type'] === 'object' && parts['properties'] && parts['additionalProperties'] === undefined
  return isOpenObject ? { ...parts, additionalProperties: false } : parts
}

const part = (name: string, schema: TSchema | undefined): Schema => (schema ? { [name]: closed(schema) } : {})

const problemShape = {
  type: 'object',
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    details: { type: 'object', additionalProperties: true },
  },
}

/** Fastify's schema of a route: validation in, serialisation out, and what the API document prints. */
export function schemaOf(route: RouteDeclaration): Schema {
  const statuses = [...new Set((route.problems ?? []).map((kind) => kind.status))]
  const failures = statuses.map((status) => [status, describe(route, status)] as const)
  return {
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    ...(route.permission !== 'public' && { security: [{ session: [] }, { bearer: [] }] }),
    description: `Permission: ${route.permission}. Scope: ${route.scope}.`,
    ...part('params', route.params),
    ...part('querystring', route.query),
    ...part('body', route.body),
    response: { 200: route.returns, ...Object.fromEntries(failures) },
  }
}

function describe(route: RouteDeclaration, status: number): Schema {
  const codes = (route.problems ?? []).filter((kind) => kind.status === status).map((kind) => kind.code)
  return { ...problemShape, description: codes.join(', ') }
}
