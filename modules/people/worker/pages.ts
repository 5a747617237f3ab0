import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: PageEntry[] = [
  {
    path: '/work/sign-in',
    load: () => import('./sign-in.page.tsx').then((module) => module.SignInPage),
    early: '/demo/people',
  },
  { path: '/work/account', load: () => import('./account.page.tsx').then((module) => module.AccountPage) },
  { path: '/work/me', load: () => import('./me.page.tsx').then((module) => module.MePage) },
]
