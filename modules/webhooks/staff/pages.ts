/** The staff page of webhooks. */
export const pages = [
  {
    path: '/webhooks',
    load: () => import('./webhooks.page.tsx').then((m) => m.WebhooksPage),
    menu: { zh: '事件推送', en: 'Webhooks', permission: 'webhooks.manage', order: 92 },
  },
]
