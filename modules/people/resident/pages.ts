import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: readonly PageEntry[] = [
  {
    path: '/who/:token',
    load: () => import('./who.page.tsx').then((m) => m.WhoPage),
    early: '/doors/:token/contacts',
  },
]
