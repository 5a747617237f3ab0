import { searchPieces } from './search-words.ts'

/** What was typed into the one box, told apart. */
export type Typed =
  | { kind: 'number'; numbers: string[] }
  /** The last digits of a number. */
  | { kind: 'tail'; digits: string }
  | { kind: 'words'; terms: Term[] }
  /** One Chinese character alone stands in too much. */
  | { kind: 'short' }
export type Term =
  | { kind: 'pieces'; text: string; pieces: string[] }
  /** Letters without a tone: initials or pinyin of a place or subject, or a word as it stands. */
  | { kind: 'letters'; text: string }

const han = /\p{Script=Han}/u
const mostTerms = 8

/** `years`: those whose numbers a short number may be of, the newest first. */
export function typed(text: string, years: readonly number[]): Typed {
  const plain = text.normalize('NFKC').toLowerCase().trim()
  const whole = /^(20\d\d)[-\s]?(\d{6,9})$|^(20\d\d)-(\d{1,9})$/.exec(plain)
  if (whole) {
    return { kind: 'number', numbers: [numberOf(whole[1] ?? whole[3] ?? '', whole[2] ?? whole[4] ?? '')] }
  }
  if (/^\d{1,2}$/.test(plain))
    return { kind: 'number', numbers: years.map((year) => numberOf(`${year}`, plain)) }
  if (/^\d{3,7}$/.test(plain)) return { kind: 'tail', digits: plain }
  const terms = plain.split(/\s+/).flatMap(termOf).slice(0, mostTerms)
  return terms.length > 0 ? { kind: 'words', terms } : { kind: 'short' }
}

const numberOf = (year: string, digits: string): string =>
  `${year}-${digits.replace(/^0+(?=\d)/, '').padStart(6, '0')}`

function termOf(text: string): Term[] {
  if (!han.test(text)) {
    const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, '')
    return letters ? [{ kind: 'letters', text: letters }] : []
  }
  const pieces = searchPieces(text).filter((piece) => piece.length > 1)
  return pieces.length > 0 ? [{ kind: 'pieces', text, pieces }] : []
}
