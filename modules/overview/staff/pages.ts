/** The staff pages of the overview. */
export const pages = [
  {
    path: '/overview',
    load: () => import('./overview.page.tsx').then((m) => m.OverviewPage),
    menu: { zh: '概览', en: 'Overview', permission: 'indicators.read', order: 12 },
  },
  {
    path: '/overview/rows',
    load: () => import('./rows.page.tsx').then((m) => m.RowsPage),
  },
  {
    path: '/registers',
    load: () => import('./registers.page.tsx').then((m) => m.RegistersPage),
    menu: { zh: '基层家底', en: 'Registers', permission: 'indicators.read', order: 13 },
  },
  {
    path: '/registers/rows',
    load: () => import('./records.page.tsx').then((m) => m.RecordsPage),
  },
  {
    path: '/map',
    load: () => import('./map.page.tsx').then((m) => m.MapPage),
    menu: { zh: '网格图', en: 'Grid map', permission: 'indicators.read', order: 14 },
  },
  {
    path: '/screen',
    load: () => import('./screen.page.tsx').then((m) => m.ScreenPage),
  },
]
