import type { FileHandle } from 'node:fs/promises'

/** Where an archive goes, from front to back. */
export type Sink = {
  write(chunk: Uint8Array): Promise<void>
  /** Everything is where it belongs when it returns. */
  end(): Promise<void>
}

export function fileSink(file: FileHandle): Sink {
  return {
    async write(chunk) {
      for (let done = 0; done < chunk.length;) {
        const { bytesWritten } = await file.write(chunk, done, chunk.length - done)
        done += bytesWritten
      }
    },
    end: () => file.sync(),
  }
}
