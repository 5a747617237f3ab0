/**
 * What a text can be found by: every two neighbouring Chinese characters, each run of letters or digits whole, single
 * characters where they stand alone. Pieces of two find every Chinese word without a dictionary.
 */
const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu
const han = /\p{Script=Han}/u

export function searchPieces(text: string): string[] {
  const pieces = new Set<string>()
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(runs)) {
    if (!han.test(run)) pieces.add(run.slice(0, 60))
    else if (run.length === 1) pieces.add(run)
    else for (let at = 0; at + 2 <= run.length; at += 1) pieces.add(run.slice(at, at + 2))
  }
  return [...pieces]
}
