import { FACILITY_WORDS } from './matter-words-facility.ts'
import { HOME_WORDS } from './matter-words-home.ts'
import { LIFE_WORDS } from './matter-words-life.ts'
import type { SubjectWords } from './subject-words.ts'

export const WORDS: Readonly<Record<string, SubjectWords>> = {
  ...HOME_WORDS,
  ...FACILITY_WORDS,
  ...LIFE_WORDS,
}
