import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  retention: {
    title: '联系方式保存多久',
    what: '居民留的姓名、手机号、邮箱，在办结以后保存这么久，到期的当晚自动删除。来件的内容和办理记录不受影响。居民在“我的信息”里看得到这个期限。',
    months: '办结以后保存几个月',
    unit: '个月',
    hint: '改短了，已经超过的今晚 4 点 17 分就删，删了找不回来。',
    label: '保存几个月',
  },
  notice: {
    title: '个人信息告知',
    what: '居民提交前能点开看的说明。每存一次就是新的一版；居民交来件时看的是哪一版，记在来件上，旧版一直能查。',
    zh: '中文',
    en: '英文',
    head: (number: number) => `第 ${number} 段的小标题`,
    text: (number: number) => `第 ${number} 段的内容`,
    add: '加一段',
    drop: (number: number) => `删掉第 ${number} 段`,
    need: '每段都要有小标题和内容，中文、英文都至少要有一段。',
    see: '看居民看到的',
    part: (language: string, head: string) => `${language}「${head}」`,
  },
  save: '保存',
  publish: '存成新的一版',
  saved: '已保存，几秒后各处生效。',
}

const en: typeof zh = {
  retention: {
    title: 'How long contacts are kept',
    what: 'Names, phone numbers and addresses of reporters are kept so long after the end of a matter and erased in the night they fall due. What was said and the record of handling stay. Residents see this under “My data”.',
    months: 'Months after the end',
    unit: 'months',
    hint: 'Made shorter, what is older goes tonight at 4:17 and cannot be brought back.',
    label: 'Months kept',
  },
  notice: {
    title: 'Notice on personal data',
    what: 'What residents can open before sending. Each saving makes a new version; which one somebody was shown stands on their report, and earlier ones stay readable.',
    zh: 'Chinese',
    en: 'English',
    head: (number) => `Heading of part ${number}`,
    text: (number) => `Text of part ${number}`,
    add: 'One more part',
    drop: (number) => `Remove part ${number}`,
    need: 'Each part needs a heading and a text, and each language at least one part.',
    see: 'See it as residents do',
    part: (language, head) => `${language}: ${head}`,
  },
  save: 'Save',
  publish: 'Save as a new version',
  saved: 'Saved; in force everywhere in a few seconds.',
}

export const messages: Messages<typeof zh> = { zh, en }
