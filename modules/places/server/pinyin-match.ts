import { pinyin } from 'pinyin-pro'

/** How a character may be typed: itself, or one of its readings. */
type Letter = { itself: string; readings: readonly string[] }

const kept = new Map<string, readonly Letter[]>()

/** The letters of a name. A character with several readings is read as in this word, and as in a surname: 单 is dan and shan. */
export function lettersOf(name: string): readonly Letter[] {
  const known = kept.get(name)
  if (known) return known
  const characters = [...name.normalize('NFKC').toLowerCase()]
  const read = (surname: 'head' | 'off'): string[] =>
    pinyin(characters.join(''), { type: 'array', toneType: 'none', surname, v: true })
  const [plain, asSurname] = [read('off'), read('head')]
  const letters = characters.map((itself, index) => ({
    itself,
    readings: [...new Set([plain[index] ?? '', asSurname[index] ?? ''])].filter(
      (reading) => /^[a-z]+$/.test(reading) && reading !== itself,
    ),
  }))
  if (kept.size > 50_000) kept.clear()
  kept.set(name, letters)
  return letters
}

const isDigit = (text: string | undefined): boolean => text !== undefined && /^\d$/.test(text)

/** All positions in `typed` that are reached when the name is typed from `from` on, from its first letter, as far as one likes. */
function ends(letters: readonly Letter[], typed: string, from: number): Set<number> {
  const reached = new Set<number>()
  let fronts = new Set([from])
  for (const [index, letter] of letters.entries()) {
    const next = new Set<number>()
    for (const at of fronts) {
      const rest = typed.slice(at)
      if (rest.startsWith(letter.itself)) next.add(at + letter.itself.length)
      for (const reading of letter.readings) {
        if (rest.startsWith(reading)) next.add(at + reading.length)
        if (rest.startsWith(reading.charAt(0))) next.add(at + 1)
      }
    }
    // A number is typed whole: 3 is not the beginning of 30.
    const inNumber = isDigit(letter.itself) && isDigit(letters[index + 1]?.itself)
    if (!inNumber) for (const at of next) reached.add(at)
    if (next.size === 0) break
    fronts = next
  }
  return reached
}

/**
 * Whether the words typed lead to the last of the names: each name above it may be left out or typed from its beginning,
 * in their order. The fewer names are left out in between, the better, those of grids (`isWork`) not counted; undefined
 * when they do not lead there.
 */
export function rankOf(
  names: readonly string[],
  typed: string,
  isWork: (index: number) => boolean = () => false,
): number | undefined {
  const last = names.length - 1
  let fronts = new Map([[0, 0]])
  for (const [index, name] of names.entries()) {
    const next = new Map<number, number>()
    const letters = lettersOf(name)
    for (const [at, skipped] of fronts) {
      if (index < last) keepLeast(next, at, skipped + (at > 0 && !isWork(index) ? 1 : 0))
      for (const end of ends(letters, typed, at)) keepLeast(next, end, skipped)
    }
    fronts = next
  }
  return fronts.get(typed.length)
}

function keepLeast(ranks: Map<number, number>, at: number, rank: number): void {
  const known = ranks.get(at)
  if (known === undefined || rank < known) ranks.set(at, rank)
}
