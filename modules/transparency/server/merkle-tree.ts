import { createHash } from 'node:crypto'
import { splitOf, wayUp } from '../way-up.ts'

/**
 * The Merkle tree of RFC 9162 (2.1): a leaf is SHA-256(0x00 ‖ entry), an inner node SHA-256(0x01 ‖ left ‖ right), and a tree
 * of n leaves is split at the largest power of two below n. Only whole subtrees are stored; what is at the right edge is
 * made from them, so a proof reads about log2(n) nodes.
 */
export const leafHash = (entry: Uint8Array): Buffer =>
  createHash('sha256').update(leafMark).update(entry).digest()
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(nodeMark).update(left).update(right).digest()
const leafMark = Buffer.from([0])
const nodeMark = Buffer.from([1])

/** A whole subtree: `level` 0 is a leaf, `index` counts such subtrees from the left. It covers 2^level leaves. */
export type Place = { level: number; index: number }

/** The whole subtrees that make up the leaves from `from` up to `until`, left to right, the fewest there are. */
export function wholeSubtrees(from: number, until: number): Place[] {
  const places: Place[] = []
  let at = from
  while (at < until) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= until) level += 1
    places.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return places
}

/** The ranges whose hashes prove that the tree of `first` leaves is the beginning of the tree of `second` (RFC 9162 2.1.4). */
export function wayOn(first: number, second: number): { from: number; until: number }[] {
  return onFrom(first, { from: 0, until: second }, true)
}

function onFrom(
  first: number,
  { from, until }: { from: number; until: number },
  isWhole: boolean,
): { from: number; until: number }[] {
  const size = until - from
  if (first === size) return isWhole ? [] : [{ from, until }]
  const half = splitOf(size)
  if (first <= half)
    return [...onFrom(first, { from, until: from + half }, isWhole), { from: from + half, until }]
  return [...onFrom(first - half, { from: from + half, until }, false), { from, until: from + half }]
}

/** The hash of a range of leaves from the hashes of its whole subtrees, left to right. */
export function foldRange(hashes: readonly Uint8Array[]): Buffer {
  const [last, ...before] = hashes.toReversed()
  if (!last) throw new Error('an empty tree has no root here')
  return Buffer.from(before.reduce((right, left) => nodeHash(left, right), last))
}

/** The root that an inclusion proof leads to. */
export function rootFrom(leaf: Uint8Array, at: number, size: number, path: readonly Uint8Array[]): Buffer {
  const sides = wayUp(at, size)
  if (sides.length !== path.length) throw new Error('the path has another length than the tree')
  return sides.reduce<Buffer>((hash, side, index) => {
    const beside = path[index] ?? Buffer.alloc(0)
    return side.from > at ? nodeHash(hash, beside) : nodeHash(beside, hash)
  }, Buffer.from(leaf))
}
