import { createHash } from 'node:crypto'
import { damaged } from './backup-error.ts'
import type { Sink } from './sink.ts'

/** A plain POSIX ustar archive, so that any `tar` can look inside. It is written and read from front to back. */
export type TarMember = { name: string; bytes: number; content: AsyncIterable<Buffer> }
export type Written = { bytes: number; sha256: string }

const block = 512
const largestOctal = 0o77777777777
const longestName = 100

function headerOf(name: string, bytes: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > longestName) throw new Error(`too long a name for the archive: ${name}`)
  const header = Buffer.alloc(block)
  const octal = (value: number, offset: number, digits: number): void =>
    void header.write(`${value.toString(8).padStart(digits, '0')}\0`, offset, 'latin1')
  header.write(name, 0, 'utf8')
  octal(0o600, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  if (bytes <= largestOctal) octal(bytes, 124, 11)
  else {
    // Past 8 GB the size is binary, marked by the first bit.
    header.writeUInt8(0x80, 124)
    header.writeBigUInt64BE(BigInt(bytes), 128)
  }
  octal(Math.floor(at.getTime() / 1000), 136, 11)
  header.write('0', 156, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** The sum of all bytes, those of the sum's own field counted as blanks. */
function sumOf(header: Buffer): number {
  let sum = 8 * 0x20
  for (let at = 0; at < block; at += 1) if (at < 148 || at >= 156) sum += header.readUInt8(at)
  return sum
}

const paddingOf = (bytes: number): number => (block - (bytes % block)) % block

export function tarWriter(sink: Sink, at: Date) {
  return {
    /** Writes content of a length known before. @returns its length and the SHA-256 of its content. */
    async member(
      name: string,
      bytes: number,
      content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    ): Promise<Written> {
      const digest = createHash('sha256')
      let written = 0
      await sink.write(headerOf(name, bytes, at))
      for await (const chunk of content) {
        digest.update(chunk)
        written += chunk.length
        await sink.write(chunk)
      }
      if (written !== bytes) throw new Error(`${name} changed while it was saved`)
      await sink.write(Buffer.alloc(paddingOf(bytes)))
      return { bytes, sha256: digest.digest('hex') }
    },
    async end(): Promise<void> {
      await sink.write(Buffer.alloc(2 * block))
      await sink.end()
    },
  }
}

/** The members in order; what is not read of one is passed over. @throws BackupError where the archive is cut or is none */
export async function* tarMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarMember> {
  const read = readerOf(source)
  for (;;) {
    const header = await exactly(read, block)
    if (header.every((byte) => byte === 0)) return readToEnd(read)
    const bytes = sizeIn(header)
    const nameEnd = header.indexOf(0)
    const name = header.toString('utf8', 0, Math.min(nameEnd < 0 ? longestName : nameEnd, longestName))
    const content = contentOf(read, name, bytes)
    yield { name, bytes, content }
    while (!(await content.next()).done);
    await exactly(read, paddingOf(bytes))
  }
}

/** What encrypts it says at its very end whether it is whole. */
async function readToEnd(read: Read): Promise<void> {
  while (await read(block));
}

async function* contentOf(read: Read, name: string, bytes: number): AsyncGenerator<Buffer> {
  for (let left = bytes; left > 0;) {
    const chunk = await read(left)
    if (!chunk) throw damaged(`${name} 没有写完`, `${name} is cut`)
    left -= chunk.length
    yield chunk
  }
}

/** The next bytes, at most so many; undefined at the end. */
type Read = (most: number) => Promise<Buffer | undefined>

function readerOf(source: AsyncIterable<Uint8Array>): Read {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (most) => {
    while (rest.length === 0) {
      const next = await chunks.next()
      if (next.done) return undefined
      rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    }
    const taken = rest.subarray(0, most)
    rest = rest.subarray(taken.length)
    return taken
  }
}

async function exactly(read: Read, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let left = bytes; left > 0;) {
    const piece = await read(left)
    if (!piece) throw damaged('文件没有写完', 'it ends too early')
    left -= piece.length
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function sizeIn(header: Buffer): number {
  const sum = Number.parseInt(header.toString('latin1', 148, 154), 8)
  if (sum !== sumOf(header) || header.toString('latin1', 257, 262) !== 'ustar') {
    throw damaged('不是一格的备份，或中间有损坏', 'it is no backup, or broken in the middle')
  }
  if ((header.readUInt8(124) & 0x80) !== 0) return Number(header.readBigUInt64BE(128))
  return Number.parseInt(header.toString('latin1', 124, 135), 8)
}
