import { Type } from 'typebox'
import { problem } from '#kernel/contract/problem.ts'

export const factorThere = problem('people.factor-there', 409, {
  zh: '已经绑定了动态验证码。要换手机，请先解除再重新绑定。',
  en: 'A second factor is bound already. To change the phone, remove it first.',
})
export const factorMissing = problem('people.factor-missing', 409, {
  zh: '还没有绑定动态验证码，请先扫码。',
  en: 'There is no second factor yet. Scan the code first.',
})
export const factorDemanded = problem('people.factor-demanded', 409, {
  zh: '您的岗位必须使用动态验证码，不能自己解除。换手机请找安全管理员解除，下次登录时重新绑定。',
  en: 'Your post demands a second factor, so you cannot remove it yourself. To change the phone ask the security administrator to remove it, and bind the new one when you next sign in.',
})

/** A secret to be put into an authenticator app. It counts once a first code has confirmed it. */
export const FactorOffer = Type.Object({
  /** Base32 in groups of four, for typing. */
  secret: Type.String(),
  /** `otpauth://totp/…` */
  address: Type.String(),
  /** The address as a QR code: the path of an SVG of `size` units a side. */
  drawing: Type.Object({ path: Type.String(), size: Type.Integer() }),
})

/** Ten codes, each good once, told this one time. */
export const RecoveryCodes = Type.Array(Type.String())
