const zh = {
  title: '没发出的',
  none: '都发出去了。',
  today: '回今日',
  what: '有网会自动发，不用守着。',
  photos: (count: number) => `${count} 张照片`,
  waiting: '等网络',
  sending: '正在发',
  signedOut: '登录过期了，登录后会接着发。',
  other: '这是另一个账号写的，要用那个账号登录才能发。',
  again: '全部再发一次',
  edit: '修改',
  remove: '删除',
  removeTitle: '删除这一条？',
  removeWhat: '删除后不会发出，也找不回来。',
  removeYes: '删除',
  removeNo: '留着',
}

const en: typeof zh = {
  title: 'Not sent yet',
  none: 'Everything has been sent.',
  today: 'Back to today',
  what: 'These are sent by themselves once there is a connection.',
  photos: (count) => (count === 1 ? '1 photo' : `${count} photos`),
  waiting: 'Waiting for a connection',
  sending: 'Sending',
  signedOut: 'Your sign-in has run out; it goes on after you sign in.',
  other: 'Written under another account; it is sent when that account signs in.',
  again: 'Send all again',
  edit: 'Change',
  remove: 'Delete',
  removeTitle: 'Delete this one?',
  removeWhat: 'It will not be sent and cannot be brought back.',
  removeYes: 'Delete',
  removeNo: 'Keep',
}

export const messages = { zh, en }
