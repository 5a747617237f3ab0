import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let siteName = ''

/** Whoever runs the installation: stands behind the heading in the title of every page. */
export function nameSite(name: string): void {
  if (name === siteName) return
  siteName = name
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSiteName = (): string =>
  useSyncExternalStore(
    subscribe,
    () => siteName,
    () => '',
  )
