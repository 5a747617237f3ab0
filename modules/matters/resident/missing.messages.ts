const zh = {
  title: '这个网址打不开',
  how: '可能是网址抄错了，或者页面已经搬走。请再扫一次门上的二维码；查进度请输入回执上的查询码。',
  home: '去首页',
  find: '输入查询码看进度',
}

const en: typeof zh = {
  title: 'This address leads nowhere',
  how: 'It may be mistyped, or the page has moved. Scan the code at your door again, or enter the query code of your receipt.',
  home: 'To the first page',
  find: 'Enter a query code',
}

export const messages = { zh, en }
