import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: readonly PageEntry[] = [
  { path: '/public', load: () => import('./ledger.page.tsx').then((m) => m.LedgerPage) },
  {
    path: '/m/:number',
    load: () => import('./entry.page.tsx').then((m) => m.EntryPage),
    early: '/disclosure/:number',
  },
]
