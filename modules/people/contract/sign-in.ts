import { Type, type Static } from 'typebox'
import { AreaId, Id, Instant, oneOf } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { AreaKind } from '#modules/places/contract.ts'
import { Password, PasswordRules, passwordWeak } from './accounts.ts'
import { FactorOffer, RecoveryCodes } from './second-factor.ts'
import { Role } from './roles.ts'

export const HeldPost = Type.Object({
  id: Id,
  role: Role,
  areaId: AreaId,
  areaKind: AreaKind,
  areaName: Type.String(),
  permissions: Type.Array(Type.String()),
})

export const Session = Type.Object({
  accountId: Id,
  name: Type.String(),
  districtName: Type.String(),
  posts: Type.Array(HeldPost),
})
export type Session = Static<typeof Session>

export const signInWrong = problem('people.sign-in-wrong', 401, {
  zh: '账号或密码不对。忘记密码请联系安全管理员。',
  en: 'Name or password is not right. If you forgot it, ask the security administrator.',
})
export const signInLocked = problem('people.sign-in-locked', 429, {
  zh: '连续输错多次，请稍后再试。',
  en: 'Too many wrong tries. Please wait and try again.',
})

export const codeWrong = problem('people.code-wrong', 401, {
  zh: '验证码不对或已用过。请等手机上换一个新的再输，也可以用恢复码。',
  en: 'The code is not right, or was used already. Wait for the next one on your phone, or use a recovery code.',
})
export const stepOver = problem('people.step-over', 401, {
  zh: '这次登录等得太久，已作废，请重新输入账号和密码。',
  en: 'This sign-in took too long and is over. Enter name and password again.',
})

/** What is still wanted before somebody is signed in, in this order. */
export const Need = oneOf(['code', 'password', 'enrol'])
export type Need = Static<typeof Need>

/**
 * Either `session` (signed in), or `needs` with the `ticket` to send with the next step. A ticket is good for 15 minutes and
 * for nothing but signing in.
 */
export const SignedIn = Type.Object({
  session: Type.Optional(Session),
  needs: Type.Optional(Need),
  ticket: Type.Optional(Type.String()),
  token: Type.Optional(Type.String()),
  expiresAt: Instant,
})
export type SignedIn = Static<typeof SignedIn>

const Ticket = Type.String({ minLength: 20, maxLength: 100 })

/** Six digits of the phone, or a recovery code. */
export const Code = Type.String({ minLength: 6, maxLength: 40 })

export const signIn = route({
  method: 'POST',
  path: '/session',
  summary: 'Signs in with name and password; sets the session cookie, or returns a bearer token when asked',
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({
    login: Type.String({ minLength: 1, maxLength: 40 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    /** Remember this phone for as many days as the rules allow. */
    keep: Type.Optional(Type.Boolean()),
    /** An API client asks for a token instead of a cookie. */
    bearer: Type.Optional(Type.Boolean()),
  }),
  returns: SignedIn,
  problems: [signInWrong, signInLocked],
})

export const giveCode = route({
  method: 'POST',
  path: '/session/code',
  summary: 'The second step of signing in: the code of the second factor, or a recovery code',
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({ ticket: Ticket, code: Code }),
  returns: SignedIn,
  problems: [codeWrong, stepOver, signInLocked],
})

export const giveNewPassword = route({
  method: 'POST',
  path: '/session/new-password',
  summary: "A step of signing in: a password of one's own instead of a first or an old one",
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ ticket: Ticket, password: Password }),
  returns: SignedIn,
  problems: [passwordWeak, stepOver],
})

export const offerFactorAtSignIn = route({
  method: 'POST',
  path: '/session/second-factor',
  summary: 'A step of signing in: a secret for the second factor that the post demands',
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ ticket: Ticket }),
  returns: FactorOffer,
  problems: [stepOver],
})

export const confirmFactorAtSignIn = route({
  method: 'POST',
  path: '/session/second-factor/confirmation',
  summary: 'A step of signing in: the first code of the new second factor; tells the recovery codes, once',
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({ ticket: Ticket, code: Code }),
  returns: Type.Object({ ...SignedIn.properties, recoveryCodes: RecoveryCodes }),
  problems: [codeWrong, stepOver, signInLocked],
})

export const readWaysIn = route({
  method: 'GET',
  path: '/session/ways',
  summary: 'What the sign-in page must know before anybody is signed in',
  permission: 'public',
  scope: 'none',
  returns: Type.Object({
    /** How many days a phone may be remembered; 0: not at all. */
    keepDays: Type.Integer(),
    /** Whom to ask who cannot sign in, in the office's words; may be empty. */
    help: Type.String(),
    password: PasswordRules,
    /** The name of the sign-in service, where there is one. */
    provider: Type.Optional(Type.String()),
  }),
})

export const readSession = route({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, with the posts held today',
  permission: 'signed-in',
  scope: 'own',
  returns: Session,
})

export const signOut = route({
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  returns: Type.Object({ signedOut: Type.Boolean() }),
})
