/** The staff pages of places. */
export const pages = [
  {
    path: '/areas',
    load: () => import('./areas.page.tsx').then((m) => m.AreasPage),
    menu: { zh: '区域', en: 'Areas', permission: 'places.read', order: 60 },
  },
  {
    path: '/areas/$areaId/posters',
    load: () => import('./posters.page.tsx').then((m) => m.PostersPage),
  },
]
