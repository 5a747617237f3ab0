import { makePassword } from './made-password.ts'
import { hashPassword } from './password.ts'

const howMany = 10

/** What a person writes down: the number of its place, then twelve letters (59 bits). */
export type RecoveryCodes = { codes: string[]; hashes: string[] }

/** Ten codes; only their slow hashes are kept. */
export async function makeRecoveryCodes(): Promise<RecoveryCodes> {
  const letters = Array.from({ length: howMany }, makePassword)
  return {
    codes: letters.map((each, slot) => `${slot}-${each}`),
    hashes: await Promise.all(letters.map((each) => hashPassword(lettersOf(each)))),
  }
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Where to look and what to compare, when it is written like a recovery code. */
export function readRecoveryCode(text: string): { slot: number; letters: string } | undefined {
  const found = /^(\d)([a-z2-9]{12})$/.exec(lettersOf(text))
  return found ? { slot: Number(found[1]), letters: found[2] ?? '' } : undefined
}
