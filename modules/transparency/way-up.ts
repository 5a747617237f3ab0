// Walked by the server and by the phone that checks a proof: nothing of either may stand here.

/** Where a tree of `size` leaves is split. */
export function splitOf(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

/**
 * The subtrees beside the way from a leaf to the root of a tree of `size` leaves, from the leaf up: each as the range of
 * leaves it covers. Their hashes are the inclusion proof.
 */
export function wayUp(leaf: number, size: number, from = 0): { from: number; until: number }[] {
  if (size === 1) return []
  const half = splitOf(size)
  return leaf < half
    ? [...wayUp(leaf, half, from), { from: from + half, until: from + size }]
    : [...wayUp(leaf - half, size - half, from + half), { from, until: from + half }]
}
