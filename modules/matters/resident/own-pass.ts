import { useSyncExternalStore } from 'react'

/** Shows for some minutes that a number is this person's. Only in this tab: gone when it is closed. */
export type Pass = { readonly pass: string; readonly until: number; readonly maskedPhone: string }

const STORED_AS = 'yige.own-pass'
const watchers = new Set<() => void>()
let known: Pass | undefined
let isRead = false

/** sessionStorage throws in some in-app browsers with storage switched off: the pass then lasts for this page. */
function readStored(): Pass | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED_AS) ?? 'null')
    return isPass(stored) ? stored : undefined
  } catch {
    return undefined
  }
}

const isPass = (value: unknown): value is Pass =>
  typeof value === 'object' &&
  value !== null &&
  'pass' in value &&
  'until' in value &&
  'maskedPhone' in value &&
  typeof value.pass === 'string' &&
  typeof value.until === 'number' &&
  typeof value.maskedPhone === 'string'

function currentPass(): Pass | undefined {
  if (!isRead) known = readStored()
  isRead = true
  if (known && known.until <= Date.now()) known = undefined
  return known
}

export function keepPass(pass: Pass | undefined): void {
  known = pass
  isRead = true
  try {
    if (pass) sessionStorage.setItem(STORED_AS, JSON.stringify(pass))
    else sessionStorage.removeItem(STORED_AS)
  } catch {
    // It then lasts for this page only.
  }
  for (const watcher of watchers) watcher()
}

/** Looks again every half minute: when the time is over, what it opened is closed. */
function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  const clock = setInterval(watcher, 30_000)
  return () => {
    clearInterval(clock)
    watchers.delete(watcher)
  }
}

export const useOwnPass = (): Pass | undefined => useSyncExternalStore(watch, currentPass, () => undefined)

export const maskedPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '')
  return digits.length > 7 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : digits
}
