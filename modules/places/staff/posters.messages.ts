import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  back: '返回',
  print: '打印',
  layout: '样式',
  layouts: { poster: '一页一张', labels: '一页六张' },
  count: (posters: number, sheets: number) => `${posters} 个门码，${sheets} 页 A4`,
  hint: '打印时纸张选 A4、边距选“无”、缩放选 100%，黑白即可。贴在齐胸高、光线好的地方。',
  waiting: '正在准备海报…',
  none: '这里没有可打印的门码。',
  noneNext: '先到“门码”里做一个。',
  tooMany: (count: number) => `一次最多打印 ${count} 张，其余请分几次选。`,
  noContact: (count: number) => `有 ${count} 张没查到网格员，海报上就不写姓名电话。可以先到“岗位”里补上。`,
  contactsFailed: (count: number) => `有 ${count} 个地点的网格员没能查到，点重试再查一次，不要急着打印。`,
  retry: '重试',
  poster: {
    title: '有事扫一扫',
    steps: [
      { name: '扫码', how: '微信扫一扫' },
      { name: '说事', how: '写几句、拍照都行' },
      { name: '看进度', how: '办到哪步随时看' },
    ],
    promise: ['不用下载', '不用注册', '可以匿名'],
    worker: '网格员',
    workPhone: '工作电话',
    address: '也可以在浏览器输入',
    number: '门码编号',
  },
}

const en: typeof zh = {
  back: 'Back',
  print: 'Print',
  layout: 'Layout',
  layouts: { poster: 'One a page', labels: 'Six a page' },
  count: (posters, sheets) => `${posters} door codes on ${sheets} A4 ${sheets === 1 ? 'page' : 'pages'}`,
  hint: 'Print on A4 with no margins at 100 %; black and white is enough. Hang it at chest height in good light.',
  waiting: 'Preparing the posters…',
  none: 'There is no door code to print here.',
  noneNext: 'Make one under Door codes first.',
  tooMany: (count) => `At most ${count} can be printed at once. Choose the others in further rounds.`,
  noContact: (count) =>
    `${count} of them have no grid worker, so no name and phone is printed. You can fill the post first, under Posts.`,
  contactsFailed: (count) =>
    `The grid worker of ${count} places could not be looked up. Try again before printing.`,
  retry: 'Try again',
  poster: {
    title: 'Something wrong? Scan.',
    steps: [
      { name: 'Scan', how: 'with WeChat or the camera' },
      { name: 'Tell us', how: 'in words or photos' },
      { name: 'Follow it', how: 'see how far it is' },
    ],
    promise: ['Nothing to install', 'No account', 'No name needed'],
    worker: 'Grid worker',
    workPhone: 'Work phone',
    address: 'Or type this in a browser',
    number: 'Code number',
  },
}

export const messages: Messages<typeof zh> = { zh, en }
