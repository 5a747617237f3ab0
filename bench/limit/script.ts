import type { Recording, Sent } from './record.ts'

/** Plain SQL: `first` makes the own values as columns v0, v1, …, empty without any; the rest use `:v0`, `:v1`, … */
export type Script = { first: string; statements: string[] }

/** Writes the recorded values into the statements as literals, and the matter's own ones as variables. */
export function scriptOf({ statements, own }: Recording): Script {
  const columns = own.map(({ fresh }, index) => `${fresh} as v${index}`).join(', ')
  const literal = (value: unknown): string => literalOf(value, own)
  return {
    first: columns && `select ${columns}`,
    statements: statements.map((sent) => filledIn(sent, literal)),
  }
}

// One look over the text: a literal that was put in may itself hold something like $1.
const filledIn = ({ text, values }: Sent, literal: (value: unknown) => string): string =>
  text
    .replaceAll(/\$(\d+)/g, (_whole, number: string) => literal(values[Number(number) - 1]))
    .replaceAll(/\s+/g, ' ')

/** A colon within a literal is written by its number: pgbench would take what follows it for a variable. */
const quoted = (text: string): string => {
  const plain = text.replaceAll("'", "''")
  return text.includes(':') ? `E'${plain.replaceAll('\\', '\\\\').replaceAll(':', '\\x3a')}'` : `'${plain}'`
}

function literalOf(value: unknown, own: Recording['own']): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return quoted(value.toISOString())
  if (Buffer.isBuffer(value)) return quoted(`\\x${value.toString('hex')}`)
  if (Array.isArray(value)) return quoted(`{${value.map((each) => JSON.stringify(each)).join(',')}}`)
  return withOwn(typeof value === 'string' ? value : JSON.stringify(value), own)
}

function withOwn(text: string, own: Recording['own']): string {
  const whole = own.findIndex(({ value }) => value === text)
  if (whole >= 0) return `:v${whole}`
  const replaced = own.reduce(
    (sql, { value }, index) =>
      text.includes(value) ? `replace(${sql}, ${quoted(value)}, :v${index}::text)` : sql,
    quoted(text),
  )
  // A literal takes the type of its place by itself, what replace() gives does not.
  return replaced.startsWith('replace') && /^[{[]/.test(text) ? `${replaced}::jsonb` : replaced
}
