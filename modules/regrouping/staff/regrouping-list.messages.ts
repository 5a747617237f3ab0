import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: '调整记录',
  none: '还没有调整过。',
  kinds: { split: '拆分', merge: '合并', move: '调整楼栋' },
  states: { planned: '等到那天', done: '已调整', cancelled: '已取消', stuck: '没能执行' },
  columns: { day: '从哪天起', what: '做了什么', state: '状态', by: '谁定的' },
  what: (kind: string, from: string, to: string) => `${kind}：${from} → ${to}`,
  cancel: '取消',
  cancelTitle: '取消这项调整？',
  cancelEffect: '到了那天不再调整，网格、岗位都照旧。',
  cancelled: '已取消',
  keep: '不取消',
}

const en: typeof zh = {
  title: 'Regroupings',
  none: 'Nothing has been regrouped yet.',
  kinds: { split: 'Split', merge: 'Merger', move: 'Buildings moved' },
  states: { planned: 'Waits for its day', done: 'Done', cancelled: 'Called off', stuck: 'Could not be done' },
  columns: { day: 'From', what: 'What', state: 'State', by: 'Decided by' },
  what: (kind, from, to) => `${kind}: ${from} → ${to}`,
  cancel: 'Call off',
  cancelTitle: 'Call this off?',
  cancelEffect: 'Nothing will happen on that day; grids and posts stay as they are.',
  cancelled: 'Called off',
  keep: 'Keep it',
}

export const messages: Messages<typeof zh> = { zh, en }
