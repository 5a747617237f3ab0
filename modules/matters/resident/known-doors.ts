import { readStored, writeStored } from '#kernel/web/language.ts'

/** The first words of apps/build/shell-html.ts look here as well, before any code runs. */
const STORED_AS = 'yige.doors'
const MOST = 30

function readKnown(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(readStored(STORED_AS) ?? '[]')
    return Array.isArray(stored) ? stored.filter((token): token is string => typeof token === 'string') : []
  } catch {
    return []
  }
}

/** Keeps on this phone that its owner has been at a door; the next scan then opens the home of the place. */
export function rememberDoor(token: string): void {
  const others = readKnown().filter((one) => one !== token)
  writeStored(STORED_AS, JSON.stringify([token, ...others].slice(0, MOST)))
}

/** True for a scan, false for going back or reloading where the form stood. */
const isFreshVisit = (): boolean => history.state?.form !== true

export function isAgainAt(token: string): boolean {
  return isFreshVisit() && readKnown().includes(token)
}

/** A reload or the way back finds the form again, with what was typed, although the door is known by then. */
export function markForm(): void {
  history.replaceState({ ...history.state, form: true }, '')
}
