import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: '通知',
  label: (count: number) => (count > 0 ? `通知，${count} 条没看` : '通知'),
  count: (count: number) => (count > 99 ? '99+' : String(count)),
  none: '没有通知。有事找您时，会在这里和您选的渠道里告诉您。',
  allRead: '全部标为已看',
  older: '看更早的',
  settings: '通知设置',
  urgent: '急',
  unread: '没看',
}

const en: typeof zh = {
  title: 'Notices',
  label: (count) => (count > 0 ? `Notices, ${count} unread` : 'Notices'),
  count: (count) => (count > 99 ? '99+' : String(count)),
  none: 'No notices. When something concerns you, you are told here and by the ways you chose.',
  allRead: 'Mark all as read',
  older: 'Older ones',
  settings: 'Notice settings',
  urgent: 'urgent',
  unread: 'unread',
}

export const messages: Messages<typeof zh> = { zh, en }
