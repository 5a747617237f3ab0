import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import '#kernel/ui/tokens.css'
import '#kernel/ui/base.css'
// Worn by the built frame before the page that owns them is here.
import '#kernel/ui/button/button.css'
import '#kernel/ui/choice-grid/choice-grid.css'
import '#kernel/ui/field/field.css'
import './frame.css'
import { applyDisplay } from '#kernel/web/display.ts'
import { currentLanguage } from '#kernel/web/language.ts'
import { loadFirstPage, type PageEntry } from '#kernel/web/page-entry.tsx'

/** Keeps the shells and code on the phone once the page stands; `work` also keeps every worker page. */
function keepForOffline(part: 'resident' | 'work'): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const register = async () => {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    // What this visit loaded before the service worker was there.
    const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)
    active?.postMessage({ keep: part, loaded: loaded.filter((path) => path.startsWith('/assets/')) })
  }
  // Later than everything the person waits for; a refusal (private window) only means no offline start.
  addEventListener('load', () => setTimeout(() => void register().catch(() => undefined), 1500))
}

/** The built frame stays on screen until the page's code is here, then the page takes its place. */
export async function boot(part: 'resident' | 'work', pages: readonly PageEntry[], Shell: ComponentType) {
  applyDisplay()
  currentLanguage()
  keepForOffline(part)
  const root = document.getElementById('root')
  if (!root) return
  await loadFirstPage(pages, location.pathname)
  root.replaceChildren()
  createRoot(root).render(<Shell />)
}
