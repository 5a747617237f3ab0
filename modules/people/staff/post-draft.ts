import type { BodyOf } from '#kernel/contract/route.ts'
import type { addPost, Role } from '../contract.ts'

export type PostDraft = {
  areaId: number | undefined
  role: Role | undefined
  isNew: boolean
  account: { value: string; label: string } | undefined
  name: string
  login: string
  organisationId: string | undefined
  duty: string
  workPhone: string
  from: string | undefined
  until: string | undefined
}

export const emptyDraft: PostDraft = {
  areaId: undefined,
  role: undefined,
  isNew: false,
  account: undefined,
  name: '',
  login: '',
  organisationId: undefined,
  duty: '',
  workPhone: '',
  from: undefined,
  until: undefined,
}

export type Field = 'area' | 'role' | 'person' | 'name' | 'login' | 'workPhone' | 'until'

/** The fields that must be mended before it can be sent, in the order of the form. */
export function wrongFields(draft: PostDraft): ReadonlySet<Field> {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const wrong: [Field, boolean][] = [
    ['area', draft.areaId === undefined],
    ['role', draft.role === undefined],
    ['person', !draft.isNew && !draft.account],
    ['name', draft.isNew && draft.name.trim() === ''],
    ['login', draft.isNew && !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(draft.login)],
    ['workPhone', !/^[0-9 +()-]*$/.test(draft.workPhone)],
    ['until', draft.until !== undefined && draft.until <= (draft.from ?? today)],
  ]
  return new Set(wrong.filter(([, isWrong]) => isWrong).map(([field]) => field))
}

/** What is sent for the post; undefined while area or role are missing. */
export function contentOf(draft: PostDraft, accountId: string): BodyOf<typeof addPost> | undefined {
  const { areaId, role, organisationId, from, until } = draft
  if (areaId === undefined || role === undefined) return undefined
  return {
    accountId,
    role,
    areaId,
    duty: draft.duty.trim(),
    workPhone: draft.workPhone.trim(),
    ...(organisationId && { organisationId }),
    ...(from && { validFrom: from }),
    ...(until && { validTo: until }),
  }
}
