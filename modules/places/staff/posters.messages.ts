import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  back: '返回',
  print: '打印',
  layout: '样式',
  words: '改海报文字',
  layouts: { 1: '一页一张', 2: '两张', 4: '四张', 8: '八张贴纸' },
  fromPage: '第',
  toPage: '页到',
  count: (posters: number, sheets: number) => `${posters} 个门码，${sheets} 页 A4`,
  hint: '打印时纸张选 A4、边距选“无”、缩放选 100%，黑白即可；两张以上的按页边的短线裁开。贴在齐胸高、光线好的地方。',
  waiting: (loaded: number, all: number) => `正在准备海报，已好 ${loaded} 张，共 ${all} 张…`,
  none: '这里没有可打印的门码。',
  noneNext: '先到“门码”里做一个。',
  noContact: (count: number) => `有 ${count} 张没查到网格员，海报上就不写姓名电话。可以先到“岗位”里补上。`,
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
  words: 'Change the words',
  layouts: { 1: 'One a page', 2: 'Two', 4: 'Four', 8: 'Eight stickers' },
  fromPage: 'Pages',
  toPage: 'to',
  count: (posters, sheets) => `${posters} door codes on ${sheets} A4 ${sheets === 1 ? 'page' : 'pages'}`,
  hint: 'Print on A4 with no margins at 100 %; black and white is enough. Cut along the short marks. Hang it at chest height in good light.',
  waiting: (loaded, all) => `Preparing the posters: ${loaded} of ${all}…`,
  none: 'There is no door code to print here.',
  noneNext: 'Make one under Door codes first.',
  noContact: (count) =>
    `${count} of them have no grid worker, so no name and phone is printed. You can fill the post first, under Posts.`,
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
