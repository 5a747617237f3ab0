import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  what: '只有房号，没有住户的名字和情况。',
  unset: '还没登记楼层和房号。',
  set: '登记楼层',
  change: '改楼层',
  floors: '几层',
  rooms: '每层几户',
  save: '保存',
  cancel: '不改了',
  saved: '已保存',
  floor: (number: number) => `${number} 层`,
}
const en: typeof zh = {
  what: 'Codes only: no names, nothing of those who live there.',
  unset: 'Floors and rooms are not set yet.',
  set: 'Set floors',
  change: 'Change floors',
  floors: 'Floors',
  rooms: 'Rooms a floor',
  save: 'Save',
  cancel: 'Leave it',
  saved: 'Saved',
  floor: (number) => `Floor ${number}`,
}
export const messages: Messages<typeof zh> = { zh, en }
