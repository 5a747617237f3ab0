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
    settings: [
      {
        key: 'subjects',
        group: 'matters',
        zh: '事由',
        en: 'Subjects',
        about: {
          zh: '居民能选什么，要问什么，要不要照片',
          en: 'what residents choose, what is asked, photos',
        },
        permission: 'matters.configure',
        tab: 'subjects',
      },
      {
        key: 'policies',
        group: 'matters',
        zh: '时限',
        en: 'Limits',
        about: { zh: '每一级几天内答复', en: 'how long each level has' },
        permission: 'matters.configure',
        tab: 'policies',
      },
      {
        key: 'rules',
        group: 'matters',
        zh: '派单规则',
        en: 'Routing',
        about: { zh: '什么事先到哪里', en: 'where what goes first' },
        permission: 'matters.configure',
        tab: 'rules',
      },
      {
        key: 'calendar',
        group: 'matters',
        zh: '工作日历',
        en: 'Calendar',
        about: { zh: '放假、调休、几点上下班', en: 'holidays, make-up days, hours' },
        permission: 'matters.configure',
        tab: 'calendar',
      },
      {
        key: 'templates',
        group: 'matters',
        zh: '答复模板',
        en: 'Answer wordings',
        about: { zh: '各类事怎么答复', en: 'how subjects are answered' },
        permission: 'matters.configure',
        tab: 'templates',
      },
      {
        key: 'loop',
        group: 'matters',
        zh: '回访和督办',
        en: 'Follow-up and supervision',
        about: { zh: '催办、回访、重办、督办的天数', en: 'days of urging, follow-up, reopening' },
        permission: 'matters.configure',
        tab: 'loop',
      },
    ],
  },
  {
    path: '/settings/notice',
    load: () => import('./settings/notice.page.tsx').then((m) => m.NoticeSettingsPage),
    settings: [
      {
        key: 'notice',
        group: 'office',
        zh: '个人信息告知',
        en: 'Notice on personal data',
        about: {
          zh: '居民提交前看到的告知，每一版都留着',
          en: 'what residents read before sending; every version stays',
        },
        permission: 'matters.notice',
      },
    ],
  },
  {
    path: '/settings/retention',
    load: () => import('./settings/retention.page.tsx').then((m) => m.RetentionPage),
    settings: [
      {
        key: 'retention',
        group: 'office',
        zh: '联系方式保存多久',
        en: 'How long contacts are kept',
        about: { zh: '办结几个月后删掉姓名和电话', en: 'months after the end until names and numbers go' },
        permission: 'matters.notice',
      },
    ],
  },
]
