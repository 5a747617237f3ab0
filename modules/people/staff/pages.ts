/** The staff pages of people, besides the own account. */
export const pages = [
  {
    path: '/posts',
    load: () => import('./posts.page.tsx').then((m) => m.PostsPage),
    menu: { zh: '岗位', en: 'Posts', permission: 'people.read', order: 70 },
    settings: [
      {
        key: 'posts',
        group: 'people',
        zh: '岗位',
        en: 'Posts',
        about: { zh: '谁在哪里管什么', en: 'who answers for what where' },
        permission: 'people.edit',
      },
    ],
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
    settings: [
      {
        key: 'accounts',
        group: 'people',
        zh: '账号',
        en: 'Accounts',
        about: { zh: '谁能登录，停用、重置密码', en: 'who can sign in' },
        permission: 'people.edit',
      },
    ],
  },
  {
    path: '/sign-in-rules',
    load: () => import('./sign-in-rules.page.tsx').then((m) => m.SignInRulesPage),
    settings: [
      {
        key: 'sign-in',
        group: 'people',
        zh: '登录安全',
        en: 'Sign-in rules',
        about: {
          zh: '密码、输错、动态验证码、单点登录',
          en: 'passwords, tries, second factor, sign-in service',
        },
        permission: 'people.edit',
      },
    ],
  },
  {
    path: '/areas/$areaId/duties',
    load: () => import('./duties.page.tsx').then((m) => m.DutiesPage),
  },
]
