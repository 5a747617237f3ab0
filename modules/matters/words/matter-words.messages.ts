import type { Promised, Status, Level, Outcome, FollowUpResult, Channel } from '../contract.ts'

type Unit = Promised['unit']
type ByKey<Key extends string> = Record<Key, string>

const status: ByKey<Status> = {
  received: '已收到',
  accepted: '已受理',
  in_progress: '正在办',
  answered: '已答复',
  closed: '已办结',
  returned: '已退回',
  merged: '已并案',
  withdrawn: '已撤回',
}
const level: ByKey<Level> = { grid: '网格', community: '社区', street: '街道', district: '区级' }
const outcome: ByKey<Outcome> = {
  solved: '已解决',
  explained: '已说明情况',
  planned: '已列入计划',
  referred: '已转相关单位',
}
const followUp: ByKey<FollowUpResult> = {
  satisfied: '满意',
  dissatisfied: '不满意',
  declined: '没有表态',
  not_reached: '没联系上',
}
const channel: ByKey<Channel> = {
  qr: '扫码',
  web: '网页',
  phone: '电话',
  counter: '窗口',
  visit: '走访',
  reception: '接访',
  petition: '信访',
  worker: '网格员上报',
  api: '其他平台',
}
const limit: Record<Unit, (amount: number) => string> = {
  working_days: (amount) => `${amount} 个工作日`,
  natural_days: (amount) => `${amount} 天`,
  hours: (amount) => `${amount} 小时`,
  working_hours: (amount) => `${amount} 个工作小时`,
}
const zh = {
  status,
  level,
  outcome,
  followUp,
  channel,
  limit,
  /** The clock stands still while the reporter is asked. */
  paused: '等回话',
  rating: ['非常不满意', '不满意', '基本满意', '满意', '非常满意'] as readonly string[],
}

const several = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? '' : 's'}`

const en: typeof zh = {
  status: {
    received: 'Received',
    accepted: 'Accepted',
    in_progress: 'In hand',
    answered: 'Answered',
    closed: 'Closed',
    returned: 'Sent back',
    merged: 'Joined to another',
    withdrawn: 'Withdrawn',
  },
  level: { grid: 'Grid', community: 'Community', street: 'Street', district: 'District' },
  outcome: {
    solved: 'Solved',
    explained: 'Explained',
    planned: 'Planned',
    referred: 'Referred',
  },
  followUp: {
    satisfied: 'satisfied',
    dissatisfied: 'not satisfied',
    declined: 'no opinion given',
    not_reached: 'not reached',
  },
  channel: {
    qr: 'Door code',
    web: 'Web',
    phone: 'Phone',
    counter: 'Counter',
    visit: 'Visit',
    reception: 'Reception',
    petition: 'Petition office',
    worker: 'Grid worker',
    api: 'Another platform',
  },
  limit: {
    working_days: (amount) => several(amount, 'working day'),
    natural_days: (amount) => several(amount, 'day'),
    hours: (amount) => several(amount, 'hour'),
    working_hours: (amount) => several(amount, 'working hour'),
  },
  paused: 'Waiting',
  rating: ['Very unhappy', 'Unhappy', 'So-so', 'Happy', 'Very happy'],
}

/** The words of a matter's states and kinds, the same on every screen. */
export const matterWords = { zh, en }
