import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** What an answer says, whatever it was written in. */
export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain }

/** Elements that repeat their children, as the standard and its extensions name them. */
const lists: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  notes: 'note',
  media_urls: 'media_url',
  service_request_updates: 'request_update',
}
const numbers = new Set(['lat', 'long', 'order', 'report_count'])
const truths = new Set(['metadata', 'variable', 'required', 'is_overdue'])

type Node = { '#text'?: string; [name: string]: Node[] | string | undefined }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
})

/** Reads a document as a strict client does: well-formed, declared as UTF-8, without attributes, namespaces or a doctype. */
export function readXml(text: string): { root: string; value: Plain } {
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>\s*</i.test(text)) throw new Error('no XML declaration')
  const checked = XMLValidator.validate(text)
  if (checked !== true) throw new Error(`not well-formed: ${checked.err.msg}`)
  if (/<!DOCTYPE|<!ENTITY|xmlns|<[a-z_]+:/i.test(text)) throw new Error('foreign things in the document')
  const [document, ...others] = (parser.parse(text) as Node[]).filter((node) => !('#text' in node))
  if (!document || others.length > 0) throw new Error('a document has one root')
  const root = nameOf(document)
  return { root, value: plain(root, document, '') }
}

function nameOf(node: Node): string {
  if (':@' in node) throw new Error('an element has attributes')
  const [name, ...more] = Object.keys(node)
  if (!name || more.length > 0) throw new Error('an element has one name')
  return name
}

/** The Spark convention, the other way round. */
function plain(name: string, node: Node, parent: string): Plain {
  const children = node[name]
  if (!Array.isArray(children)) throw new Error(`${name} is not an element`)
  const inside = children.filter((child) => !('#text' in child))
  const each = lists[name]
  if (each) return items(name, each, inside)
  if (inside.length > 0) {
    const names = inside.map(nameOf)
    if (new Set(names).size !== names.length) throw new Error(`${name} repeats a child`)
    return Object.fromEntries(inside.map((child) => [nameOf(child), plain(nameOf(child), child, name)]))
  }
  const text = children.map((child) => child['#text'] ?? '').join('')
  return scalar(name, text, parent)
}

function items(name: string, each: string, inside: readonly Node[]): Plain[] {
  return inside.map((child) => {
    if (nameOf(child) !== each) throw new Error(`${name} holds a ${nameOf(child)}`)
    return plain(each, child, name)
  })
}

function scalar(name: string, text: string, parent: string): Plain {
  if (text === '') return null
  if (numbers.has(name) || (name === 'code' && parent === 'error')) return Number(text)
  if (truths.has(name)) return text === 'true'
  return text
}
