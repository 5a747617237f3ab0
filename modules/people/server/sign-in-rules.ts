import { setting } from '#kernel/server/settings.ts'
import { SignInRules } from '../contract.ts'

/** What holds until the office says otherwise. */
export const signInRules = setting(
  'people.sign-in',
  SignInRules,
  {
    minLength: 10,
    kinds: 3,
    maxAgeDays: 0,
    history: 5,
    tries: 5,
    lockMinutes: 10,
    idleMinutes: 60,
    hours: 12,
    keepDays: 30,
    factorRoles: [],
    help: '',
  },
  { permission: 'people.edit' },
)
