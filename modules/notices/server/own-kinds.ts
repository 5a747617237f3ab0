import { type NoticeGroup, noticeKind } from './kinds.ts'

const self: NoticeGroup = { key: 'notices', zh: '验证码和测试', en: 'Codes and tests' }

export const codeKind = noticeKind('notices.code', {
  called: { zh: '验证码', en: 'One-time code' },
  group: self,
  forStaff: false,
  urgent: true,
  secret: true,
  fields: { code: 'code', minutes: 'number' },
  zh: ({ code, minutes }) => ({
    title: '验证码',
    text: `验证码：${code}，${minutes} 分钟内有效。工作人员不会向您要验证码，请不要告诉别人。`,
    short: `验证码${code}，${minutes}分钟内有效。工作人员不会向您要，请不要告诉别人。`,
  }),
  en: ({ code, minutes }) => ({
    title: 'Your code',
    text: `Your code is ${code}, good for ${minutes} minutes. Nobody on our side will ask for it.`,
    short: `Code ${code}, good for ${minutes} min. Tell nobody.`,
  }),
  sample: { code: '000000', minutes: '5' },
})

export const testKind = noticeKind('notices.test', {
  called: { zh: '测试消息', en: 'Test message' },
  group: self,
  forStaff: false,
  urgent: true,
  fields: { at: 'moment' },
  zh: ({ at }) => ({
    title: '测试消息',
    text: `这是系统管理员在 ${at} 发的测试消息，不用回复。`,
    short: `系统管理员${at}发的测试消息，不用回复。`,
  }),
  en: ({ at }) => ({
    title: 'Test message',
    text: `The system administrator sent this test on ${at}. No answer is needed.`,
    short: `Test message of ${at}. No answer needed.`,
  }),
  sample: { at: new Date('2026-11-25T10:30:00Z') },
})
