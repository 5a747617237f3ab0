/** The staff pages of people, besides the own account. */
export const pages = [
  {
    path: '/posts',
    load: () => import('./posts.page.tsx').then((m) => m.PostsPage),
    menu: { zh: '岗位', en: 'Posts', permission: 'people.read', order: 70 },
  },
  {
    path: '/contact-links',
    load: () => import('./contact-links.page.tsx').then((m) => m.ContactLinksPage),
    menu: { zh: '包联', en: 'Contact links', permission: 'people.read', order: 71 },
  },
  {
    path: '/accounts',
    load: () => import('./accounts.page.tsx').then((m) => m.AccountsPage),
    menu: { zh: '账号', en: 'Accounts', permission: 'people.edit', order: 72 },
  },
  {
    path: '/sign-in-rules',
    load: () => import('./sign-in-rules.page.tsx').then((m) => m.SignInRulesPage),
    menu: { zh: '登录安全', en: 'Sign-in rules', permission: 'people.edit', order: 74 },
  },
  {
    path: '/areas/$areaId/duties',
    load: () => import('./duties.page.tsx').then((m) => m.DutiesPage),
  },
]
