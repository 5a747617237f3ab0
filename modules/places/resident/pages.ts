import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: readonly PageEntry[] = [
  { path: '/find-place', load: () => import('./find-place.page.tsx').then((m) => m.FindPlacePage) },
]
