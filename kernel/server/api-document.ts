import type { ProblemKind } from '../contract/problem.ts'
import type { RouteDeclaration } from '../contract/route.ts'
import { kernelProblems } from './problems.ts'

type Schema = Record<string, unknown>
type Documented = { schema: Schema; url: string }

const keyHeader = {
  type: 'object',
  required: ['Idempotency-Key'],
  properties: {
    'Idempotency-Key': {
      type: 'string',
      format: 'uuid',
      description: 'Made by the client, best of version 7. The same key with the same content is done once.',
    },
  },
}

/** Which failures of the kernel itself a route can answer with. */
function general(route: RouteDeclaration): ProblemKind[] {
  const writes = route.method !== 'GET'
  const open = route.permission === 'public' || route.permission === 'signed-in'
  return kernelProblems.filter(({ code }) => {
    if (code === 'request.not-found') return false
    if (code.startsWith('request.key-') || code === 'request.origin-refused') return writes
    if (code === 'request.too-large' || code === 'request.media-unsupported') return writes
    if (code === 'session.needed') return route.permission !== 'public'
    return code === 'permission.refused' ? !open : true
  })
}

function failure(problems: readonly ProblemKind[]): Schema {
  return {
    type: 'object',
    description: problems.map(({ code, text }) => `${code}: ${text.en}`).join('\n\n'),
    required: ['code', 'message', 'details'],
    properties: {
      code: { type: 'string', enum: problems.map(({ code }) => code) },
      message: { type: 'string' },
      details: { type: 'object', additionalProperties: true },
    },
  }
}

/** What the API document says of a route besides its shapes: the key of a write, and every failure by its code. */
export function documented(schema: Schema, url: string, route: RouteDeclaration | undefined): Documented {
  if (!route) return { schema, url }
  const byStatus = Map.groupBy([...(route.problems ?? []), ...general(route)], (each) => each.status)
  const failures = [...byStatus].map(([status, problems]) => [status, failure([...new Set(problems)])])
  const response = { ...(schema['response'] as Schema), ...Object.fromEntries(failures) }
  return { url, schema: { ...schema, response, ...(route.method !== 'GET' && { headers: keyHeader }) } }
}
