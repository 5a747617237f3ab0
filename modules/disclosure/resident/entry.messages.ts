import type { Step } from '../contract.ts'

const steps: Partial<Record<Step['kind'], string>> = {
  received: '收到来件',
  accepted: '受理',
  extended: '批准延期一次',
  late: '超过时限，亮红灯',
  raised: '上一级督办',
  answered: '答复来件人',
  reopened: '来件人说没解决，重新办理',
  closed: '办结',
  returned: '说明不归这里办，告知该找哪里',
}
const zh = {
  title: (number: string) => `办件 ${number}`,
  steps,
  course: '办理经过',
  place: '在哪里',
  office: '谁在办',
  due: '答复时限',
  people: '反映的人数',
  said: '公示说明',
  share: '分享这一页',
  copied: '网址已复制',
  ledger: '看全部公示',
  inTime: '按时',
  late: '超期',
}

const enSteps: typeof steps = {
  received: 'Received',
  accepted: 'Taken up',
  extended: 'Given more time, once',
  late: 'Past its time: red',
  raised: 'Supervised by the level above',
  answered: 'Answered to the reporters',
  reopened: 'A reporter said it is not settled; taken up again',
  closed: 'Closed',
  returned: 'Not ours; the right channel was told',
}
const en: typeof zh = {
  title: (number) => `Matter ${number}`,
  steps: enSteps,
  course: 'How it went',
  place: 'Where',
  office: 'Handled by',
  due: 'Answer due',
  people: 'Reported by',
  said: 'For everybody to read',
  share: 'Share this page',
  copied: 'The address was copied',
  ledger: 'The whole public ledger',
  inTime: 'In time',
  late: 'Overdue',
}

export const messages = { zh, en }
