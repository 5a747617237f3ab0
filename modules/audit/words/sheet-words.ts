/** The words of the exported sheet; used on the server, in the language of who asks. */
export const sheetTitles = {
  zh: ['时间', '谁', '登录名', '当时的岗位', '做了什么', '对象', '详情', '事项代码', '请求编号'],
  en: ['Time', 'Who', 'Sign-in name', 'Posts then', 'What', 'Subject', 'Details', 'Code', 'Request'],
} as const

export const byWords = {
  zh: { person: '已删除的账号', visitor: '未登录的人', system: '系统' },
  en: { person: 'account unknown', visitor: 'nobody signed in', system: 'system' },
} as const
