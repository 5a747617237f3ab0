import { unsound } from './unsound.ts'

type Box = { type: string; at: number; from: number; to: number }

const codecs = new Set(['mp4a', 'Opus'])
// Titles, places (an iPhone writes where it was), pictures, and what anybody may put in.
const thrownOut = new Set(['udta', 'meta', 'uuid'])
const entered = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'])
const plain = ['ftyp', 'styp', 'moov', 'moof', 'mdat', 'free', 'skip', 'wide', 'sidx', 'mfra', 'prft', 'emsg']
const known = new Set(plain.concat(...thrownOut))

type Found = {
  tracks: number
  sound: number
  codec: string
  hasData: boolean
  scale: number
  told: number
  /** How long a piece plays unless it says otherwise. */
  piece: number
  pieceHere: number
  pieces: number
}

const nothing: Found = {
  tracks: 0,
  sound: 0,
  codec: '',
  hasData: false,
  scale: 0,
  told: 0,
  piece: 0,
  pieceHere: 0,
  pieces: 0,
}

/** MP4 as Safari and WeChat on iOS record it: AAC, often in fragments that only together say how long it is. */
export function readMp4(sent: Buffer): { bytes: Buffer; durationMs: number | undefined } {
  const bytes = Buffer.from(sent)
  const found: Found = { ...nothing }
  for (const box of boxes(bytes, 0, bytes.length)) {
    if (!known.has(box.type)) throw unsound(`it holds ${box.type}`)
    take(bytes, box, found)
  }
  if (found.tracks !== 1 || found.sound !== 1) throw unsound('it needs one track of sound')
  if (!codecs.has(found.codec)) throw unsound('its sound is of another kind')
  if (!found.hasData) throw unsound('nothing was recorded')
  const units = Math.max(found.told, found.pieces)
  const durationMs = units > 0 && found.scale > 0 ? Math.round((units * 1000) / found.scale) : undefined
  return { bytes, durationMs }
}

function take(bytes: Buffer, box: Box, found: Found): void {
  const { type, from, to } = box
  if (thrownOut.has(type)) return blank(bytes, box)
  if (type === 'trak') found.tracks += 1
  else if (type === 'traf') found.pieceHere = found.piece
  else if (type === 'mdat') found.hasData ||= to > from
  else if (type === 'hdlr') found.sound += bytes.toString('latin1', from + 8, from + 12) === 'soun' ? 1 : 0
  else if (type === 'stsd') found.codec = bytes.toString('latin1', from + 12, from + 16)
  else if (type === 'mdhd') readHead(bytes, from, found)
  else if (type === 'trex') found.piece = bytes.readUInt32BE(from + 12)
  else if (type === 'tfhd') readFragment(bytes, from, found)
  else if (type === 'trun') readRun(bytes, from, found)
  if (entered.has(type)) for (const inner of boxes(bytes, from, to)) take(bytes, inner, found)
}

function readHead(bytes: Buffer, from: number, found: Found): void {
  const isLong = bytes.readUInt8(from) === 1
  found.scale = bytes.readUInt32BE(from + (isLong ? 20 : 12))
  const told = isLong ? Number(bytes.readBigUInt64BE(from + 24)) : bytes.readUInt32BE(from + 16)
  // All bits set: not known.
  found.told = told >= 0xffff_ffff ? 0 : told
}

const flagsAt = (bytes: Buffer, from: number): number => bytes.readUIntBE(from + 1, 3)

/** A fragment may say how long each of its pieces plays, behind fields that may be there or not. */
function readFragment(bytes: Buffer, from: number, found: Found): void {
  const flags = flagsAt(bytes, from)
  if ((flags & 0x08) === 0) return
  const at = from + 8 + (flags & 0x01 ? 8 : 0) + (flags & 0x02 ? 4 : 0)
  found.pieceHere = bytes.readUInt32BE(at)
}

function readRun(bytes: Buffer, from: number, found: Found): void {
  const flags = flagsAt(bytes, from)
  const count = bytes.readUInt32BE(from + 4)
  if ((flags & 0x100) === 0) {
    found.pieces += count * found.pieceHere
    return
  }
  const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length
  const first = from + 8 + (flags & 0x01 ? 4 : 0) + (flags & 0x04 ? 4 : 0)
  for (let piece = 0; piece < count; piece += 1)
    found.pieces += bytes.readUInt32BE(first + piece * fields * 4)
}

function* boxes(bytes: Buffer, start: number, end: number): Generator<Box> {
  for (let at = start; at < end;) {
    const short = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const head = short === 1 ? 16 : 8
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? end - at : short
    if (size < head || at + size > end) throw unsound('a box is cut')
    yield { type, at, from: at + head, to: at + size }
    at += size
  }
}

/** Turns a box into an empty one of the same length, so that nothing else moves. */
function blank(bytes: Buffer, { at, from, to }: Box): void {
  bytes.write('free', at + 4, 'latin1')
  bytes.fill(0, from, to)
}
