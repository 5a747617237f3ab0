import fc from 'fast-check'

/** A JSON Schema as the API document prints it. */
export type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  items?: Schema
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  required?: string[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

/** Values that are there, by the kind of field they fit: so that some calls get past the first door. */
export type Known = { uuids: string[]; integers: number[]; strings: string[] }

/** What people, programs and attackers send where something else was meant. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\u202E反过来',
    '\uD800',
    "'; drop table matters; --",
    '../../etc/passwd',
    '__proto__',
    'null',
    'NaN',
    '0',
    '-1',
    '1e999',
    '9'.repeat(40),
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '99999-01-01T00:00:00Z',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '%00',
    '%',
    '字'.repeat(3_000),
    '=cmd|calc',
    '👩‍👩‍👧',
  ),
  fc.constantFrom<unknown>(0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), true, false),
  fc.constantFrom<unknown>([], {}, [[]], [null], { a: { b: {} } }, { length: 1 }, Array(500).fill('x')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
)

type Making = { resolve(name: string): Schema; known: Known }

/** Values of a schema, now and then with something else in the place of a part. */
export function valuesOf(schema: Schema, making: Making, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingTo(schema, making, depth)
  return fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: hostile })
}

function fittingTo(schema: Schema, making: Making, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesOf(making.resolve(schema.$ref), making, depth + 1)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.allOf
  if (choices) return fc.oneof(...choices.map((each) => valuesOf(each, making, depth)))
  if (schema.type === 'object' || schema.properties) return objects(schema, making, depth)
  if (schema.type === 'array') return arrays(schema, making, depth)
  if (schema.type === 'integer' || schema.type === 'number') return numbers(schema, making.known)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'string') return strings(schema, making.known)
  return schema.type === 'null' ? fc.constant(null) : hostile
}

function objects(
  { properties = {}, required = [] }: Schema,
  making: Making,
  depth: number,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(
    ([name, schema]) => [name, valuesOf(schema, making, depth + 1)] as const,
  )
  // Deep down only what must be there: else trees of optional parts never end.
  const shown = depth > 4 ? fields.filter(([name]) => required.includes(name)) : fields
  const whole = fc.record(Object.fromEntries(shown), {
    requiredKeys: required.filter((name) => name in properties),
  })
  const missing = fc.record(Object.fromEntries(shown), { requiredKeys: [] })
  const more = whole.map((each) => ({ ...each, nobodyAskedFor: 1, constructor: 'x' }))
  return fc.oneof(
    { weight: 12, arbitrary: whole },
    { weight: 1, arbitrary: missing },
    { weight: 1, arbitrary: more },
  )
}

const arrays = ({ items = {}, minItems = 0, maxItems = 4 }: Schema, making: Making, depth: number) =>
  fc.array(valuesOf(items, making, depth + 1), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 3),
  })

function numbers({ type, minimum = -5, maximum = 1_000_000 }: Schema, known: Known): fc.Arbitrary<unknown> {
  const whole = type === 'integer'
  const any = whole
    ? fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) })
    : fc.double({ min: minimum, max: maximum, noNaN: true })
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known.integers) }, { weight: 1, arbitrary: any })
}

const days = fc
  .integer({ min: -2_000, max: 2_000 })
  .map((offset) => new Date(Date.UTC(2026, 10, 30) + offset * 86_400_000))

function strings(
  { format, pattern, minLength = 0, maxLength = 200 }: Schema,
  known: Known,
): fc.Arbitrary<unknown> {
  if (format === 'uuid')
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...known.uuids) },
      { weight: 1, arbitrary: fc.uuid() },
    )
  if (format === 'date') return days.map((day) => day.toISOString().slice(0, 10))
  if (format === 'date-time') return days.map((day) => day.toISOString())
  const most = Math.min(maxLength, minLength + 60)
  const text = fc.string({ unit: 'grapheme', minLength, maxLength: most })
  // Patterns that look ahead are too much for the generator: known values and plain text go there.
  const matching = pattern && !pattern.includes('(?=') ? fc.stringMatching(new RegExp(pattern)) : text
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known.strings) },
    { weight: 3, arbitrary: matching },
  )
}
