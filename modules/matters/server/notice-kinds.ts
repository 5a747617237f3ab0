import { type NoticeGroup, noticeKind } from '#modules/notices/server/door.ts'

const mine: NoticeGroup = { key: 'matters.mine', zh: '派给我的办件', en: 'Matters given to me' }
const clock: NoticeGroup = {
  key: 'matters.clock',
  zh: '快到期、超期和督办',
  en: 'Due soon, overdue, supervised',
}
const voices: NoticeGroup = {
  key: 'matters.reporters',
  zh: '反映人的补充、催办和重办',
  en: 'What reporters add, urge and reopen',
}
const reports: NoticeGroup = { key: 'matters.reports', zh: '给反映人的', en: 'To reporters' }

/** What a colleague is told of a matter; `id` leads to it. */
export const ofMatter = {
  id: 'words',
  number: 'words',
  subject: 'both',
  place: 'words',
  due: 'moment',
} as const

type Seen = { [Name in keyof typeof ofMatter]: string }

const toColleagues = {
  forStaff: true,
  urgent: false,
  fields: ofMatter,
  path: ({ id }: Seen) => `/staff?m=${id}`,
  workPath: ({ id }: Seen) => `/work/m/${id}`,
  sample: {
    id: '01900000-0000-7000-8000-000000000000',
    number: '2026-000399',
    subject: { zh: '电动车飞线充电', en: 'E-bike charging by loose cables' },
    place: '滨河花园 12号楼',
    due: new Date('2026-12-10T10:00:00Z'),
  },
} as const

export const given = noticeKind('matters.given', {
  ...toColleagues,
  called: { zh: '新办件', en: 'New matter' },
  group: mine,
  zh: ({ number, subject, place, due }) => ({
    title: `新办件：${subject}`,
    text: `${place}，${number}，${due} 前答复。`,
    short: `新办件${number}（${subject}），请在${due}前答复。`,
  }),
  en: ({ number, subject, place, due }) => ({
    title: `New matter: ${subject}`,
    text: `${place}, ${number}, to be answered by ${due}.`,
    short: `New matter ${number} (${subject}), due ${due}.`,
  }),
})

export const dueSoon = noticeKind('matters.due-soon', {
  ...toColleagues,
  called: { zh: '快到期', en: 'Due soon' },
  group: clock,
  zh: ({ number, subject, place, due }) => ({
    title: `快到期：${subject}`,
    text: `${place}，${number}，${due} 到期。`,
    short: `办件${number}（${subject}）${due}到期，请抓紧答复。`,
  }),
  en: ({ number, subject, place, due }) => ({
    title: `Due soon: ${subject}`,
    text: `${place}, ${number}, due ${due}.`,
    short: `Matter ${number} (${subject}) is due ${due}.`,
  }),
})

export const overdue = noticeKind('matters.overdue', {
  ...toColleagues,
  called: { zh: '已超期', en: 'Overdue' },
  group: clock,
  zh: ({ number, subject, place, due }) => ({
    title: `已超期：${subject}`,
    text: `${place}，${number}，应在 ${due} 前答复。`,
    short: `办件${number}（${subject}）已超期，应在${due}前答复。`,
  }),
  en: ({ number, subject, place, due }) => ({
    title: `Overdue: ${subject}`,
    text: `${place}, ${number}, was due ${due}.`,
    short: `Matter ${number} (${subject}) was due ${due}.`,
  }),
})

export const raised = noticeKind('matters.raised', {
  ...toColleagues,
  called: { zh: '请督办', en: 'To supervise' },
  group: clock,
  zh: ({ number, subject, place, due }) => ({
    title: `请督办：${subject}`,
    text: `${place}，${number}，应在 ${due} 前答复，还没有答复。`,
    short: `请督办${number}（${subject}），应在${due}前答复，还没有答复。`,
  }),
  en: ({ number, subject, place, due }) => ({
    title: `To supervise: ${subject}`,
    text: `${place}, ${number}, was due ${due} and is not answered.`,
    short: `Supervise ${number} (${subject}): was due ${due}.`,
  }),
})

export const instructed = noticeKind('matters.instructed', {
  ...toColleagues,
  called: { zh: '督办意见', en: 'Instruction' },
  group: clock,
  zh: ({ number, subject, place }) => ({
    title: `有督办意见：${subject}`,
    text: `${place}，${number}，上级写了意见，请打开看。`,
    short: `办件${number}（${subject}）有督办意见，请打开看。`,
  }),
  en: ({ number, subject, place }) => ({
    title: `Instruction: ${subject}`,
    text: `${place}, ${number}: the level above wrote an instruction.`,
    short: `Matter ${number} (${subject}) has an instruction.`,
  }),
})

export const urged = noticeKind('matters.urged', {
  ...toColleagues,
  called: { zh: '反映人催办', en: 'Reporter urges' },
  group: voices,
  zh: ({ number, subject, place, due }) => ({
    title: `反映人在催：${subject}`,
    text: `${place}，${number}，${due} 到期。`,
    short: `办件${number}（${subject}）反映人在催，${due}到期。`,
  }),
  en: ({ number, subject, place, due }) => ({
    title: `The reporter urges: ${subject}`,
    text: `${place}, ${number}, due ${due}.`,
    short: `The reporter urges ${number} (${subject}), due ${due}.`,
  }),
})

export const replied = noticeKind('matters.replied', {
  ...toColleagues,
  called: { zh: '反映人已补充', en: 'Reporter replied' },
  group: voices,
  zh: ({ number, subject, place, due }) => ({
    title: `反映人补充了情况：${subject}`,
    text: `${place}，${number}，时限继续走，${due} 前答复。`,
    short: `办件${number}（${subject}）反映人补充了情况，请看。`,
  }),
  en: ({ number, subject, place, due }) => ({
    title: `The reporter replied: ${subject}`,
    text: `${place}, ${number}; the clock runs again, due ${due}.`,
    short: `The reporter replied to ${number} (${subject}).`,
  }),
})

export const reopened = noticeKind('matters.reopened', {
  ...toColleagues,
  called: { zh: '重办', en: 'Reopened' },
  group: voices,
  zh: ({ number, subject, place, due }) => ({
    title: `要重办：${subject}`,
    text: `${place}，${number}，反映人不满意，${due} 前再答复。`,
    short: `办件${number}（${subject}）反映人不满意，请在${due}前再答复。`,
  }),
  en: ({ number, subject, place, due }) => ({
    title: `Reopened: ${subject}`,
    text: `${place}, ${number}: the reporter is not content; answer again by ${due}.`,
    short: `Matter ${number} (${subject}) is reopened, due ${due}.`,
  }),
})

/** What a reporter is told; the query code opens the receipt. */
const toReporters = {
  forStaff: false,
  urgent: false,
  group: reports,
  fields: { number: 'words', code: 'code', due: 'moment' },
  path: ({ code }: { code: string }) => `/r/${code}`,
  sample: { number: '2026-000399', code: 'ABCDE23456', due: new Date('2026-12-10T10:00:00Z') },
} as const

export const taken = noticeKind('matters.taken', {
  ...toReporters,
  called: { zh: '登记回执', en: 'Receipt' },
  zh: ({ number, code, due }) => ({
    title: '您反映的事已登记',
    text: `编号 ${number}，${due} 前答复。查询码 ${code}。`,
    short: `您反映的事已登记，编号${number}，${due}前答复。查询码${code}`,
  }),
  en: ({ number, code, due }) => ({
    title: 'Your report is taken',
    text: `Number ${number}, answered by ${due}. Query code ${code}.`,
    short: `Report ${number} taken, answer by ${due}. Code ${code}`,
  }),
})

export const answered = noticeKind('matters.answered', {
  ...toReporters,
  called: { zh: '已答复', en: 'Answered' },
  zh: ({ number, code }) => ({
    title: '您反映的事有答复了',
    text: `编号 ${number}。请看答复，说说满不满意。查询码 ${code}。`,
    short: `您反映的事（${number}）已答复，请凭查询码${code}查看、评价。`,
  }),
  en: ({ number, code }) => ({
    title: 'Your report is answered',
    text: `Number ${number}. Please read the answer and rate it. Query code ${code}.`,
    short: `Report ${number} answered. Read and rate it, code ${code}`,
  }),
})

export const asked = noticeKind('matters.asked', {
  ...toReporters,
  called: { zh: '请您补充', en: 'A question to you' },
  zh: ({ number, code }) => ({
    title: '您反映的事要请您补充情况',
    text: `编号 ${number}。您补充以后接着办。查询码 ${code}。`,
    short: `您反映的事（${number}）要请您补充情况，请凭查询码${code}回复。`,
  }),
  en: ({ number, code }) => ({
    title: 'A question about your report',
    text: `Number ${number}. It goes on once you have replied. Query code ${code}.`,
    short: `A question about report ${number}. Reply with code ${code}`,
  }),
})

export const returned = noticeKind('matters.returned', {
  ...toReporters,
  called: { zh: '不归我们办', en: 'Not ours' },
  zh: ({ number, code }) => ({
    title: '您反映的事不归我们办',
    text: `编号 ${number}。为什么、该找谁，回执里写明了。查询码 ${code}。`,
    short: `您反映的事（${number}）不归我们办，找谁办请凭查询码${code}查看。`,
  }),
  en: ({ number, code }) => ({
    title: 'Your report is not ours to handle',
    text: `Number ${number}. Why, and whom to ask, stands on the receipt. Query code ${code}.`,
    short: `Report ${number} is not ours. Whom to ask: code ${code}`,
  }),
})

export const extended = noticeKind('matters.extended', {
  ...toReporters,
  called: { zh: '延期', en: 'More time' },
  zh: ({ number, code, due }) => ({
    title: '您反映的事要多些时间',
    text: `编号 ${number}，改为 ${due} 前答复。查询码 ${code}。`,
    short: `您反映的事（${number}）要多些时间，改为${due}前答复。查询码${code}`,
  }),
  en: ({ number, code, due }) => ({
    title: 'Your report needs more time',
    text: `Number ${number}, now answered by ${due}. Query code ${code}.`,
    short: `Report ${number} needs more time: by ${due}. Code ${code}`,
  }),
})
