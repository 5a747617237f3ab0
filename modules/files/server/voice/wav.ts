import { unsound } from './unsound.ts'

const whole = 1
const floating = 3
const extensible = 0xfffe

type Format = { chunk: Buffer; bytesASecond: number; frame: number }

/** WAV with plain samples. Only format and samples are kept: other chunks hold names, places and notes. */
export function readWav(sent: Buffer): { bytes: Buffer; durationMs: number } {
  if (sent.toString('latin1', 8, 12) !== 'WAVE') throw unsound('it is no WAVE')
  let format: Format | undefined
  for (let at = 12; at + 8 <= sent.length;) {
    const name = sent.toString('latin1', at, at + 4)
    const size = sent.readUInt32LE(at + 4)
    const from = at + 8
    if (name === 'fmt ') format = formatIn(sent.subarray(from, from + size))
    if (name === 'data') {
      if (!format) throw unsound('the samples come before their format')
      return written(format, samplesAt(sent, from, size, format))
    }
    at = from + size + (size % 2)
  }
  throw unsound('it has no samples')
}

function formatIn(chunk: Buffer): Format {
  const kind = chunk.readUInt16LE(0)
  const channels = chunk.readUInt16LE(2)
  const frequency = chunk.readUInt32LE(4)
  const bits = chunk.readUInt16LE(14)
  const isKnown = [whole, floating, extensible].includes(kind) && [8, 16, 24, 32].includes(bits)
  if (!isKnown || channels < 1 || channels > 2 || frequency < 8_000 || frequency > 96_000)
    throw unsound('its samples are of another kind')
  const frame = (channels * bits) / 8
  return { chunk, frame, bytesASecond: frequency * frame }
}

/** A recorder that was broken off leaves the length at nothing or at the most there is: then all that follows counts. */
function samplesAt(sent: Buffer, from: number, size: number, { frame }: Format): Buffer {
  const rest = sent.length - from
  const length = size === 0 || size >= 0xffff_ff00 ? rest : size
  if (length > rest) throw unsound('it is cut')
  const samples = sent.subarray(from, from + length - (length % frame))
  if (samples.length === 0) throw unsound('nothing was recorded')
  return samples
}

function written({ chunk, bytesASecond }: Format, samples: Buffer): { bytes: Buffer; durationMs: number } {
  const head = Buffer.alloc(12 + 8)
  const data = Buffer.alloc(8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(4 + 8 + chunk.length + 8 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(chunk.length, 16)
  data.write('data', 0, 'latin1')
  data.writeUInt32LE(samples.length, 4)
  const durationMs = Math.round((samples.length * 1000) / bytesASecond)
  return { bytes: Buffer.concat([head, chunk, data, samples]), durationMs }
}
