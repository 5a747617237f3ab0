/** The staff pages of regrouping. */
export const pages = [
  {
    path: '/areas/$areaId/regroup',
    load: () => import('./regroup.page.tsx').then((m) => m.RegroupPage),
  },
]
