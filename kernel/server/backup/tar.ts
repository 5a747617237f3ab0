import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { damaged } from './backup-error.ts'

/** A plain POSIX ustar archive, so that any `tar` can look inside. */
export type TarMember = { name: string; bytes: number; offset: number }
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

/** Writes members of unknown length: the header is filled in when the length is known. */
export function tarWriter(file: FileHandle, at: Date) {
  let position = 0
  const put = async (bytes: Uint8Array, from = position): Promise<void> => {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, from + done)
      done += bytesWritten
    }
  }
  return {
    /** @returns its length and the SHA-256 of its content. */
    async member(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Written> {
      const start = position
      const digest = createHash('sha256')
      let bytes = 0
      position += block
      for await (const chunk of content) {
        digest.update(chunk)
        await put(chunk)
        position += chunk.length
        bytes += chunk.length
      }
      const rest = (block - (bytes % block)) % block
      await put(Buffer.alloc(rest))
      position += rest
      await put(headerOf(name, bytes, at), start)
      return { bytes, sha256: digest.digest('hex') }
    },
    async end(): Promise<void> {
      await put(Buffer.alloc(2 * block))
      position += 2 * block
    },
  }
}

/** The members in order; @throws BackupError where the archive is cut or is none. */
export async function* tarMembers(file: FileHandle): AsyncGenerator<TarMember> {
  const header = Buffer.alloc(block)
  const { size } = await file.stat()
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(header, 0, block, position)
    if (bytesRead < block) throw damaged('文件没有写完', 'it ends too early')
    if (header.every((byte) => byte === 0)) return
    const bytes = sizeIn(header)
    const nameEnd = header.indexOf(0)
    const name = header.toString('utf8', 0, Math.min(nameEnd < 0 ? longestName : nameEnd, longestName))
    const offset = position + block
    if (offset + bytes > size) throw damaged(`${name} 没有写完`, `${name} is cut`)
    yield { name, bytes, offset }
    position = offset + Math.ceil(bytes / block) * block
  }
}

function sizeIn(header: Buffer): number {
  const sum = Number.parseInt(header.toString('latin1', 148, 154), 8)
  if (sum !== sumOf(header) || header.toString('latin1', 257, 262) !== 'ustar') {
    throw damaged('不是一格的备份，或中间有损坏', 'it is no backup, or broken in the middle')
  }
  if ((header.readUInt8(124) & 0x80) !== 0) return Number(header.readBigUInt64BE(128))
  return Number.parseInt(header.toString('latin1', 124, 135), 8)
}

const chunkBytes = 256 * 1024

/** The content of one member. @throws BackupError when the file is shorter than it says. */
export async function* contentOf(
  file: FileHandle,
  { name, bytes, offset }: TarMember,
): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes;) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, bytes - done))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, offset + done)
    if (bytesRead === 0) throw damaged(`${name} 没有写完`, `${name} is cut`)
    yield chunk.subarray(0, bytesRead)
    done += bytesRead
  }
}
