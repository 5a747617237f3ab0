import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readVoice } from './read-voice.ts'

const sample = (name: string): Promise<Buffer> => readFile(path.join(import.meta.dirname, 'samples', name))
const unreadable = expect.objectContaining({
  kind: expect.objectContaining({ code: 'files.voice-unreadable' }),
})

/** Two seconds of a recorder that writes plain samples, with what somebody noted in it. */
function plainSamples(note: string): Buffer {
  const bytes = Buffer.alloc(44 + 8 + note.length + 16_000)
  bytes.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8_000, 24)
  bytes.writeUInt32LE(8_000, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('LIST', 36, 'latin1')
  bytes.writeUInt32LE(note.length, 40)
  bytes.write(note, 44, 'latin1')
  bytes.write('data', 44 + note.length, 'latin1')
  bytes.writeUInt32LE(16_000, 48 + note.length)
  return bytes
}

describe('a recording', () => {
  it('is known by its container, and how long it plays is read from there', async () => {
    const told: [string, string][] = [
      ['android.webm', 'audio/webm'],
      ['firefox.ogg', 'audio/ogg'],
      ['iphone.m4a', 'audio/mp4'],
      ['titled.m4a', 'audio/mp4'],
      ['titled.mp3', 'audio/mpeg'],
    ]
    for (const [name, mediaType] of told) {
      const read = readVoice(await sample(name))
      expect(read.mediaType, name).toBe(mediaType)
      expect(Math.abs((read.durationMs ?? 0) - 2000), name).toBeLessThan(150)
    }
    expect(readVoice(plainSamples('note'))).toMatchObject({ mediaType: 'audio/wav', durationMs: 2000 })
  })

  it('loses titles, places and notes, and is still what it was to a second reader', async () => {
    const kept = [...(await Promise.all(['titled.m4a', 'titled.mp3'].map(sample))), plainSamples('secret')]
    for (const sent of kept) {
      expect(sent.includes('secret')).toBe(true)
      const read = readVoice(sent)
      expect(read.bytes.includes('secret')).toBe(false)
      expect(readVoice(read.bytes)).toMatchObject({ mediaType: read.mediaType, durationMs: read.durationMs })
    }
    const ogg = await sample('firefox.ogg')
    expect(ogg.includes('居民说的话')).toBe(true)
    const { bytes } = readVoice(ogg)
    expect(bytes.includes('居民说的话')).toBe(false)
    expect(readVoice(bytes).bytes.equals(bytes)).toBe(true)
  })

  it('is refused when it is a film, something else, or goes on as something else', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    const webm = await sample('android.webm')
    const wrong: Buffer[] = [
      await sample('film.webm'),
      await sample('film.mp4'),
      page,
      Buffer.alloc(0),
      Buffer.alloc(5_000, 0xff),
      Buffer.concat([webm, page]),
      Buffer.concat([await sample('firefox.ogg'), page]),
      Buffer.concat([await sample('iphone.m4a'), page]),
      Buffer.concat([await sample('titled.mp3'), page, page]),
    ]
    for (const sent of wrong) expect(() => readVoice(sent)).toThrow(unreadable)
  })

  it('cut anywhere or with any byte changed is either still read or refused, never a failure', async () => {
    for (const name of ['android.webm', 'firefox.ogg', 'iphone.m4a', 'titled.m4a', 'titled.mp3']) {
      const sent = await sample(name)
      for (let at = 0; at < sent.length; at += 37) {
        const changed = Buffer.from(sent)
        changed.writeUInt8((changed.readUInt8(at) + 1 + (at % 255)) & 0xff, at)
        for (const hostile of [sent.subarray(0, at), changed]) {
          try {
            readVoice(hostile)
          } catch (error) {
            expect(error, `${name} at ${at}`).toEqual(unreadable)
          }
        }
      }
    }
  })
})
