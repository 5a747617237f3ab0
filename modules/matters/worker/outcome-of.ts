import type { Outcome } from '../contract.ts'

/** In the order in which they are offered. */
export const outcomes: readonly Outcome[] = ['solved', 'explained', 'planned', 'referred']

export const outcomeOf = (word: string): Outcome | undefined => outcomes.find((outcome) => outcome === word)
