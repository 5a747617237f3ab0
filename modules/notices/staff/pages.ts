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
    settings: [
      {
        key: 'channels',
        group: 'messages',
        zh: '发送渠道',
        en: 'Channels',
        about: {
          zh: '短信、邮件、微信、企业微信、钉钉，密钥只存不显示',
          en: 'SMS, e-mail, WeChat, WeCom, DingTalk; secrets are never shown',
        },
        permission: 'notices.configure',
      },
    ],
  },
  { path: '/notices/own', load: () => import('./choices.page.tsx').then((m) => m.ChoicesPage) },
  { path: '/notices/demo', load: () => import('./demo.page.tsx').then((m) => m.DemoMessagesPage) },
]
