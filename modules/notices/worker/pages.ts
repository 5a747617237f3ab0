import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: PageEntry[] = [
  {
    path: '/work/notices',
    load: () => import('./notices.page.tsx').then((module) => module.NoticesPage),
  },
]
