import { randomBytes } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { forgetKept } from '#kernel/server/kept.ts'
import { type SubjectDraft, type SubjectSetup, subjectUnknown } from '../../contract.ts'
import { findSubject, insertSubject, type SubjectRow, updateSubject } from './setup-queries.ts'

/** In this process at once, in the others after five seconds. */
export function forgetRules(ctx: Context): void {
  forgetKept(ctx, `matters.house-rules ${dayIn(ctx.district.timeZone, ctx.now)}`)
}

export const shapeSubject = (row: SubjectRow): SubjectSetup => ({
  key: row.key,
  zh: row.name_zh,
  en: row.name_en,
  icon: row.icon,
  level: row.level,
  evidence: row.evidence,
  mayBePublic: row.may_be_public,
  descriptionZh: row.description_zh,
  descriptionEn: row.description_en,
  questions: row.questions,
  isRetired: row.retired_at !== null,
  ...(row.group_key && { groupKey: row.group_key }),
})

export async function addSubject(ctx: Context, draft: SubjectDraft): Promise<SubjectSetup> {
  if (draft.groupKey) await groupOf(ctx, draft.groupKey)
  // Nobody types a key: it stands in addresses and exports and never changes, whatever the subject is called later.
  const key = `s${randomBytes(5).toString('hex')}`
  const row = await ctx.db.row(insertSubject, [ctx.district.id, key, ...values(draft, null, ctx.now)])
  if (!row) throw new Error('a subject was not made')
  ctx.audit('matters.subject-added', key, { ...draft })
  forgetRules(ctx)
  return shapeSubject(row)
}

export async function editSubject(ctx: Context, key: string, draft: SubjectDraft): Promise<SubjectSetup> {
  const before = await ctx.db.row(findSubject, [ctx.district.id, key])
  // A group stays a group, and a subject stays one: what is filed under it would be lost otherwise.
  if (!before || (before.group_key === null) !== (draft.groupKey === undefined)) throw subjectUnknown()
  if (draft.groupKey) await groupOf(ctx, draft.groupKey)
  const row = await ctx.db.row(updateSubject, [
    ctx.district.id,
    key,
    ...values(draft, before.retired_at, ctx.now),
  ])
  if (!row) throw subjectUnknown()
  ctx.audit('matters.subject-changed', key, { from: shapeSubject(before), to: draft })
  forgetRules(ctx)
  return shapeSubject(row)
}

async function groupOf(ctx: Context, key: string): Promise<void> {
  const group = await ctx.db.row(findSubject, [ctx.district.id, key])
  if (!group || group.group_key !== null) throw subjectUnknown()
}

function values(draft: SubjectDraft, retiredAt: Date | null, now: Date) {
  const { groupKey, zh, en, icon, level, evidence, mayBePublic, descriptionZh, descriptionEn, questions } =
    draft
  return [
    groupKey ?? null,
    zh.trim(),
    en.trim(),
    icon,
    level,
    evidence,
    mayBePublic,
    descriptionZh.trim(),
    descriptionEn.trim(),
    JSON.stringify(questions),
    draft.isRetired ? (retiredAt ?? now) : null,
  ]
}
