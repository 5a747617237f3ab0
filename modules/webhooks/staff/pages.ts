/** The staff page of webhooks. */
export const pages = [
  {
    path: '/webhooks',
    load: () => import('./webhooks.page.tsx').then((m) => m.WebhooksPage),
    settings: [
      {
        key: 'webhooks',
        group: 'programs',
        zh: '事件推送',
        en: 'Webhooks',
        about: { zh: '办件一变就告诉别的系统', en: 'other programs are told of changes' },
        permission: 'webhooks.manage',
      },
    ],
  },
]
