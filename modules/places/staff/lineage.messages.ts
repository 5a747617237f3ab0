import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  from: {
    split: (day: string) => `${day}由下面的网格拆分而来：`,
    merge: (day: string) => `${day}由下面的网格合并而成：`,
    move: (day: string) => `${day}划入了下面网格的部分楼栋：`,
  },
  to: {
    split: (day: string) => `${day}拆分为：`,
    merge: (day: string) => `${day}并入：`,
    move: (day: string) => `${day}部分楼栋划给了：`,
  },
  ended: (name: string, day: string) => `“${name}”已于${day}撤销`,
  endedHow: '过去的办件和统计仍记在它名下。想看它当时的样子，请在左边“按日期看”里选那以前的一天。',
  today: '现在负责这里的是：',
  part: '（部分）',
  none: '没有接手的区域。',
}

const en: typeof zh = {
  from: {
    split: (day) => `Split off on ${day} from:`,
    merge: (day) => `Merged on ${day} from:`,
    move: (day) => `Took over some buildings on ${day} from:`,
  },
  to: {
    split: (day) => `Split on ${day} into:`,
    merge: (day) => `Merged on ${day} into:`,
    move: (day) => `Gave some buildings on ${day} to:`,
  },
  ended: (name, day) => `“${name}” ended on ${day}`,
  endedHow:
    'Past matters and figures stay under its name. To see it as it was, choose an earlier day at the left.',
  today: 'Today this place is answered for by:',
  part: ' (in part)',
  none: 'No area took over.',
}

export const messages: Messages<typeof zh> = { zh, en }
