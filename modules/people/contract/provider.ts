import { Type, type Static } from 'typebox'
import { Id, oneOf, Redirect } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { accountNotFound } from './accounts.ts'
import { SignedIn } from './sign-in.ts'

export const providerAway = problem('people.provider-away', 503, {
  zh: '统一身份认证现在连不上，请稍后再试，或用一格的账号密码登录。',
  en: 'The sign-in service cannot be reached now. Try again shortly, or sign in with name and password.',
})
export const providerOff = problem('people.provider-off', 404, {
  zh: '没有开通统一身份认证登录，请用账号密码登录。',
  en: 'There is no sign-in service here. Sign in with name and password.',
})
export const providerFailed = problem('people.provider-failed', 401, {
  zh: '统一身份认证没有完成，请再点一次重新来。',
  en: 'Signing in at the sign-in service was not completed. Please begin again.',
})
export const providerUnknown = problem('people.provider-unknown', 403, {
  zh: '您在统一身份认证里的身份，还没有对应的一格账号。请找安全管理员开通或绑定。',
  en: 'Who you are at the sign-in service has no account here yet. Ask the security administrator for one.',
})
export const accountDisabled = problem('people.account-disabled', 403, {
  zh: '您的一格账号已停用，请找安全管理员。',
  en: 'Your account is disabled. Ask the security administrator.',
})
export const identityTaken = problem('people.identity-taken', 409, {
  zh: '这个身份已经绑定到另一个账号。',
  en: 'Another account is linked to this identity.',
})

/** A sign-in service by OpenID Connect: how it is reached, and whom it tells us. */
export const Provider = Type.Object({
  on: Type.Boolean(),
  /** https, or http on this machine. */
  issuer: Type.String({
    maxLength: 300,
    pattern: '^(https://.+|http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?|)$',
  }),
  clientId: Type.String({ maxLength: 200 }),
  /** On the button: the name people know it by. */
  button: Type.String({ minLength: 1, maxLength: 20 }),
  /** The claim that equals the sign-in name here, where no link is stored. */
  claim: Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\w:/.-]+$' }),
  /** The second factor of Yige is asked besides, of who has or must have one. */
  ownFactor: Type.Boolean(),
})
export type Provider = Static<typeof Provider>

const ProviderInForce = Type.Object({
  ...Provider.properties,
  hasSecret: Type.Boolean(),
  /** To be registered there: where it sends people back to. */
  callback: Type.String(),
})

export const readProvider = route({
  method: 'GET',
  path: '/sign-in-provider',
  summary: 'The sign-in service; its secret is never told',
  permission: 'people.edit',
  scope: 'district',
  returns: ProviderInForce,
})

export const changeProvider = route({
  method: 'PUT',
  path: '/sign-in-provider',
  summary: 'Changes the sign-in service; without a secret the one that is kept stays',
  permission: 'people.edit',
  scope: 'district',
  forgetful: true,
  body: Type.Object({
    ...Provider.properties,
    secret: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  }),
  returns: ProviderInForce,
})

export const tryProvider = route({
  method: 'POST',
  path: '/sign-in-provider/trials',
  summary: 'Asks the sign-in service as it is set for its description',
  permission: 'people.edit',
  scope: 'district',
  forgetful: true,
  perMinute: 10,
  returns: Type.Object({ authorization: Type.String() }),
  problems: [providerOff, providerAway],
})

export const beginProvider = route({
  method: 'POST',
  path: '/session/provider',
  summary: 'Begins signing in at the sign-in service: where the browser goes',
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({
    app: oneOf(['staff', 'work']),
    /** The page to come back to. */
    to: Type.Optional(Type.String({ maxLength: 300, pattern: '^/(staff|work)' })),
    keep: Type.Optional(Type.Boolean()),
  }),
  returns: Redirect,
  problems: [providerOff, providerAway],
})

const Answered = {
  code: Type.Optional(Type.String({ maxLength: 4000 })),
  state: Type.Optional(Type.String({ maxLength: 200 })),
  iss: Type.Optional(Type.String({ maxLength: 300 })),
}

export const returnFromProvider = route({
  method: 'GET',
  path: '/session/provider/callback',
  summary:
    'Where the sign-in service sends people back to: hands its answer to the sign-in page, out of the address',
  permission: 'public',
  scope: 'none',
  // Services add parameters of their own.
  query: Type.Object(
    { ...Answered, error: Type.Optional(Type.String({ maxLength: 200 })) },
    { additionalProperties: true },
  ),
  returns: Redirect,
  answers: 'redirect',
})

export const finishProvider = route({
  method: 'POST',
  path: '/session/provider/answers',
  summary: 'Signs in with the answer of the sign-in service; once, and only in the browser that began it',
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 30,
  body: Type.Object(Answered),
  returns: SignedIn,
  problems: [providerOff, providerAway, providerFailed, providerUnknown, accountDisabled],
})

const ofAccount = Type.Object({ accountId: Id })

export const linkIdentity = route({
  method: 'PUT',
  path: '/accounts/:accountId/identity',
  summary: 'Links an account to who its owner is at the sign-in service',
  permission: 'people.edit',
  scope: 'district',
  params: ofAccount,
  body: Type.Object({ subject: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }) }),
  returns: Type.Object({ linked: Type.Boolean() }),
  problems: [accountNotFound, identityTaken, providerOff],
})

export const unlinkIdentity = route({
  method: 'DELETE',
  path: '/accounts/:accountId/identity',
  summary: 'Removes the link of an account to the sign-in service',
  permission: 'people.edit',
  scope: 'district',
  params: ofAccount,
  returns: Type.Object({ unlinked: Type.Boolean() }),
  problems: [accountNotFound],
})
