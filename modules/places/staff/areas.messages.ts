import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: '区域',
  tree: '区域树',
  treeWaiting: '正在加载区域…',
  treeEmpty: '您的岗位下还没有区域。请联系上级管理员设置岗位。',
  asOf: '按日期看',
  asOfToday: '今天',
  past: (day: string) => `这是 ${day} 的区划，只能看，不能改。点“今天”回到现在。`,
  tabs: { below: '下级', codes: '门码', map: '边界图' },
  facts: {
    kind: '层级',
    code: '区划代码',
    type: '类型',
    communityType: '社区类型',
    gridKind: '网格类型',
    households: '户数',
    since: '设立或变更',
    below: '下级',
    path: '位置',
  },
  unset: '未填',
  name: '名称',
  actions: { add: '添加下级', change: '修改', end: '撤销', duties: '上墙图', posts: '岗位' },
  noneBelow: '下面还没有区域。',
  noneBelowNext: '点“添加下级”加上网格、楼栋或单元；数量多时请管理员用表格导入。',
  end: {
    title: (name: string) => `撤销“${name}”？`,
    effects: [
      '从今天起不再使用，新来的诉求不会再分到这里。',
      '它的门码同时停用，已贴的海报扫不开了。',
      '过去的办件和统计不变，按日期仍能看到它。',
      '它的岗位不会自动结束，请到“岗位”里结束。',
    ],
    first: (count: number) => `下面还有 ${count} 个在用的区域，先撤销它们才能撤销这一级。`,
    confirm: '撤销',
    cancel: '不撤销',
    done: (name: string, day: string) => `“${name}”已撤销，从 ${day} 起生效`,
  },
}

const en: typeof zh = {
  title: 'Areas',
  tree: 'Tree of areas',
  treeWaiting: 'Loading areas…',
  treeEmpty: 'There is no area under your posts yet. Ask your administrator to give you a post.',
  asOf: 'As of',
  asOfToday: 'Today',
  past: (day) => `These are the areas of ${day}: to look at, not to change. Choose Today to come back.`,
  tabs: { below: 'Below', codes: 'Door codes', map: 'Boundary' },
  facts: {
    kind: 'Kind',
    code: 'Division code',
    type: 'Type',
    communityType: 'Community type',
    gridKind: 'Grid kind',
    households: 'Households',
    since: 'Set up or changed',
    below: 'Below',
    path: 'Where',
  },
  unset: 'Not filled in',
  name: 'Name',
  actions: { add: 'Add below', change: 'Change', end: 'End', duties: 'Duty board', posts: 'Posts' },
  noneBelow: 'There is nothing below yet.',
  noneBelowNext:
    'Choose Add below for a grid, building or unit; for many, ask the administrator to import a sheet.',
  end: {
    title: (name) => `End “${name}”?`,
    effects: [
      'From today it is out of use: no new report is sent here.',
      'Its door codes stop working, also those on posters already up.',
      'Past matters and figures stay, and it can still be seen by date.',
      'Its posts do not end by themselves. End them under Posts.',
    ],
    first: (count) => `There are ${count} areas in use below it. End those first.`,
    confirm: 'End it',
    cancel: 'Keep it',
    done: (name, day) => `“${name}” has ended, as of ${day}`,
  },
}

export const messages: Messages<typeof zh> = { zh, en }
