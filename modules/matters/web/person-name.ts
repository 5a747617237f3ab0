import type { Language } from '#kernel/web/language.ts'
import { roleWords } from '#modules/people/web/door.ts'
import type { Person } from '../contract.ts'

/** "网格员王芳": the post first, as people say it. */
export function personName(person: Pick<Person, 'name' | 'role'>, language: Language): string {
  if (!person.role) return person.name
  const role = roleWords[language][person.role]
  return language === 'zh' ? role + person.name : `${person.name} (${role.toLowerCase()})`
}
