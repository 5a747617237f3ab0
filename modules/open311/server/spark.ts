/**
 * One description of an answer, written as XML or by the Spark convention as JSON: an element that only repeats its children is
 * an array without wrapper, an empty element is null. Source: Open311, "JSON and XML Conversion".
 */
export type Scalar = string | number | boolean | null
/** An absent field is left out, null is an empty element. */
export type Fields = { readonly [name: string]: Scalar | Fields | List | undefined }
export type List = { readonly each: string; readonly items: readonly (Scalar | Fields)[] }

export const list = (each: string, items: List['items']): List => ({ each, items })

const isList = (value: Fields | List): value is List => Array.isArray(value['items'])

export const formats = { xml: 'text/xml', json: 'application/json' } as const
export type Format = keyof typeof formats

export function written(format: Format, root: string, value: Fields | List) {
  const body =
    format === 'xml'
      ? `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
      : JSON.stringify(plain(value))
  return { mediaType: `${formats[format]}; charset=utf-8`, body }
}

function plain(value: Scalar | Fields | List): unknown {
  if (typeof value !== 'object' || value === null) return value === '' ? null : value
  if (isList(value)) return value.items.map(plain)
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, plain(each)]])),
  )
}

function element(name: string, value: Scalar | Fields | List): string {
  const inside = content(value)
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`
}

function content(value: Scalar | Fields | List): string {
  if (value === null) return ''
  if (typeof value !== 'object') return text(String(value))
  if (isList(value)) return value.items.map((item) => element(value.each, item)).join('')
  return Object.entries(value)
    .map(([name, each]) => (each === undefined ? '' : element(name, each)))
    .join('')
}

// What XML 1.0 cannot hold even escaped: control characters, halves of pairs, two noncharacters.
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

const text = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>\r]/g, (sign) => escapes[sign] ?? '')
