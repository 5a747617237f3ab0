import { Type, type Static } from 'typebox'
import { Id, Instant, oneOf } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { Password, PasswordRules, passwordWeak } from './accounts.ts'
import { factorDemanded, factorMissing, FactorOffer, factorThere, RecoveryCodes } from './second-factor.ts'
import { Code, codeWrong, signInLocked, signInWrong } from './sign-in.ts'

export const changePassword = route({
  method: 'PUT',
  path: '/session/password',
  summary: 'Changes the own password and ends all other sessions',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ current: Type.String({ maxLength: 200 }), next: Password }),
  returns: Type.Object({ endedSessions: Type.Integer() }),
  problems: [signInWrong, signInLocked, passwordWeak],
})

export const readOwnAccount = route({
  method: 'GET',
  path: '/account',
  summary: 'The own account: since when the password, whether there is a second factor',
  permission: 'signed-in',
  scope: 'own',
  returns: Type.Object({
    login: Type.String(),
    name: Type.String(),
    password: PasswordRules,
    passwordChangedAt: Instant,
    /** When it must be changed; absent where it never must. */
    passwordUntil: Type.Optional(Instant),
    factor: Type.Optional(Type.Object({ since: Instant, recoveryCodesLeft: Type.Integer() })),
    /** The rules demand one for a post held. */
    factorDemanded: Type.Boolean(),
  }),
})

export const offerFactor = route({
  method: 'POST',
  path: '/account/second-factor',
  summary: 'A secret for the own second factor; the password is asked again',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) }),
  returns: FactorOffer,
  problems: [signInWrong, signInLocked, factorThere],
})

export const confirmFactor = route({
  method: 'PUT',
  path: '/account/second-factor',
  summary: 'The first code of the own second factor; tells the recovery codes, once',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({ code: Code }),
  returns: Type.Object({ recoveryCodes: RecoveryCodes }),
  problems: [codeWrong, signInLocked, factorMissing, factorThere],
})

export const removeFactor = route({
  method: 'POST',
  path: '/account/second-factor/removal',
  summary: 'Removes the own second factor, with a code of it',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({ code: Code }),
  returns: Type.Object({ removed: Type.Boolean() }),
  problems: [codeWrong, signInLocked, factorMissing, factorDemanded],
})

export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/account/recovery-codes',
  summary: 'Ten new recovery codes instead of the earlier ones, with a code of the second factor',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ code: Code }),
  returns: Type.Object({ recoveryCodes: RecoveryCodes }),
  problems: [codeWrong, signInLocked, factorMissing],
})

/** `program`: a client with a bearer token. */
export const deviceKinds = ['phone', 'tablet', 'computer', 'program', 'other'] as const
export const browserKinds = [
  'wechat',
  'wecom',
  'dingtalk',
  'edge',
  'chrome',
  'firefox',
  'safari',
  'other',
] as const

export const OpenSession = Type.Object({
  id: Id,
  device: oneOf(deviceKinds),
  browser: oneOf(browserKinds),
  since: Instant,
  /** To the minute. */
  usedAt: Instant,
  until: Instant,
  /** The phone or computer is remembered for days. */
  kept: Type.Boolean(),
  /** The one that asks. */
  isThis: Type.Boolean(),
})
export type OpenSession = Static<typeof OpenSession>

export const sessionNotFound = problem('people.session-not-found', 404, {
  zh: '这处登录已经退出了。',
  en: 'This sign-in is over already.',
})

export const listOwnSessions = route({
  method: 'GET',
  path: '/account/sessions',
  summary: 'Where one is signed in, the last used first',
  permission: 'signed-in',
  scope: 'own',
  returns: Type.Object({ items: Type.Array(OpenSession) }),
})

export const endOwnSession = route({
  method: 'DELETE',
  path: '/account/sessions/:sessionId',
  summary: 'Ends one of the own sessions',
  permission: 'signed-in',
  scope: 'own',
  params: Type.Object({ sessionId: Id }),
  returns: Type.Object({ endedSessions: Type.Integer() }),
  problems: [sessionNotFound],
})

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/account/sessions',
  summary: 'Ends all own sessions but the one that asks',
  permission: 'signed-in',
  scope: 'own',
  returns: Type.Object({ endedSessions: Type.Integer() }),
})
