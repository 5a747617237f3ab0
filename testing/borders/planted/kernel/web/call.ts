import { words } from '#kernel/contract/words.ts'

export const call = words
