import type { PasswordFault, PasswordRules } from '../contract.ts'
import { isCommon } from './common-passwords.ts'

const kindsOf = (password: string): number =>
  [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length

/** What a password lacks by the rules; nothing when it is good. Whether it was used before is not known here. */
export function faultsOf(rules: PasswordRules, login: string, password: string): PasswordFault[] {
  const text = password.normalize('NFKC')
  const isNamed = login.length > 2 && text.toLowerCase().includes(login.toLowerCase())
  const found: [PasswordFault, boolean][] = [
    // Counted as people see it: a character outside the first plane is one.
    ['short', [...text].length < rules.minLength],
    ['kinds', kindsOf(text) < rules.kinds],
    ['login', isNamed],
    ['common', isCommon(text)],
  ]
  return found.filter(([, isBroken]) => isBroken).map(([fault]) => fault)
}
