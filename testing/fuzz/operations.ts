import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { type Known, type Schema, valuesOf } from './values.ts'

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }
type Documented = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
type Document = {
  paths: Record<string, Record<string, Documented>>
  components?: { schemas?: Record<string, Schema> }
}

/** One method of one path of the API document. */
export type Operation = {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  documented: Documented
  document: Document
}

export async function readOperations(app: FastifyInstance): Promise<Operation[]> {
  const answer = await app.inject({ method: 'GET', url: '/api/openapi.json' })
  const document = answer.json<Document>()
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase() as Operation['method'],
      path,
      documented,
      document,
    })),
  )
}

export type Sent = { url: string; body: { type: string; payload: string } | undefined }

/** Requests to an operation: most of them nearly right. */
export function requestsTo({ path, documented, document }: Operation, known: Known): fc.Arbitrary<Sent> {
  const resolve = (ref: string): Schema => document.components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}
  const making = { resolve, known }
  const { parameters = [], requestBody } = documented
  const of = (where: Parameter['in']) => parameters.filter((each) => each.in === where)
  const asked = fc.record({
    path: fc.record(
      Object.fromEntries(of('path').map(({ name, schema }) => [name, valuesOf(schema, making)])),
    ),
    query: fc.record(
      Object.fromEntries(of('query').map(({ name, schema }) => [name, valuesOf(schema, making)])),
      {
        requiredKeys: of('query').flatMap(({ name, required }) => (required ? [name] : [])),
      },
    ),
    body: requestBody ? bodies(requestBody.content, making) : fc.constant(undefined),
  })
  return asked.map((each) => ({ url: urlOf(path, each), body: each.body }))
}

type Making = Parameters<typeof valuesOf>[1]

function bodies(content: Record<string, { schema: Schema }>, making: Making): fc.Arbitrary<Sent['body']> {
  const json = content['application/json']
  if (!json)
    return fc.constantFrom({ type: 'multipart/form-data; boundary=x', payload: '--x\r\nbroken' }, undefined)
  const right = valuesOf(json.schema, making).map((value) => ({
    type: 'application/json',
    payload: JSON.stringify(value ?? null),
  }))
  const wrong = fc.constantFrom(
    { type: 'application/json', payload: '{"half":' },
    { type: 'application/json', payload: '' },
    { type: 'application/json', payload: `{"__proto__":{"isAdmin":true}}` },
    { type: 'application/json', payload: '['.repeat(5_000) },
    { type: 'text/plain', payload: 'hello' },
    { type: 'application/x-www-form-urlencoded', payload: 'a=1&b=2' },
  )
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong })
}

/** What stands in an address: lone halves of characters have no form there. */
const written = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return encodeURIComponent(text.toWellFormed())
}

function urlOf(
  path: string,
  asked: { path: Record<string, unknown>; query: Record<string, unknown> },
): string {
  const address = Object.entries(asked.path).reduce(
    (whole, [name, value]) => whole.replace(`{${name}}`, written(value) || '%20'),
    path,
  )
  const query = Object.entries(asked.query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${written(value)}`],
  )
  return query.length > 0 ? `${address}?${query.join('&')}` : address
}

/** The codes the document names for a failure of this status. */
export const codesOf = ({ documented }: Operation, status: number): unknown[] =>
  documented.responses[status]?.content?.['application/json']?.schema.properties?.['code']?.enum ?? []
