import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './language.ts'

const STORED_AS = 'yige.elder'
const listeners = new Set<() => void>()

let chosen: boolean | undefined

export function isElder(): boolean {
  chosen ??= readStored(STORED_AS) === '1'
  return chosen
}

/** Puts the stored choice on <html>, where the style sheets read it. */
export function applyDisplay(): void {
  const root = document.documentElement
  if (isElder()) root.dataset['elder'] = ''
  else delete root.dataset['elder']
}

export function chooseElder(on: boolean): void {
  chosen = on
  writeStored(STORED_AS, on ? '1' : null)
  applyDisplay()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useElder(): boolean {
  return useSyncExternalStore(subscribe, isElder, () => false)
}
