import { createHash } from 'node:crypto'
import { bytesOf, type Store } from './store.ts'

export type Moved = { copied: number; already: number; removed: number; bytes: number }

type How = {
  /** Removes each file from where it was once its copy was read back. */
  removeSource: boolean
  say(line: string): void
}

/** A copy that read back other bytes than were written: nothing was removed. */
export class CopyDiffers extends Error {
  constructor(key: string) {
    super(`${key}: 复制后内容不同，没有删除任何文件 / the copy differs, nothing was removed`)
  }
}

/**
 * Copies every file from one store to another, reading each copy back and comparing digests. Broken off at any moment it
 * is simply run again: what is there with the same length and digest is passed over.
 * @throws CopyDiffers
 */
export async function moveFiles(from: Store, to: Store, { removeSource, say }: How): Promise<Moved> {
  const moved: Moved = { copied: 0, already: 0, removed: 0, bytes: 0 }
  for await (const { key, bytes } of from.list('')) {
    const found = await from.get(key)
    // Removed while the list was read: nothing needs it.
    if (!found) continue
    const content = await bytesOf(found)
    const digest = digestOf(content)
    if (await holds(to, key, digest)) moved.already += 1
    else {
      await to.put(key, content)
      if (!(await holds(to, key, digest))) throw new CopyDiffers(key)
      moved.copied += 1
      moved.bytes += bytes
    }
    if (removeSource) {
      await from.remove(key)
      moved.removed += 1
    }
    const done = moved.copied + moved.already
    if (done % 500 === 0) say(`  ${done} 个文件 / files`)
  }
  return moved
}

async function holds(store: Store, key: string, digest: string): Promise<boolean> {
  const found = await store.get(key)
  return found !== undefined && digestOf(await bytesOf(found)) === digest
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
