import { Type, type Static } from 'typebox'
import { Id, Instant, oneOf, PageOf, PageQuery, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { Role } from './roles.ts'

export const Login = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' })

/** Longer and richer where the rules of signing in say so. */
export const Password = Type.String({ minLength: 8, maxLength: 200 })

/** Given by an administrator, changed by its owner at the first sign-in. */
export const FirstPassword = Type.String({ minLength: 10, maxLength: 200 })

export const PasswordRules = Type.Object({
  minLength: Type.Integer({ minimum: 8, maximum: 64 }),
  /** Of small letters, capitals, digits, and everything else: how many at least. */
  kinds: Type.Integer({ minimum: 1, maximum: 4 }),
})
export type PasswordRules = Static<typeof PasswordRules>

/** What a password lacks, in `details.broken`. */
export const PasswordFault = oneOf(['short', 'kinds', 'login', 'common', 'used'])
export type PasswordFault = Static<typeof PasswordFault>

export const passwordWeak = problem('people.password-weak', 409, {
  zh: '这个密码不符合要求，请换一个。',
  en: 'This password does not meet the rules. Choose another.',
})

export const accountNotFound = problem('people.account-not-found', 404, {
  zh: '没有这个账号。',
  en: 'There is no such account.',
})
export const loginTaken = problem('people.login-taken', 409, {
  zh: '这个登录名已有人用，请换一个。',
  en: 'This sign-in name is taken. Choose another.',
})
export const addAccount = route({
  method: 'POST',
  path: '/accounts',
  summary: 'Makes an account; it can do nothing until it holds a post',
  permission: 'people.edit',
  scope: 'area',
  forgetful: true,
  body: Type.Object({ login: Login, name: Words({ max: 40 }), password: FirstPassword }),
  returns: Type.Object({ accountId: Id }),
  problems: [loginTaken],
})

export const Account = Type.Object({
  accountId: Id,
  name: Type.String(),
  login: Type.String(),
  /** Since when it opens nothing. */
  disabledAt: Type.Optional(Instant),
  /** Absent: never, or not since it is counted. */
  signedInAt: Type.Optional(Instant),
  hasFactor: Type.Boolean(),
  /** The password was given by somebody else and is not changed yet. */
  passwordIsFirst: Type.Boolean(),
  openSessions: Type.Integer(),
  /** Who it is at the sign-in service, where they are linked. */
  identity: Type.Optional(Type.String()),
  /** Those held today. */
  posts: Type.Array(Type.Object({ role: Role, areaName: Type.String() })),
})
export type Account = Static<typeof Account>

export const listAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts by name; by the beginning of the name or the sign-in name where one is given',
  permission: 'people.edit',
  scope: 'district',
  query: Type.Object({
    ...PageQuery,
    q: Type.Optional(Type.String({ maxLength: 40 })),
    /** `active` unless told. */
    state: Type.Optional(oneOf(['active', 'disabled', 'no-factor', 'first-password', 'no-post'])),
  }),
  returns: PageOf(Account),
})

const ofAccount = Type.Object({ accountId: Id })

export const ownAccountRefused = problem('people.own-account', 409, {
  zh: '不能这样处理自己的账号，请由另一位安全管理员办理。自己的密码和验证码在“我的账号”里改。',
  en: 'This cannot be done to the own account. Ask another security administrator; password and second factor of your own are changed under My account.',
})

export const disableAccount = route({
  method: 'PUT',
  path: '/accounts/:accountId/disabled',
  summary: 'Disables an account with a reason: all its sessions end, what it had in hand goes to others',
  permission: 'people.edit',
  scope: 'district',
  params: ofAccount,
  body: Type.Object({ reason: Words({ max: 200 }) }),
  returns: Type.Object({ endedSessions: Type.Integer() }),
  problems: [accountNotFound, ownAccountRefused],
})

export const enableAccount = route({
  method: 'DELETE',
  path: '/accounts/:accountId/disabled',
  summary: 'Enables a disabled account again',
  permission: 'people.edit',
  scope: 'district',
  params: ofAccount,
  returns: Type.Object({ enabled: Type.Boolean() }),
  problems: [accountNotFound],
})

export const resetPassword = route({
  method: 'PUT',
  path: '/accounts/:accountId/password',
  summary: 'Gives an account a first password, to be changed at the next sign-in; all its sessions end',
  permission: 'people.edit',
  scope: 'district',
  forgetful: true,
  params: ofAccount,
  body: Type.Object({ password: FirstPassword }),
  returns: Type.Object({ endedSessions: Type.Integer() }),
  problems: [accountNotFound, ownAccountRefused],
})

export const removeAccountFactor = route({
  method: 'DELETE',
  path: '/accounts/:accountId/second-factor',
  summary: 'Removes the second factor of who lost the phone and the recovery codes; all its sessions end',
  permission: 'people.edit',
  scope: 'district',
  params: ofAccount,
  returns: Type.Object({ removed: Type.Boolean() }),
  problems: [accountNotFound, ownAccountRefused],
})

export const endAccountSessions = route({
  method: 'DELETE',
  path: '/accounts/:accountId/sessions',
  summary: 'Signs an account out everywhere',
  permission: 'people.edit',
  scope: 'district',
  params: ofAccount,
  returns: Type.Object({ endedSessions: Type.Integer() }),
  problems: [accountNotFound],
})

export const endAllSessions = route({
  method: 'DELETE',
  path: '/sessions',
  summary: 'Signs everybody out everywhere, except the session that asks',
  permission: 'people.edit',
  scope: 'district',
  /** Only sessions that began before this moment; all when it is left out. */
  query: Type.Object({ before: Type.Optional(Instant) }),
  returns: Type.Object({ endedSessions: Type.Integer() }),
})
