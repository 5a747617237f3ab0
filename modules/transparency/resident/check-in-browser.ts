import type { Proof } from '../contract.ts'
import { wayUp } from '../way-up.ts'

/** What a phone finds when it checks a proof itself; undefined where it cannot. */
export type Checked = {
  report: boolean | undefined
  event: boolean
  path: boolean
  head: boolean | undefined
}

const bytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (data: Uint8Array): string =>
  Array.from(data, (each) => each.toString(16).padStart(2, '0')).join('')
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))

async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

export async function checkInBrowser({
  report,
  event,
  leaf,
  path,
  head,
  publicKey,
}: Proof): Promise<Checked> {
  const eventHash = await sha256(bytes(event.previous), utf8(event.text))
  const holdsPrint = event.text.includes(`"fingerprint":"${report.fingerprint}"`)
  return {
    report:
      report.text === undefined ? undefined : hex(await sha256(utf8(report.text))) === report.fingerprint,
    event: holdsPrint && hex(eventHash) === event.hash,
    path: (await rootOf(eventHash, { leaf, size: head.size, path })) === head.root,
    head: await isSigned(head, publicKey),
  }
}

/** The root that the path leads to (RFC 9162 2.1.3); empty where it has another length than the tree. */
async function rootOf(
  eventHash: Uint8Array,
  { leaf, size, path }: { leaf: number; size: number; path: readonly string[] },
): Promise<string> {
  const sides = wayUp(leaf, size)
  if (sides.length !== path.length) return ''
  let hash = await sha256(Uint8Array.of(0), eventHash)
  for (const [index, side] of sides.entries()) {
    const beside = bytes(path[index] ?? '')
    const [one, other] = side.from > leaf ? [hash, beside] : [beside, hash]
    hash = await sha256(Uint8Array.of(1), one, other)
  }
  return hex(hash)
}

async function isSigned(head: Proof['head'], publicKey: string): Promise<boolean | undefined> {
  const { district, size, root, publishedAt, signature } = head
  const text = utf8(`yige log\n${district}\n${size}\n${root}\n${publishedAt}\n`)
  try {
    const key = await crypto.subtle.importKey('raw', bytes(publicKey), 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, bytes(signature), text)
  } catch {
    // Older phones know no Ed25519.
    return undefined
  }
}
