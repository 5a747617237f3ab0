import type { BodyOf, QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import {
  type AuditEntry,
  type AuditFilter,
  type findAuditSubjects,
  type readAudit as ReadAudit,
} from '../contract.ts'
import { areaOf, type Names, namesIn, roleOf } from './names.ts'
import { type After, type EntryRow, findSubjects, listEntries } from './queries.ts'

const pageSize = 50

/** Only what is set, for the record. */
export const filterOf = ({ accountId, by, actions, subject, from, to }: AuditFilter): AuditFilter => ({
  ...(accountId && { accountId }),
  ...(by && { by }),
  ...(actions && { actions }),
  ...(subject && { subject }),
  ...(from && { from }),
  ...(to && { to }),
})

/** The cursor is the moment and number of the last entry shown. */
function afterOf(cursor: string | undefined): After | undefined {
  const [ms, id] = (cursor ?? '').split('-').map(Number)
  return Number.isSafeInteger(ms) && Number.isSafeInteger(id) && ms && id
    ? { at: new Date(ms), id }
    : undefined
}

export async function readAudit(
  ctx: Context,
  { after, limit = pageSize, ...filter }: BodyOf<typeof ReadAudit>,
): Promise<ReturnsOf<typeof ReadAudit>> {
  const wanted = { district: ctx.district.id, timeZone: ctx.district.timeZone, filter, after: afterOf(after) }
  const rows = await ctx.db.rows(listEntries(wanted, limit + 1))
  const shown = rows.slice(0, limit)
  const names = await namesIn(ctx, shown)
  ctx.audit('audit.read', String(ctx.district.id), { ...filterOf(filter), shown: shown.length })
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => shape(row, names)),
    names: names.inDetails,
    ...(last && { next: `${last.at.getTime()}-${last.id}` }),
  }
}

export function shape(row: EntryRow, names: Names): AuditEntry {
  const account = names.account(row.actor_id)
  const subjectName = names.subject(row)
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: row.actor_kind,
    ...(row.actor_id && { accountId: row.actor_id }),
    ...(account && { name: account.name, login: account.login }),
    posts: row.roles.map((role) => ({ role: roleOf(role), areaName: names.area(areaOf(role)) ?? '' })),
    action: row.action,
    subject: row.subject,
    ...(subjectName && { subjectName }),
    details: row.details,
    requestId: row.request_id,
  }
}

export async function findAuditSubjectsBy(
  ctx: Context,
  { q, kind }: QueryOf<typeof findAuditSubjects>,
): Promise<ReturnsOf<typeof findAuditSubjects>> {
  const beginning = `${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  return { items: await ctx.db.rows(findSubjects, [ctx.district.id, beginning, kind ?? null]) }
}
