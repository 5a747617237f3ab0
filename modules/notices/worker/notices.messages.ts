const zh = {
  title: '通知',
  none: '没有通知。派给您的事、快到期的事，会在这里告诉您。',
  allRead: '全部标为已看',
  older: '看更早的',
  urgent: '急',
  unread: '没看',
  offline: (time: string) => `没有网络。这是 ${time} 的通知。`,
}

const en: typeof zh = {
  title: 'Notices',
  none: 'No notices. What is given to you and what is due soon is told here.',
  allRead: 'Mark all as read',
  older: 'Older ones',
  urgent: 'urgent',
  unread: 'unread',
  offline: (time) => `No connection. These are the notices of ${time}.`,
}

export const messages = { zh, en }
