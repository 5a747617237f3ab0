/** The staff pages of notices. The own settings are reached from the bell, the demonstration's messages from its strip. */
export const pages = [
  {
    path: '/notices/log',
    load: () => import('./log.page.tsx').then((m) => m.LogPage),
    menu: { zh: '发送记录', en: 'Messages', permission: 'notices.read', order: 84 },
  },
  {
    path: '/notices/channels',
    load: () => import('./channels.page.tsx').then((m) => m.ChannelsPage),
    menu: { zh: '发送渠道', en: 'Channels', permission: 'notices.configure', order: 86 },
  },
  { path: '/notices/own', load: () => import('./choices.page.tsx').then((m) => m.ChoicesPage) },
  { path: '/notices/demo', load: () => import('./demo.page.tsx').then((m) => m.DemoMessagesPage) },
]
