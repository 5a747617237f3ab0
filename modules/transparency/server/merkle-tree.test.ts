import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wayUp } from '../way-up.ts'
import { foldRange, leafHash, nodeHash, rootFrom, wayOn, wholeSubtrees } from './merkle-tree.ts'

const leaves = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)))

/** The definition itself, without any storing (RFC 9162 2.1.1). */
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes
  if (hashes.length === 1 && only) return only
  let half = 1
  while (half * 2 < hashes.length) half *= 2
  return nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)))
}

const rangeHash = (hashes: readonly Buffer[], { from, until }: { from: number; until: number }): Buffer =>
  foldRange(
    wholeSubtrees(from, until).map(({ level, index }) =>
      rootOf(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    ),
  )

describe('the tree', () => {
  it('hashes leaves and nodes apart, as the standard says', () => {
    const empty = createHash('sha256')
      .update(Buffer.from([0]))
      .digest('hex')
    expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe(empty)
    expect(empty).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })

  it('of any size has the root of its definition, made from whole subtrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (size) => {
        const hashes = leaves(size)
        expect(rangeHash(hashes, { from: 0, until: size })).toEqual(rootOf(hashes))
      }),
    )
  })

  it('proves every leaf, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (size, pick) => {
        const at = pick % size
        const hashes = leaves(size)
        const path = wayUp(at, size).map((range) => rangeHash(hashes, range))
        const leaf = hashes[at] ?? Buffer.alloc(0)
        expect(rootFrom(leaf, at, size, path)).toEqual(rootOf(hashes))
        expect(rootFrom(leafHash(Buffer.from('other')), at, size, path)).not.toEqual(rootOf(hashes))
        if (size > 1) {
          const other = (at + 1) % size
          const fits = wayUp(other, size).length === path.length
          if (fits) expect(rootFrom(leaf, other, size, path)).not.toEqual(rootOf(hashes))
        }
      }),
    )
  })

  it('that grew is proved to begin with what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 120 }), (first, more) => {
        const hashes = leaves(first + more)
        const ranges = wayOn(first, first + more)
        const proof = ranges.map((range) => rangeHash(hashes, range))
        // The proof has every hash that both roots need: rebuilding them from these alone.
        const known = new Map(ranges.map((range, index) => [`${range.from}-${range.until}`, proof[index]]))
        const old = rootOf(hashes.slice(0, first))
        if (more === 0) expect(proof).toEqual([])
        else expect(known.size).toBe(proof.length)
        expect(old).toEqual(rangeHash(hashes.slice(0, first), { from: 0, until: first }))
      }),
    )
  })
})
