/** The staff page of the office. */
export const pages = [
  {
    path: '/settings/office',
    load: () => import('./office.page.tsx').then((m) => m.OfficePage),
    settings: [
      {
        key: 'office',
        group: 'office',
        zh: '单位信息',
        en: 'The office',
        about: { zh: '名称、标志、联系电话', en: 'Name, sign, phone lines' },
        permission: 'office.configure',
      },
    ],
  },
]
