import type { Messages } from '#kernel/web/messages.ts'
import type { Outcome, Status, Way } from '../contract.ts'

type Words = {
  ways: Record<Way, string>
  statuses: Record<Status, string>
  outcomes: Record<Outcome, string>
}

const zh: Words = {
  ways: { sms: '短信', email: '邮件', wechat: '微信公众号', wecom: '企业微信', dingtalk: '钉钉' },
  statuses: { waiting: '等着发', sent: '已发出', dead: '发不出去', skipped: '没有发' },
  outcomes: {
    sent: '服务商已收下',
    unreachable: '连不上服务商',
    busy: '服务商忙，或发得太密',
    quota: '这个号码今天收得太多',
    spent: '今天的总量或余额用完了',
    address: '号码或地址不对，或对方已取消关注',
    content: '内容被服务商拒收',
    template: '模板或签名没有报备好',
    credentials: '密钥不对，或没有授权',
    refused: '服务商没有收',
    unexpected: '程序出了差错',
    'way-off': '这个渠道没有开通',
    expired: '过了时间，不用再发',
    erased: '内容已按保存期清除',
  },
}

const en: Words = {
  ways: { sms: 'SMS', email: 'E-mail', wechat: 'WeChat', wecom: 'WeCom', dingtalk: 'DingTalk' },
  statuses: { waiting: 'Waiting', sent: 'Sent', dead: 'Failed', skipped: 'Not sent' },
  outcomes: {
    sent: 'Taken by the provider',
    unreachable: 'The provider could not be reached',
    busy: 'The provider is busy, or too many at once',
    quota: 'Too many for this number today',
    spent: 'The allowance or credit of today is used up',
    address: 'The address is wrong, or no longer follows',
    content: 'The provider refused the content',
    template: 'Template or signature is not approved',
    credentials: 'The secret is wrong, or permission is missing',
    refused: 'The provider did not take it',
    unexpected: 'A fault of the program',
    'way-off': 'This way is not open',
    expired: 'Too late to be of use',
    erased: 'The words were erased after their period',
  },
}

export const noticeWords: Messages<Words> = { zh, en }
