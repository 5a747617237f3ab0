import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { dayIn } from '#kernel/server/day.ts'
import { findRoot } from '#modules/places/server/door.ts'
import {
  type Outcome,
  type ReplyTemplate,
  subjectUnknown,
  type TemplateDraft,
  templateNotFound,
} from '../contract.ts'
import { seenMatter } from './act.ts'
import { houseRules } from './house-rules.ts'

type Row = {
  id: string
  title: string
  words: string
  subject: string | null
  outcome: Outcome | null
  changed_at: Date
  retired_at: Date | null
}
const columns = 'id, title, words, subject, outcome, changed_at, retired_at'

const listAll = statement<Row>(
  'matters.list-reply-templates',
  `select ${columns} from reply_templates where district_id = $1 order by retired_at is not null, position, id limit 500`,
)
const listFor = statement<Row>(
  'matters.list-matter-templates',
  `select ${columns} from reply_templates
   where district_id = $1 and area_id = any ($2) and retired_at is null and (subject is null or subject = any ($3))
   order by subject is null, position, id limit 100`,
)
const lock = statement<Row>(
  'matters.lock-reply-template',
  `select ${columns} from reply_templates where district_id = $1 and id = $2 for update`,
)
const keep = statement(
  'matters.keep-reply-template',
  `insert into reply_templates (district_id, id, area_id, subject, outcome, title, words, position, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7,
     (select coalesce(max(position), 0) + 1 from reply_templates where district_id = $1), $8)
   on conflict (district_id, id) do update set subject = excluded.subject, outcome = excluded.outcome,
     title = excluded.title, words = excluded.words, changed_at = excluded.changed_at, retired_at = null`,
)
const retire = statement(
  'matters.retire-reply-template',
  'update reply_templates set retired_at = $3, changed_at = $3 where district_id = $1 and id = $2',
)

const shape = (row: Row): ReplyTemplate => ({
  id: row.id,
  title: row.title,
  words: row.words,
  changedAt: row.changed_at.toISOString(),
  isRetired: row.retired_at !== null,
  ...(row.subject && { subject: row.subject }),
  ...(row.outcome && { outcome: row.outcome }),
})

export async function listReplyTemplates(ctx: Context): Promise<{ items: ReplyTemplate[] }> {
  return { items: (await ctx.db.rows(listAll, [ctx.district.id])).map(shape) }
}

/** What it was before stands in the audit, so that a change is undone by another. */
export async function keepReplyTemplate(ctx: Context, id: string, draft: TemplateDraft) {
  if (draft.subject && !(await isKnown(ctx, draft.subject))) throw subjectUnknown()
  const before = await ctx.db.row(lock, [ctx.district.id, id])
  const root = await ctx.db.row(findRoot, [ctx.district.id])
  if (!root) throw new Error('the district has no area')
  const { subject, outcome, title, words } = draft
  await ctx.db.rows(keep, [
    ctx.district.id,
    id,
    root.id,
    subject ?? null,
    outcome ?? null,
    title.trim(),
    words.trim(),
    ctx.now,
  ])
  ctx.audit('matters.template-kept', id, { ...(before && { from: shape(before) }), to: draft })
  return listReplyTemplates(ctx)
}

export async function retireReplyTemplate(ctx: Context, id: string) {
  const before = await ctx.db.row(lock, [ctx.district.id, id])
  if (!before || before.retired_at) throw templateNotFound()
  await ctx.db.rows(retire, [ctx.district.id, id, ctx.now])
  ctx.audit('matters.template-retired', id, { name: before.title })
  return listReplyTemplates(ctx)
}

async function isKnown(ctx: Context, key: string): Promise<boolean> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  return rules.subjects.has(key) || rules.groups.some((group) => group.key === key)
}

/** For the subject of the matter, for its group, and for whatever it is about, of every area the matter lies in. */
export async function listMatterTemplates(ctx: Context, matterId: string) {
  const matter = await seenMatter(ctx, matterId)
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const group = rules.subjects.get(matter.subject)?.group
  const keys = [matter.subject, ...(group ? [group] : [])]
  const rows = await ctx.db.rows(listFor, [ctx.district.id, matter.area_path, keys])
  return { items: rows.map(shape) }
}
