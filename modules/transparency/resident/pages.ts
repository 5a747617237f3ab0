import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: readonly PageEntry[] = [
  {
    path: '/r/:code/proof',
    load: () => import('./proof.page.tsx').then((m) => m.ProofPage),
    early: '/receipts/:code/proof',
  },
  { path: '/log', load: () => import('./log.page.tsx').then((m) => m.LogPage) },
]
