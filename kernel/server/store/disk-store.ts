import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { soundly, span, type Store } from './store.ts'

const unfinished = '.part'

/** Files in a folder; several servers need one that they share. */
export function diskStore(folder: string): Store {
  const fileOf = (key: string): string => path.join(folder, ...soundly(key).split('/'))
  return {
    place: folder,
    put: (key, bytes) => write(fileOf(key), bytes),
    async get(key, range) {
      const file = fileOf(key)
      const found = await statOrNone(file)
      if (!found) return undefined
      const { from, to } = span(found.size, range)
      return { bytes: found.size, from, to, content: createReadStream(file, { start: from, end: to }) }
    },
    exists: async (key) => (await statOrNone(fileOf(key))) !== undefined,
    remove: (key) => rm(fileOf(key), { force: true }),
    list: (prefix) => filesUnder(folder, prefix),
  }
}

async function statOrNone(file: string) {
  try {
    const found = await stat(file)
    return found.isFile() ? found : undefined
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Whole or not at all: written beside, flushed, then renamed. */
async function write(target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  const beside = `${target}.${randomBytes(4).toString('hex')}${unfinished}`
  try {
    const file = await open(beside, 'w', 0o640)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

async function* filesUnder(
  folder: string,
  prefix: string,
  above = '',
): AsyncGenerator<{ key: string; bytes: number }> {
  const entries = await opendir(path.join(folder, above)).catch((error: unknown) => {
    if (isAbsence(error)) return []
    throw error
  })
  for await (const entry of entries) {
    const key = above ? `${above}/${entry.name}` : entry.name
    if (entry.isDirectory()) {
      // A folder is entered when what lies in it can still begin with the prefix.
      if (`${key}/`.startsWith(prefix) || prefix.startsWith(`${key}/`)) yield* filesUnder(folder, prefix, key)
    } else if (entry.isFile() && key.startsWith(prefix) && !key.endsWith(unfinished)) {
      const found = await statOrNone(path.join(folder, key))
      // Removed since the folder was read: then nothing needs it.
      if (found) yield { key, bytes: found.size }
    }
  }
}
