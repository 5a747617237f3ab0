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
]
