import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context, Language } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { mostWorkbookRows, sheetMediaTypes, sheetStream } from '#kernel/server/sheet-stream.ts'
import { roleName } from '#modules/people/server/door.ts'
import type { AuditEntry, exportAudit as ExportAudit } from '../contract.ts'
import { actionWord } from '../words/action-words.ts'
import { byWords, sheetTitles } from '../words/sheet-words.ts'
import { areaFields, namesIn } from './names.ts'
import { type After, listEntries } from './queries.ts'
import { filterOf, shape } from './read-audit.ts'

const portion = 1000

/** The filtered entries as a sheet, the newest first, made while it is sent. */
export async function exportAudit(
  ctx: Context,
  { as, ...filter }: BodyOf<typeof ExportAudit>,
): Promise<ReturnsOf<typeof ExportAudit>> {
  const { language } = ctx.caller
  const day = dayIn(ctx.district.timeZone, ctx.now)
  const name = language === 'zh' ? `审计记录 ${ctx.district.name} ${day}` : `audit ${day}`
  return {
    fileName: `${name}.${as}`,
    mediaType: sheetMediaTypes[as],
    chunks: sheetStream(as, rowsOf(ctx, { as, ...filter })),
  }
}

async function* rowsOf(ctx: Context, { as, ...filter }: BodyOf<typeof ExportAudit>) {
  const { language } = ctx.caller
  const most = as === 'xlsx' ? mostWorkbookRows - 1 : Number.POSITIVE_INFINITY
  yield sheetTitles[language]
  let [sent, after] = [0, undefined as After | undefined]
  for (;;) {
    const wanted = { district: ctx.district.id, timeZone: ctx.district.timeZone, filter, after }
    const rows = await ctx.db.rows(listEntries(wanted, Math.min(portion, most - sent)))
    const names = await namesIn(ctx, rows)
    const called = new Map(names.inDetails.map(({ id, name }) => [id, name]))
    for (const row of rows) yield lineOf(ctx, shape(row, names), called, language)
    sent += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < portion || sent >= most) break
    after = { at: last.at, id: last.id }
  }
  ctx.audit('audit.exported', String(ctx.district.id), { ...filterOf(filter), as, entries: sent })
}

function lineOf(
  ctx: Context,
  entry: AuditEntry,
  called: ReadonlyMap<string, string>,
  language: Language,
): readonly string[] {
  const posts = entry.posts.map(({ role, areaName }) => `${areaName} ${roleName(role, language)}`.trim())
  return [
    momentIn(ctx.district.timeZone, entry.at),
    entry.name ?? byWords[language][entry.by],
    entry.login ?? '',
    posts.join(language === 'zh' ? '、' : ', '),
    actionWord(entry.action, language),
    entry.subjectName ?? entry.subject,
    JSON.stringify(named(entry.details, called, '')),
    entry.action,
    entry.requestId,
  ]
}

/** Names in place of ids where they are known. */
function named(value: unknown, called: ReadonlyMap<string, string>, field: string): unknown {
  if (typeof value === 'number' && areaFields.has(field)) return called.get(`area:${value}`) ?? value
  if (typeof value === 'string') return called.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => named(each, called, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, named(each, called, name)]))
}

const momentIn = (timeZone: string, at: string): string => new Date(at).toLocaleString('sv-SE', { timeZone })
