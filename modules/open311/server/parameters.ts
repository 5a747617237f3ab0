import type { ProtocolCall } from '#kernel/contract/protocol.ts'
import { bodyUnreadable, mediaTooMany } from '../contract.ts'

export type SentPhoto = { bytes: Buffer }

/** What a program sent: parameters by name, and photos. An empty value is the same as none. */
export type Sent = { values: ReadonlyMap<string, readonly string[]>; photos: readonly SentPhoto[] }

const mostPhotos = 6
const largestPhoto = 12 * 1024 * 1024
const photoParts = new Set(['media', 'media[]', 'media_file', 'photo'])

const read = new WeakMap<ProtocolCall, Promise<Sent>>()

/** What was posted, read once a call. @throws bodyUnreadable, mediaTooMany */
export function sentIn(call: ProtocolCall): Promise<Sent> {
  const sent = read.get(call) ?? readSent(call)
  read.set(call, sent)
  return sent
}

async function readSent(call: ProtocolCall): Promise<Sent> {
  const form = await formOf(call)
  const values = new Map<string, string[]>()
  const photos: SentPhoto[] = []
  for (const [name, value] of [...call.query, ...form]) {
    if (typeof value === 'string') add(values, name, value)
    else if (photoParts.has(name) && value.size > 0)
      photos.push({ bytes: Buffer.from(await value.arrayBuffer()) })
  }
  if (photos.length > mostPhotos || photos.some((photo) => photo.bytes.length > largestPhoto))
    throw mediaTooMany()
  return { values, photos }
}

/** What stands in the address of a GET. */
export const askedIn = (call: ProtocolCall): Sent => {
  const values = new Map<string, string[]>()
  for (const [name, value] of call.query) add(values, name, value)
  return { values, photos: [] }
}

function add(values: Map<string, string[]>, name: string, value: string): void {
  if (!isSound(name) || !isSound(value)) throw bodyUnreadable()
  if (value.trim() === '') return
  values.set(name, [...(values.get(name) ?? []), value])
}

/** Bytes that were no UTF-8 come out of the decoding as this mark; NUL is refused by the database. */
const isSound = (text: string): boolean => text.isWellFormed() && !/[\0\ufffd]/.test(text)

async function formOf({ body, mediaType }: ProtocolCall): Promise<[string, string | File][]> {
  if (body.length === 0) return []
  const kind = mediaType.split(';')[0]?.trim().toLowerCase()
  if (kind === 'application/x-www-form-urlencoded') return [...new URLSearchParams(body.toString('utf8'))]
  if (kind !== 'multipart/form-data') throw bodyUnreadable()
  try {
    const answer = new Response(new Uint8Array(body), { headers: { 'content-type': mediaType } })
    return [...(await answer.formData())] as [string, string | File][]
  } catch {
    throw bodyUnreadable()
  }
}

/** The last one that was sent. */
export const one = (sent: Sent, name: string): string | undefined => sent.values.get(name)?.at(-1)?.trim()

/** A comma list, or sent several times. */
export const several = (sent: Sent, name: string): string[] | undefined => {
  const given = sent.values.get(name)?.flatMap((value) => value.split(',').map((each) => each.trim()))
  const kept = given?.filter(Boolean)
  return kept && kept.length > 0 ? [...new Set(kept)] : undefined
}

/** `attribute[code]=v` and `attribute[code][]=v`, by code. */
export function attributesIn(sent: Sent): Record<string, string | string[]> {
  const found = new Map<string, string | string[]>()
  for (const [name, values] of sent.values) {
    const [, code, many] = /^attribute\[([^\]]{1,40})\](\[\])?$/.exec(name) ?? []
    if (code) found.set(code, many || values.length > 1 ? [...values] : (values[0] ?? ''))
  }
  return Object.fromEntries(found)
}
