type Words = {
  field: (name: string) => string
  value: (value: unknown, field: string) => string
}

export type DetailLine = { readonly label: string; readonly text: string }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The details of an entry as lines: a change from one state to another shows only what is different. */
export function detailLines(details: Record<string, unknown>, words: Words, above = ''): DetailLine[] {
  const { from, to, ...rest } = details
  if (isObject(from) && isObject(to)) return [...detailLines(rest, words, above), ...changes(from, to, words)]
  return Object.entries(details).flatMap(([field, value]): DetailLine[] => {
    const label = [above, words.field(field)].filter(Boolean).join(' ')
    if (isObject(value)) return detailLines(value, words, label)
    return [{ label, text: textOf(value, field, words) }]
  })
}

function changes(from: Record<string, unknown>, to: Record<string, unknown>, words: Words): DetailLine[] {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return fields
    .filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
    .map((field) => ({
      label: words.field(field),
      text: `${textOf(from[field], field, words)} → ${textOf(to[field], field, words)}`,
    }))
}

function textOf(value: unknown, field: string, words: Words): string {
  if (Array.isArray(value)) return value.map((each) => textOf(each, field, words)).join('、')
  if (isObject(value)) return JSON.stringify(value)
  return words.value(value, field)
}
