/** The staff pages of organisations. */
export const pages = [
  {
    path: '/organisations',
    load: () => import('./organisations.page.tsx').then((m) => m.OrganisationsPage),
    menu: { zh: '单位', en: 'Organisations', permission: 'organisations.read', order: 80 },
    settings: [
      {
        key: 'organisations',
        group: 'people',
        zh: '单位',
        en: 'Organisations',
        about: { zh: '部门、社区、物业、共建单位', en: 'departments, communities, property companies' },
        permission: 'organisations.edit',
      },
    ],
  },
  {
    path: '/formations',
    load: () => import('./formations.page.tsx').then((m) => m.FormationsPage),
    menu: { zh: '业委会筹建', en: 'Owners’ committees', permission: 'organisations.read', order: 82 },
  },
]
