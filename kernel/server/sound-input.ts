/** Deeper than anything a contract declares; deeper input overflows the stack of whatever walks it later. */
const deepest = 32

/**
 * The path of the first thing that could not be kept as it was sent: a NUL or half a surrogate pair in a text (PostgreSQL
 * refuses the one and the other comes back changed, which would break the chain of a matter), or nesting without end.
 */
export function unsoundAt(value: unknown, depth = 0): string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? undefined : []
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > deepest) return []
  for (const [key, held] of Object.entries(value)) {
    const below = unsoundAt(key) ?? unsoundAt(held, depth + 1)
    if (below) return [key.toWellFormed().slice(0, 40), ...below]
  }
  return undefined
}
