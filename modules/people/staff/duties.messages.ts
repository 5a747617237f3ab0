import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  back: '返回',
  print: '打印',
  hint: '打印时纸张选 A4、边距选“无”、缩放选 100%。只印工作电话，不印家里电话。',
  waiting: '正在准备上墙图…',
  none: '这里还没有人任岗。先到“岗位”里设上，再来打印。',
  toPosts: '去设岗位',
  title: '有事找谁',
  people: '谁管什么',
  units: (kind: string) => `各${kind}联系人`,
  columns: { role: '岗位', name: '姓名', area: '负责', duty: '职责', phone: '工作电话' },
  vacant: '暂缺',
  limited: (count: number) => `下级较多，只印前 ${count} 个。`,
  checked: (day: string) => `${day} 核对`,
  scan: '也可以扫门口的二维码说事，不用注册，可以匿名。',
}

const en: typeof zh = {
  back: 'Back',
  print: 'Print',
  hint: 'Print on A4 with no margins at 100 %. Only work phones are printed, never home numbers.',
  waiting: 'Preparing the board…',
  none: 'Nobody holds a post here yet. Give posts under Posts, then print.',
  toPosts: 'Go to Posts',
  title: 'Whom to ask',
  people: 'Who does what',
  units: (kind) => `Contact of each ${kind.toLowerCase()}`,
  columns: { role: 'Role', name: 'Name', area: 'Area', duty: 'Duty', phone: 'Work phone' },
  vacant: 'vacant',
  limited: (count) => `There are many below; only the first ${count} are printed.`,
  checked: (day) => `Checked ${day}`,
  scan: 'Or scan the code at the door: no account, no name needed.',
}

export const messages: Messages<typeof zh> = { zh, en }
