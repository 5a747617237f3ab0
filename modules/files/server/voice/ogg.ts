import { unsound } from './unsound.ts'

type Page = {
  flags: number
  granule: bigint
  serial: number
  /** Lengths of the segments; a segment shorter than 255 ends a packet. */
  lacing: Buffer
  content: Buffer
}

const headBytes = 27
const samplesASecond = 48_000
const beginning = 0x02
const noGranule = 0xffff_ffff_ffff_ffffn

/** Ogg with Opus (RFC 3533, RFC 7845) as Firefox records it. The comments (titles, pictures) are written anew, empty. */
export function readOgg(sent: Buffer): { bytes: Buffer; durationMs: number | undefined } {
  const [first, ...rest] = pagesIn(sent)
  if (!first || (first.flags & beginning) === 0 || first.content.toString('latin1', 0, 8) !== 'OpusHead')
    throw unsound('it is no Opus')
  if (rest.some((page) => page.serial !== first.serial || (page.flags & beginning) !== 0))
    throw unsound('it has several streams')
  const sound = afterComments(rest)
  if (sound.length === 0) throw unsound('nothing was recorded')
  const pages = [first, emptyComments(first.serial), ...sound]
  const skipped = first.content.readUInt16LE(10)
  const last = sound.findLast((page) => page.granule !== noGranule)?.granule ?? 0n
  const samples = Number(last) - skipped
  return {
    bytes: Buffer.concat(pages.map((page, number) => written(page, number))),
    durationMs: samples > 0 ? Math.round((samples * 1000) / samplesASecond) : undefined,
  }
}

function pagesIn(sent: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < sent.length;) {
    if (sent.toString('latin1', at, at + 4) !== 'OggS' || sent.readUInt8(at + 4) !== 0)
      throw unsound('a page is missing')
    const lacing = sent.subarray(at + headBytes, at + headBytes + sent.readUInt8(at + 26))
    const from = at + headBytes + lacing.length
    const to = from + lacing.reduce((sum, length) => sum + length, 0)
    if (to > sent.length) throw unsound('it is cut')
    if (sumOf(sent.subarray(at, to)) !== sent.readUInt32LE(at + 22)) throw unsound('a page is damaged')
    pages.push({
      flags: sent.readUInt8(at + 5),
      granule: sent.readBigUInt64LE(at + 6),
      serial: sent.readUInt32LE(at + 14),
      lacing,
      content: sent.subarray(from, to),
    })
    at = to
  }
  return pages
}

/** The comments are the second packet, and the sound begins on a page of its own. */
function afterComments(pages: readonly Page[]): readonly Page[] {
  if (pages[0]?.content.toString('latin1', 0, 8) !== 'OpusTags') throw unsound('it has no comments')
  const end = pages.findIndex((page) => page.lacing.some((length) => length < 255))
  return pages.slice(end + 1)
}

function emptyComments(serial: number): Page {
  const content = Buffer.concat([Buffer.from('OpusTags', 'latin1'), Buffer.alloc(8)])
  return { flags: 0, granule: 0n, serial, lacing: Buffer.of(content.length), content }
}

function written({ flags, granule, serial, lacing, content }: Page, number: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.write('OggS', 0, 'latin1')
  head.writeUInt8(flags, 5)
  head.writeBigUInt64LE(granule, 6)
  head.writeUInt32LE(serial, 14)
  head.writeUInt32LE(number, 18)
  head.writeUInt8(lacing.length, 26)
  const page = Buffer.concat([head, lacing, content])
  page.writeUInt32LE(sumOf(page), 22)
  return page
}

const table = Uint32Array.from({ length: 256 }, (_, value) => {
  let sum = value << 24
  for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c1_1db7 : 0)
  return sum >>> 0
})

/** The checksum of a page, counted with zeros where it stands itself. */
function sumOf(page: Buffer): number {
  let sum = 0
  for (let at = 0; at < page.length; at += 1) {
    const byte = at >= 22 && at < 26 ? 0 : (page[at] ?? 0)
    sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0
  }
  return sum
}
