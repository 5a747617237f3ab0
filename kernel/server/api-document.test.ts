import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Parameter = { name: string; in: string; required?: boolean; schema?: { format?: string } }
type Response = { description: string; content?: Record<string, { schema: Schema }> }
type Schema = { properties?: { code?: { enum?: string[] } } }
type Operation = {
  parameters?: Parameter[]
  responses: Record<string, Response>
  security?: Record<string, string[]>[]
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: object }
}

const read = async () => (await world.browser().get('/api/openapi.json')).json<Document>()

describe('the API document', () => {
  it('demands a key of every write, as a header', async () => {
    const { paths } = await read()
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { parameters = [] }] of Object.entries(methods)) {
        const key = parameters.find((each) => each.in === 'header' && /^idempotency-key$/i.test(each.name))
        expect(key !== undefined, `${method} ${path}`).toBe(method !== 'get')
        if (key) expect([key.required, key.schema?.format]).toEqual([true, 'uuid'])
      }
  })

  it('names every parameter of a path, and every failure by its codes', async () => {
    const { paths } = await read()
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => name ?? '')
        .toSorted((one, other) => (one < other ? -1 : 1))
      for (const [method, { parameters = [], responses }] of Object.entries(methods)) {
        const inPath = parameters.filter((each) => each.in === 'path')
        expect(inPath.map((each) => each.name).toSorted(), `${method} ${path}`).toEqual(named)
        expect(inPath.every((each) => each.required)).toBe(true)
        for (const [status, { description, content }] of Object.entries(responses)) {
          expect(description, `${method} ${path} ${status}`).toBeTruthy()
          if (Number(status) < 400) continue
          const codes = content?.['application/json']?.schema.properties?.code?.enum ?? []
          expect(codes.length, `${method} ${path} ${status}`).toBeGreaterThan(0)
        }
      }
    }
  })

  it('says how to sign in, by cookie or bearer', async () => {
    const { openapi, components, paths } = await read()
    expect(openapi).toMatch(/^3\.1/)
    expect(Object.keys(components.securitySchemes)).toEqual(['session', 'bearer'])
    expect(paths['/api/v1/matters']?.['get']?.security).toEqual([{ session: [] }, { bearer: [] }])
    expect(paths['/api/v1/reports']?.['post']?.security).toBeUndefined()
    const codes = paths['/api/v1/reports']?.['post']?.responses['400']?.content?.['application/json']?.schema
    expect(codes?.properties?.code?.enum).toContain('matters.subject-unknown')
  })
})
