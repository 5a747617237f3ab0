import { randomInt } from 'node:crypto'

// Without letters and digits that look alike on paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve letters of 31 in groups of four: 59 bits, easy to read out and to type. */
export function makePassword(): string {
  const letters = Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-')
}
