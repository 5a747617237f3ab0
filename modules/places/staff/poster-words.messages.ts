import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: '海报上的文字',
  what: '全区的海报都这样印；已经贴出去的不受影响。',
  heading: '大标题',
  headingHint: '不填就是“有事扫一扫”。',
  line: '电话一行',
  lineHint: '例如：服务热线 12345',
  from: '落款',
  fromHint: '不填就用“单位信息”里的名称。',
  showsWorker: '印上网格员的姓名和工作电话',
  showsWorkerHint: '换了人海报就要重印；不印也能在扫码后看到。',
  save: '保存',
  saved: '海报文字已保存',
}

const en: typeof zh = {
  title: 'Words on the posters',
  what: 'All posters of the district are printed so; those already up stay as they are.',
  heading: 'Heading',
  headingHint: 'Left empty, it is the usual one.',
  line: 'Line with a phone number',
  lineHint: 'For example: Hotline 12345',
  from: 'Put up by',
  fromHint: 'Left empty, the name of the office.',
  showsWorker: 'Print the grid worker’s name and work phone',
  showsWorkerHint: 'Then a new worker means new posters; who scans sees them anyway.',
  save: 'Save',
  saved: 'The words are saved',
}

export const messages: Messages<typeof zh> = { zh, en }
