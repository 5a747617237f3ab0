import type { BodyOf } from '#kernel/contract/route.ts'
import type { addOrganisation, changeOrganisation, Organisation } from '../contract.ts'
import { creditCodeFault, formsOf } from './organisation-kinds.ts'

export type Draft = {
  kind: Organisation['kind'] | undefined
  form: Organisation['form']
  stage: Organisation['stage']
  name: string
  homeAreaId: number | undefined
  parentId: string | undefined
  creditCode: string
  workPhone: string
  validFrom: string | undefined
}

export const emptyDraft: Draft = {
  kind: undefined,
  form: undefined,
  stage: undefined,
  name: '',
  homeAreaId: undefined,
  parentId: undefined,
  creditCode: '',
  workPhone: '',
  validFrom: undefined,
}

export const draftOf = (one: Organisation): Draft => ({
  kind: one.kind,
  form: one.form,
  stage: one.stage,
  name: one.name,
  homeAreaId: one.homeAreaId,
  parentId: one.parentId,
  creditCode: one.creditCode ?? '',
  workPhone: one.workPhone ?? '',
  validFrom: undefined,
})

/** With another kind, a form or stage of the old one goes. */
export function changed(draft: Draft, part: Partial<Draft>): Draft {
  const next = { ...draft, ...part }
  const forms = next.kind ? (formsOf[next.kind] ?? []) : []
  return {
    ...next,
    form: next.form && forms.includes(next.form) ? next.form : undefined,
    stage: next.kind === 'self_governing_group' ? next.stage : undefined,
  }
}

/** What is sent; undefined while something must be mended first. */
export function contentOf(draft: Draft): BodyOf<typeof changeOrganisation> | undefined {
  const { homeAreaId, parentId, creditCode, form, stage } = draft
  const name = draft.name.trim()
  const workPhone = draft.workPhone.trim()
  if (!homeAreaId || name === '' || creditCodeFault(creditCode)) return undefined
  return {
    homeAreaId,
    name,
    ...(form && { form }),
    ...(stage && { stage }),
    ...(parentId && { parentId }),
    ...(creditCode && { creditCode }),
    ...(workPhone && { workPhone }),
  }
}

export function additionOf(draft: Draft): BodyOf<typeof addOrganisation> | undefined {
  const content = contentOf(draft)
  if (!content || !draft.kind) return undefined
  return { kind: draft.kind, ...content, ...(draft.validFrom && { validFrom: draft.validFrom }) }
}
