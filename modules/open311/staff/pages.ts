/** The staff page of the open interface. */
export const pages = [
  {
    path: '/open-interface',
    load: () => import('./open-interface.page.tsx').then((m) => m.OpenInterfacePage),
    settings: [
      {
        key: 'open-interface',
        group: 'programs',
        zh: '开放接口',
        en: 'Open interface',
        about: { zh: '给别的系统发密钥，它们来报、来查', en: 'keys for programs that report and read' },
        permission: 'open311.manage',
      },
    ],
  },
]
