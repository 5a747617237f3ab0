import { type Plain, readXml } from './strict-xml.ts'

export type Told = {
  status: number
  mediaType: string
  text: string
  /** Of the root element, or '' in JSON. */
  root: string
  value: Plain
  headers: Headers
}
export type Row = { [name: string]: Plain }
type Values = Readonly<Record<string, string | readonly string[]>>

/** Asks an interface over HTTP in one of its formats, and reads the answers strictly. */
export class Asking {
  readonly base: string
  readonly format: 'xml' | 'json'
  language: 'zh' | 'en' = 'zh'

  constructor(base: string, format: 'xml' | 'json') {
    this.base = base
    this.format = format
  }

  get(resource: string, values: Values = {}): Promise<Told> {
    const query = encoded(values).toString()
    return this.raw(`${resource}.${this.format}${query && `?${query}`}`)
  }

  post(resource: string, values: Values | FormData): Promise<Told> {
    const body = values instanceof FormData ? values : encoded(values).toString()
    const headers: Record<string, string> =
      values instanceof FormData ? {} : { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    return this.raw(`${resource}.${this.format}`, { method: 'POST', body, headers })
  }

  /** Whatever is asked, below the path of the interface. */
  async raw(path: string, how: RequestInit = {}): Promise<Told> {
    const headers = { ...(how.headers as Record<string, string>), 'accept-language': this.language }
    const response = await fetch(`${this.base}/${path}`, { redirect: 'manual', ...how, headers })
    const mediaType = response.headers.get('content-type') ?? ''
    const text = await response.text()
    const read = mediaType.includes('json')
      ? { root: '', value: JSON.parse(text) as Plain }
      : mediaType.includes('xml')
        ? readXml(text)
        : { root: '', value: null }
    return { status: response.status, mediaType, text, headers: response.headers, ...read }
  }
}

function encoded(values: Values): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const each of typeof value === 'string' ? [value] : value) params.append(name, each)
  return params
}

/** The rows of an answer that must be a list. */
export function rowsOf(told: Told): Row[] {
  if (told.status !== 200 || !Array.isArray(told.value)) throw new Error(`${told.status}: ${told.text}`)
  return told.value as Row[]
}

/** The only row of an answer that must be a list with one. */
export function rowOf(told: Told): Row {
  const rows = rowsOf(told)
  const [row] = rows
  if (!row || rows.length > 1) throw new Error(`not one row: ${told.text}`)
  return row
}

/** A field that must be a text. */
export function textIn(row: Row, name: string): string {
  const value = row[name]
  if (typeof value !== 'string') throw new Error(`${name} is no text: ${JSON.stringify(row)}`)
  return value
}
