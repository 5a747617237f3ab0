const zh = {
  title: '这里有事找谁',
  how: '以下都是工作电话。离您最近的排在前面。',
  none: '这里还没有登记负责人。请到社区窗口问，或扫门上的码把事情报上来。',
  noPhone: '没有登记工作电话，可到社区找',
  print: '打印贴在门口',
  report: '在网上报事',
  unknown: '这个二维码打不开',
  home: '去首页',
}

const en: typeof zh = {
  title: 'Whom to ask here',
  how: 'These are work phones. Those nearest to you come first.',
  none: 'Nobody is registered here yet. Ask at the community office, or report through the code at your door.',
  noPhone: 'No work phone registered; ask at the community office',
  print: 'Print for the door',
  report: 'Report on line',
  unknown: 'This code does not open',
  home: 'To the first page',
}

export const messages = { zh, en }
