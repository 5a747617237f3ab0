import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: '设置',
  what: '不用找程序员就能改的都在这里。每次改动都记下是谁、什么时候、从什么改成什么；改错了，设回去就是。',
  groups: {
    office: '本单位',
    matters: '办理',
    people: '人员和登录',
    places: '区域、门码和地图',
    messages: '通知',
    programs: '和别的系统相连',
  },
}

const en: typeof zh = {
  title: 'Settings',
  what: 'Whatever can be changed without a programmer. Each change is on record: who, when, from what to what; one that was wrong is set back.',
  groups: {
    office: 'The office',
    matters: 'Handling',
    people: 'People and signing in',
    places: 'Areas, door codes and maps',
    messages: 'Messages',
    programs: 'Other programs',
  },
}

export const messages: Messages<typeof zh> = { zh, en }
