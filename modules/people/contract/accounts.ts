import { Type, type Static } from 'typebox'
import { Id, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'

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

export const findAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts by the beginning of the name or the sign-in name',
  permission: 'people.edit',
  scope: 'district',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 40 }) }),
  returns: Type.Object({
    items: Type.Array(Type.Object({ accountId: Id, name: Type.String(), login: Type.String() })),
  }),
})
