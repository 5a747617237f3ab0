/** The staff pages of people, besides the own account. */
export const pages = [
  {
    path: '/posts',
    load: () => import('./posts.page.tsx').then((m) => m.PostsPage),
    menu: { zh: '岗位', en: 'Posts', permission: 'people.read', order: 70 },
  },
  {
    path: '/areas/$areaId/duties',
    load: () => import('./duties.page.tsx').then((m) => m.DutiesPage),
  },
]
