/** The staff page of the open interface. */
export const pages = [
  {
    path: '/open-interface',
    load: () => import('./open-interface.page.tsx').then((m) => m.OpenInterfacePage),
    menu: { zh: '开放接口', en: 'Open interface', permission: 'open311.manage', order: 90 },
  },
]
