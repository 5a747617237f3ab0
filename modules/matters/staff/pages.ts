/** The staff pages of matters. */
export const pages = [
  {
    path: '/',
    load: () => import('./desk.page.tsx').then((m) => m.DeskPage),
    menu: { zh: '工作台', en: 'Desk', permission: 'matters.read', order: 10 },
  },
  {
    path: '/counter',
    load: () => import('./counter.page.tsx').then((m) => m.CounterPage),
    menu: { zh: '替人登记', en: 'Counter', permission: 'matters.take', order: 11 },
  },
  { path: '/print', load: () => import('./print.page.tsx').then((m) => m.PrintPage) },
  {
    path: '/setup',
    load: () => import('./setup/setup.page.tsx').then((m) => m.SetupPage),
    menu: { zh: '办理设置', en: 'How matters are handled', permission: 'matters.configure', order: 80 },
  },
]
