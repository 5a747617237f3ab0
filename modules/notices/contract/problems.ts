import { problem } from '#kernel/contract/problem.ts'

export const noticeNotFound = problem('notices.not-found', 404, {
  zh: '没有这条通知，或不在您的辖区内。',
  en: 'There is no such notice within your post.',
})
export const notAgain = problem('notices.not-again', 409, {
  zh: '这条通知不能再发：验证码用过即作废，超过保存期的内容已清除。',
  en: 'This cannot be sent again: codes serve once, and words are erased after their period.',
})
export const alreadyWaiting = problem('notices.already-waiting', 409, {
  zh: '这条通知已经在等着发送。',
  en: 'This notice already waits to be sent.',
})
export const wayOff = problem('notices.way-off', 409, {
  zh: '这个渠道没有开通，请换一个，或请系统管理员开通。',
  en: 'This way is not open. Choose another, or ask the system administrator to open it.',
})
export const addressWrong = problem('notices.address-wrong', 400, {
  zh: '这个号码或地址不对，请核对。',
  en: 'This number or address is not right. Please check it.',
})
export const codeWrong = problem('notices.code-wrong', 400, {
  zh: '验证码不对，或者已经过期。请核对，也可以重新获取。',
  en: 'The code is not right or no longer good. Check it, or ask for a new one.',
})
export const codeTooSoon = problem('notices.code-too-soon', 429, {
  zh: '刚刚发过一次，请一分钟后再获取。',
  en: 'One was sent just now. Please ask again in a minute.',
})
export const codeTooMany = problem('notices.code-too-many', 429, {
  zh: '今天获取的次数太多了，请明天再试，或到社区服务窗口办理。',
  en: 'Too many codes today. Try again tomorrow, or go to the counter of your community.',
})
export const codesDown = problem('notices.codes-down', 503, {
  zh: '验证码现在发不出去。请过十分钟再试，或到社区服务窗口办理。',
  en: 'Codes cannot be sent at present. Try again in ten minutes, or go to the counter of your community.',
})
