import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '#kernel/web/language.ts'

export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

const STORED_AS = 'yige.theme'
const listeners = new Set<() => void>()
const system = window.matchMedia('(prefers-color-scheme: dark)')

function chosenAtFirst(): Appearance {
  const stored = readStored(STORED_AS)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

let chosen = chosenAtFirst()

/** Puts the choice on <html>, where the style sheets read it. */
export function applyAppearance(): void {
  const { dataset } = document.documentElement
  if (chosen === 'system') delete dataset['theme']
  else dataset['theme'] = chosen
}

export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance
  writeStored(STORED_AS, appearance === 'system' ? null : appearance)
  applyAppearance()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => chosen)

export const useDark = (): boolean =>
  useSyncExternalStore(subscribe, () => (chosen === 'system' ? system.matches : chosen === 'dark'))
