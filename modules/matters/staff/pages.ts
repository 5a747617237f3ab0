/** The staff pages of matters. */
export const pages = [
  {
    path: '/',
    load: () => import('./desk.page.tsx').then((m) => m.DeskPage),
    menu: { zh: '工作台', en: 'Desk', permission: 'matters.read', order: 10 },
  },
]
