import type { Readable } from 'node:stream'

/** Bytes asked for: from the first one counted from zero to the last, or the last few. */
export type Range = { from: number; to?: number } | { last: number }

/** A file of the store. `from` and `to` are what was asked for, both inclusive; `bytes` is the whole file's length. */
export type Stored = { bytes: number; from: number; to: number; content: Readable }

/**
 * Where files lie: a folder, or a bucket of an object store. A key is a path with slashes of letters, digits, `-`, `_`
 * and `.`; what lies under a key never changes, so that files can be copied and saved while the server works.
 */
export type Store = {
  /** For the operator: the folder, or the bucket with its address. Holds no secret. */
  readonly place: string
  /** Whole or not at all, and on disk when it returns. Writing the same again does no harm. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** @returns undefined when there is none. @throws RangeUnfit when the range begins behind its end. */
  get(key: string, range?: Range): Promise<Stored | undefined>
  exists(key: string): Promise<boolean>
  /** Removing what is not there does no harm. */
  remove(key: string): Promise<void>
  /** Every whole file whose key begins with the prefix, in any order. */
  list(prefix: string): AsyncIterable<{ key: string; bytes: number }>
}

/** The range asked for lies behind the end of a file of this length. */
export class RangeUnfit extends Error {
  readonly bytes: number

  constructor(bytes: number) {
    super('range not satisfiable')
    this.bytes = bytes
  }
}

/** The first and last byte of a range in a file of this length. @throws RangeUnfit */
export function span(bytes: number, range: Range | undefined): { from: number; to: number } {
  const end = bytes - 1
  if (!range) return { from: 0, to: end }
  const from = 'last' in range ? Math.max(0, bytes - range.last) : range.from
  const to = 'last' in range ? end : Math.min(range.to ?? end, end)
  if (from > to) throw new RangeUnfit(bytes)
  return { from, to }
}

const soundKey = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/

/** A key that can neither leave its folder nor be hidden. */
export const isSoundKey = (key: string): boolean => soundKey.test(key) && key.length <= 200

/** @throws Error for a key that nobody of ours makes */
export function soundly(key: string): string {
  if (isSoundKey(key)) return key
  throw new Error(`not a key of a file: ${key}`)
}

/** The part of a store below a folder: what one district sees. */
export function within(store: Store, folder: string): Store {
  const inside = (key: string): string => `${folder}/${key}`
  return {
    place: store.place,
    put: (key, bytes) => store.put(inside(key), bytes),
    get: (key, range) => store.get(inside(key), range),
    exists: (key) => store.exists(inside(key)),
    remove: (key) => store.remove(inside(key)),
    async *list(prefix) {
      for await (const { key, bytes } of store.list(inside(prefix))) {
        yield { key: key.slice(folder.length + 1), bytes }
      }
    },
  }
}

/** The whole content of a small file. */
export async function bytesOf({ content }: Stored): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
