import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'

const STORED_AS = 'yige.lang'
const listeners = new Set<() => void>()
let current: Language | undefined

/** localStorage throws in some in-app browsers with storage switched off. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

export function writeStored(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // The choice then lasts for this page only.
  }
}

function chosenAtFirst(): Language {
  const stored = readStored(STORED_AS)
  if (stored === 'zh' || stored === 'en') return stored
  if (typeof navigator === 'undefined') return 'zh'
  // Chinese unless every language the browser asks for is another one.
  const asked = navigator.languages?.length ? navigator.languages : [navigator.language ?? 'zh']
  return asked.some((tag) => tag.toLowerCase().startsWith('zh')) || !asked[0]?.startsWith('en') ? 'zh' : 'en'
}

function markDocument(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export function currentLanguage(): Language {
  if (!current) {
    current = chosenAtFirst()
    markDocument(current)
  }
  return current
}

export function chooseLanguage(language: Language): void {
  current = language
  writeStored(STORED_AS, language)
  markDocument(language)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage, () => 'zh' as const)
}
