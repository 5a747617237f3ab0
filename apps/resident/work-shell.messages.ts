const zh = {
  bar: '主要功能',
  today: '今日',
  take: '拍一拍',
  notices: '通知',
  unread: (count: number) => `${count} 条没看`,
  me: '我的',
  unsentLabel: '没发出的内容',
  unsent: (count: number) => `${count} 条没发出，有网自动发`,
  refused: (count: number) => `${count} 条没发成，请看一下`,
}

const en: typeof zh = {
  bar: 'Main pages',
  today: 'Today',
  take: 'New',
  notices: 'Notices',
  unread: (count) => `${count} unread`,
  me: 'Me',
  unsentLabel: 'Not sent yet',
  unsent: (count) => `${count} not sent yet; sent once there is a connection`,
  refused: (count) => `${count} could not be sent, please look`,
}

export const messages = { zh, en }
