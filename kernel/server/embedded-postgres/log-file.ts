import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs'
import { open } from 'node:fs/promises'

const largestLog = 5_000_000
const tailBytes = 4_000

/**
 * Keeps the log small: above 5 MB it is copied to `<file>.1` and emptied. Copied, not renamed, because the
 * running server keeps writing to the file it was given.
 */
export function rotateLog(file: string): void {
  if (!existsSync(file) || statSync(file).size < largestLog) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

/** The last lines of the log, at most `count`; '' when there is none. */
export async function lastLines(file: string, count = 15): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined)
  if (!handle) return ''
  try {
    const { size } = await handle.stat()
    const start = Math.max(0, size - tailBytes)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(tailBytes), 0, tailBytes, start)
    return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-count).join('\n')
  } finally {
    await handle.close()
  }
}
