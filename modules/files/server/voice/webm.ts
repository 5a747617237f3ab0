import { unsound } from './unsound.ts'

// Elements of EBML and Matroska (RFC 8794, RFC 9559) that matter here; a file may hold others, which are passed over.
const ids = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  codec: 0x86,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  tags: 0x1254c367,
  attachments: 0x1941a469,
  chapters: 0x1043a770,
}
// Entered instead of passed over; while it is recorded their size is not known.
const entered = new Set([ids.segment, ids.cluster, ids.blockGroup])
const thrownOut = new Set([ids.tags, ids.attachments, ids.chapters])
const codecs = new Set(['A_OPUS', 'A_VORBIS'])
const soundTrack = 2

type Element = { id: number; at: number; from: number; to: number }

type Found = {
  scaleNs: number
  told: number | undefined
  tracks: number
  cluster: number
  stamps: [number, number]
  blocks: number
}

/** WebM as Chrome, Edge, and WeChat on Android record it: Opus, the size of its parts often unknown. */
export function readWebm(sent: Buffer): { bytes: Buffer; durationMs: number | undefined } {
  const bytes = Buffer.from(sent)
  const found: Found = {
    scaleNs: 1_000_000,
    told: undefined,
    tracks: 0,
    cluster: 0,
    stamps: [0, 0],
    blocks: 0,
  }
  for (const element of elements(bytes, 0, bytes.length)) take(bytes, element, found)
  if (found.tracks !== 1) throw unsound('it needs one track')
  if (found.blocks === 0) throw unsound('nothing was recorded')
  return { bytes, durationMs: durationOf(found) }
}

function take(bytes: Buffer, { id, at, from, to }: Element, found: Found): void {
  if (id === ids.header) readHeader(bytes, from, to)
  else if (id === ids.info) readInfo(bytes, { from, to }, found)
  else if (id === ids.tracks) found.tracks += countTracks(bytes, from, to)
  else if (id === ids.timestamp) found.cluster = bytes.readUIntBE(from, to - from)
  else if (id === ids.simpleBlock || id === ids.block) takeBlock(bytes, from, found)
  else if (thrownOut.has(id)) blank(bytes, at, to)
}

function readHeader(bytes: Buffer, from: number, to: number): void {
  const docType = childOf(bytes, { from, to }, ids.docType)
  if (textOf(bytes, docType) !== 'webm') throw unsound('it is no WebM')
}

function readInfo(bytes: Buffer, within: { from: number; to: number }, found: Found): void {
  const scale = childOf(bytes, within, ids.timestampScale)
  if (scale) found.scaleNs = bytes.readUIntBE(scale.from, scale.to - scale.from)
  const told = childOf(bytes, within, ids.duration)
  if (told)
    found.told = told.to - told.from === 4 ? bytes.readFloatBE(told.from) : bytes.readDoubleBE(told.from)
}

function countTracks(bytes: Buffer, from: number, to: number): number {
  let count = 0
  for (const entry of elements(bytes, from, to)) {
    if (entry.id !== ids.trackEntry) continue
    const type = childOf(bytes, entry, ids.trackType)
    const codec = textOf(bytes, childOf(bytes, entry, ids.codec))
    if (!type || bytes.readUInt8(type.from) !== soundTrack || !codecs.has(codec))
      throw unsound('a track is not sound')
    count += 1
  }
  return count
}

/** A block begins with the number of its track and its time, counted from that of its cluster. */
function takeBlock(bytes: Buffer, from: number, found: Found): void {
  const track = numberAt(bytes, from)
  const stamp = found.cluster + bytes.readInt16BE(from + track.length)
  found.blocks += 1
  if (stamp > found.stamps[1]) found.stamps = [found.stamps[1], stamp]
}

/** What the file says, else when the last block begins, and as long again as the one before it played. */
function durationOf({ scaleNs, told, stamps: [before, last] }: Found): number | undefined {
  const units = Math.max(told !== undefined && Number.isFinite(told) ? told : 0, last + (last - before))
  return units > 0 ? Math.round((units * scaleNs) / 1_000_000) : undefined
}

function* elements(bytes: Buffer, start: number, end: number): Generator<Element> {
  for (let at = start; at < end;) {
    const id = idAt(bytes, at)
    const size = numberAt(bytes, at + id.length)
    const from = at + id.length + size.length
    const isOpenEnded = size.value === undefined
    if (isOpenEnded && !entered.has(id.value)) throw unsound('a part has no end')
    const to = isOpenEnded ? end : from + (size.value ?? 0)
    // The last part of a recording that was broken off may be cut.
    if (to > end) throw unsound('it is cut')
    yield { id: id.value, at, from, to }
    at = entered.has(id.value) ? from : to
  }
}

function childOf(bytes: Buffer, { from, to }: { from: number; to: number }, id: number): Element | undefined {
  for (const element of elements(bytes, from, to)) if (element.id === id) return element
  return undefined
}

const textOf = (bytes: Buffer, element: Element | undefined): string =>
  element ? bytes.toString('latin1', element.from, element.to).replace(/\0+$/, '') : ''

/** How many bytes a number of variable length has: one more than the zero bits it begins with. */
function lengthAt(bytes: Buffer, at: number): number {
  const length = Math.clz32(bytes.readUInt8(at)) - 23
  if (length > 8) throw unsound('a number is too long')
  return length
}

function idAt(bytes: Buffer, at: number): { value: number; length: number } {
  const length = lengthAt(bytes, at)
  if (length > 4) throw unsound('a name is too long')
  return { value: bytes.readUIntBE(at, length), length }
}

/** A size; undefined when all its bits are set, which says that it is not known. */
function numberAt(bytes: Buffer, at: number): { value: number | undefined; length: number } {
  const length = lengthAt(bytes, at)
  let value = bytes.readUInt8(at) & (0xff >> length)
  let unknown = value === 0xff >> length
  for (let next = 1; next < length; next += 1) {
    const byte = bytes.readUInt8(at + next)
    value = value * 256 + byte
    unknown &&= byte === 0xff
  }
  return { value: unknown ? undefined : value, length }
}

const voidId = 0xec

/** Turns a part into an empty one of the same length, so that nothing else moves. */
function blank(bytes: Buffer, at: number, to: number): void {
  const length = to - at
  bytes.fill(0, at, to)
  bytes.writeUInt8(voidId, at)
  if (length >= 9) {
    bytes.writeUInt8(0x01, at + 1)
    bytes.writeUIntBE(length - 9, at + 3, 6)
  } else bytes.writeUInt8(0x80 | (length - 2), at + 1)
}
