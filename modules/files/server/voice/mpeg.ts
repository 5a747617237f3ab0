import { unsound } from './unsound.ts'

// Layer III, in kbit/s by the four bits of the header; 0 and 15 are not used.
const rates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const frequencies = [44_100, 48_000, 32_000]
const fewestFrames = 3
const tailBytes = 128

type Frame = { bytes: number; samples: number; frequency: number }

/** MP3 as recorders in older in-app browsers make it. Only the frames are kept: titles and pictures stand before and after. */
export function readMpeg(sent: Buffer): { bytes: Buffer; durationMs: number } {
  const frames: Buffer[] = []
  let ms = 0
  let at = afterTag(sent)
  while (at < sent.length) {
    const frame = frameAt(sent, at)
    if (!frame) break
    if (at + frame.bytes > sent.length) break
    frames.push(sent.subarray(at, at + frame.bytes))
    ms += (frame.samples * 1000) / frame.frequency
    at += frame.bytes
  }
  refuseOther(sent, at)
  if (frames.length < fewestFrames) throw unsound('too few frames')
  return { bytes: Buffer.concat(frames), durationMs: Math.round(ms) }
}

/** Behind the frames there may stand an old tag, or the beginning of a frame that was not finished. */
function refuseOther(sent: Buffer, at: number): void {
  const rest = sent.subarray(at)
  if (rest.length === 0) return
  const isTag = rest.length === tailBytes && rest.toString('latin1', 0, 3) === 'TAG'
  if (!isTag && !frameAt(sent, at)) throw unsound('something else follows the frames')
}

function afterTag(sent: Buffer): number {
  if (sent.toString('latin1', 0, 3) !== 'ID3') return 0
  let length = 0
  for (let at = 6; at < 10; at += 1) length = length * 128 + (sent.readUInt8(at) & 0x7f)
  return 10 + length
}

function frameAt(sent: Buffer, at: number): Frame | undefined {
  if (at + 4 > sent.length) return undefined
  const head = sent.readUInt32BE(at)
  const version = (head >>> 19) & 3
  const layer = (head >>> 17) & 3
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1) return undefined
  const isFirst = version === 3
  const rate = (isFirst ? rates.first : rates.later)[(head >>> 12) & 15]
  const full = frequencies[(head >>> 10) & 3]
  if (!rate || !full) return undefined
  const frequency = full / (isFirst ? 1 : version === 2 ? 2 : 4)
  const samples = isFirst ? 1152 : 576
  const padding = (head >>> 9) & 1
  return { bytes: Math.floor(((samples / 8) * rate * 1000) / frequency) + padding, samples, frequency }
}
