import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: PageEntry[] = [
  {
    path: '/work',
    load: () => import('./today.page.tsx').then((module) => module.TodayPage),
    early: '/session',
  },
  {
    path: '/work/m/:id',
    load: () => import('./matter.page.tsx').then((module) => module.MatterPage),
    early: '/matters/:id',
  },
  { path: '/work/m/:id/:act', load: () => import('./act.page.tsx').then((module) => module.ActPage) },
  { path: '/work/new', load: () => import('./new.page.tsx').then((module) => module.NewPage) },
  { path: '/work/unsent', load: () => import('./unsent.page.tsx').then((module) => module.UnsentPage) },
]
