import { voiceUnreadable } from '../../contract.ts'
import { readMp4 } from './mp4.ts'
import { readMpeg } from './mpeg.ts'
import { readOgg } from './ogg.ts'
import { readWav } from './wav.ts'
import { readWebm } from './webm.ts'

/** A recording that was understood: what it is, what is kept of it, and how long it plays if it tells. */
export type ReadVoice = { mediaType: string; bytes: Buffer; durationMs: number | undefined }

/** Reads one container. @throws Error when it is not sound all through; RangeError when it is cut */
type Reader = (sent: Buffer) => Omit<ReadVoice, 'mediaType'>

/** What browsers record: told apart by how the container begins. */
const containers: { mediaType: string; begins: (sent: Buffer) => boolean; read: Reader }[] = [
  { mediaType: 'audio/webm', begins: startsWith('1a45dfa3'), read: readWebm },
  { mediaType: 'audio/ogg', begins: startsWith('4f676753'), read: readOgg },
  { mediaType: 'audio/mp4', begins: (sent) => sent.toString('latin1', 4, 8) === 'ftyp', read: readMp4 },
  { mediaType: 'audio/wav', begins: startsWith('52494646'), read: readWav },
  { mediaType: 'audio/mpeg', begins: startsAsMpeg, read: readMpeg },
]

function startsWith(hex: string): (sent: Buffer) => boolean {
  const magic = Buffer.from(hex, 'hex')
  return (sent) => sent.subarray(0, magic.length).equals(magic)
}

function startsAsMpeg(sent: Buffer): boolean {
  return sent.toString('latin1', 0, 3) === 'ID3' || (sent[0] === 0xff && ((sent[1] ?? 0) & 0xe0) === 0xe0)
}

/** @throws voiceUnreadable for anything that is not, to its last byte, a recording of one of these kinds */
export function readVoice(sent: Buffer): ReadVoice {
  const container = containers.find(({ begins }) => begins(sent))
  if (!container) throw voiceUnreadable()
  try {
    return { mediaType: container.mediaType, ...container.read(sent) }
  } catch {
    throw voiceUnreadable()
  }
}
