import { Type, type Static } from 'typebox'
import { Instant } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { PasswordRules } from './accounts.ts'
import { Role } from './roles.ts'

/** How people sign in here. A change is in force at once, for those signed in too. */
export const SignInRules = Type.Object({
  ...PasswordRules.properties,
  /** Days until a password must be changed; 0: never. */
  maxAgeDays: Type.Integer({ minimum: 0, maximum: 730 }),
  /** So many earlier passwords are not taken again. */
  history: Type.Integer({ minimum: 0, maximum: 24 }),
  /** Wrong tries of one browser for one name until it waits; ten times as many from anywhere until the account does. */
  tries: Type.Integer({ minimum: 3, maximum: 20 }),
  lockMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
  /** A session that was not used for so long is over; 0: never before its end. Remembered phones are not counted. */
  idleMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
  /** The longest a session lasts. */
  hours: Type.Integer({ minimum: 1, maximum: 24 }),
  /** The longest a remembered phone or a program stays signed in; 0: phones cannot be remembered, programs get `hours`. */
  keepDays: Type.Integer({ minimum: 0, maximum: 30 }),
  /** Who holds one of these must have a second factor. */
  factorRoles: Type.Array(Role, { uniqueItems: true, maxItems: 40 }),
  /** Whom to ask who cannot sign in; shown on the sign-in pages. */
  help: Type.String({ maxLength: 200 }),
})
export type SignInRules = Static<typeof SignInRules>

const RulesInForce = Type.Object({
  rules: SignInRules,
  /** Absent while nobody has changed what it began with. */
  changed: Type.Optional(Type.Object({ at: Instant, by: Type.String() })),
})

export const readSignInRules = route({
  method: 'GET',
  path: '/sign-in-rules',
  summary: 'How people sign in: passwords, second factor, waiting after wrong tries, sessions',
  permission: 'people.edit',
  scope: 'district',
  returns: RulesInForce,
})

export const changeSignInRules = route({
  method: 'PUT',
  path: '/sign-in-rules',
  summary:
    'Changes how people sign in; sessions that are open are shortened where the new rules are stricter',
  permission: 'people.edit',
  scope: 'district',
  body: SignInRules,
  returns: RulesInForce,
})
