import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { type Parameter, type Statement, statement } from '#kernel/server/database.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import { type CounterReport, phoneTooShort, placeMissing, type SpokenMove } from '../contract.ts'
import {
  maskName,
  maskPhone,
  openedContact,
  phoneField,
  plainPhone,
  tailDigits,
  tailField,
} from './contact.ts'
import { summaryOf } from './list-summary.ts'
import * as queries from './queries.ts'
import { plainCode } from './receive.ts'
import { movesOf } from './receipt.ts'
import { recentYears } from './search-matters.ts'
import { typed } from './search-text.ts'
import { isHandledBy, mayPrint } from './slip.ts'

/** Nobody reads more at the counter; whoever needs more uses the desk. */
const most = 20
const wholeDigits = 7
/** Names are sealed each for itself, so those of one place are opened one by one: the latest so many. */
const mostNames = 300

type Asked = BodyOf<typeof contract.lookUpReports>
type Row = queries.ReportRow

const byNumber = statement<Row>(
  'matters.counter-by-number',
  `select ${qualified('r')} from reports r join matters m on m.district_id = r.district_id and m.id = r.matter_id
   where r.district_id = $1 and m.number = any ($2) order by r.received_at, r.id limit ${most}`,
)
const byPhone = (column: 'contact_tail_index' | 'contact_phone_index'): Statement<Row> =>
  statement<Row>(
    `matters.counter-by-${column}`,
    `select ${queries.reportColumns} from reports where district_id = $1 and ${column} = $2 and erased_at is null
     order by received_at desc limit ${most * 5}`,
  )
const byTail = byPhone('contact_tail_index')
const byWhole = byPhone('contact_phone_index')
const namedAt = statement<Row>(
  'matters.counter-named-at',
  `select ${qualified('r')} from reports r join areas pl on pl.district_id = r.district_id and pl.id = r.place_id
   where r.district_id = $1 and pl.path @> array[$2::int] and r.contact_name_sealed is not null and r.erased_at is null
   order by r.received_at desc limit ${mostNames}`,
)

function qualified(table: string): string {
  return queries.reportColumns
    .split(',')
    .map((column) => `${table}.${column.trim()}`)
    .join(', ')
}

/** What somebody at the counter reported; only what the clerk could open anyway. Who looked is on record, for whom is not. */
export async function lookUpReports(ctx: Context, asked: Asked): Promise<{ items: CounterReport[] }> {
  const rows = await found(ctx, asked)
  const ids = [...new Set(rows.map((row) => row.matter_id))]
  const matters = await ctx.db.rows(queries.findMatters, [ctx.district.id, ids])
  const items: CounterReport[] = []
  for (const report of rows) {
    const matter = matters.find((each) => each.id === report.matter_id)
    if (matter && mayLookUp(ctx, matter) && items.length < most)
      items.push(await counterReport(ctx, { matter, report }))
  }
  ctx.audit('matters.looked-up', personId(ctx), { by: asked.by, found: items.length })
  return { items }
}

/** A post that may look at contacts, over the matter or in the organisation that holds it. */
const mayLookUp = ({ actor }: Context, matter: queries.MatterRow): boolean =>
  actor.posts.some((post) => {
    if (!post.permissions.has('matters.contact')) return false
    if (post.role === 'department_staff')
      return post.organisation !== undefined && post.organisation === matter.organisation_id
    return matter.area_path.includes(post.area)
  })

function found(ctx: Context, asked: Asked): Promise<Row[]> {
  if (asked.by === 'number') return withNumber(ctx, asked.text)
  if (asked.by === 'phone') return withPhone(ctx, asked.text)
  if (asked.by === 'name') return withName(ctx, asked)
  return ctx.db.rows(queries.findReportByCode, [ctx.district.id, plainCode(asked.text)])
}

async function withNumber(ctx: Context, text: string): Promise<Row[]> {
  const wanted = typed(text, recentYears(ctx))
  if (wanted.kind === 'number') return ctx.db.rows(byNumber, [ctx.district.id, wanted.numbers])
  if (wanted.kind !== 'tail') return []
  const numbers = recentYears(ctx).map((year) => `${year}-${wanted.digits.padStart(6, '0')}`)
  return ctx.db.rows(byNumber, [ctx.district.id, numbers])
}

async function withPhone(ctx: Context, text: string): Promise<Row[]> {
  const digits = plainPhone(text)
  const isTail = digits.length === tailDigits
  if (!isTail && digits.length < wholeDigits) throw phoneTooShort()
  const [field, by] = isTail ? ([tailField, byTail] as const) : ([phoneField, byWhole] as const)
  const index: Parameter = ctx.personalData.blindIndex(ctx.district.id, field, digits)
  return ctx.db.rows(by, [ctx.district.id, index])
}

async function withName(ctx: Context, { text, areaId }: Asked): Promise<Row[]> {
  if (areaId === undefined) throw placeMissing()
  const place = await reachedArea(ctx, 'matters.contact', areaId)
  const wanted = text.trim()
  const rows = await ctx.db.rows(namedAt, [ctx.district.id, place.id])
  return rows.filter((row) => openedContact(ctx, row).name?.includes(wanted))
}

/** How one report stands, and what may be recorded for whoever made it. */
export async function counterReport(
  ctx: Context,
  { matter, report }: { matter: queries.MatterRow; report: Row },
): Promise<CounterReport> {
  const { name, phone } = openedContact(ctx, report)
  const events = await ctx.db.rows(queries.listEvents, [ctx.district.id, matter.id])
  const asked = matter.paused_at ? events.findLast((event) => event.kind === 'asked') : undefined
  const answered = matter.answered_at ? events.findLast((event) => event.kind === 'answered') : undefined
  return {
    reportId: report.id,
    matter: await summaryOf(ctx, matter.id),
    receivedAt: report.received_at.toISOString(),
    channel: report.channel,
    words: report.words.slice(0, 60),
    moves: await spokenFor(ctx, matter, report),
    mayPrint: mayPrint(ctx, matter, report),
    ...(name && { maskedName: maskName(name) }),
    ...(phone && { maskedPhone: maskPhone(phone) }),
    ...(report.rating && { rating: report.rating }),
    ...(answered?.kind === 'answered' && { answer: answered.data.words }),
    ...(asked?.kind === 'asked' && { question: asked.data.words }),
  }
}

async function spokenFor(ctx: Context, matter: queries.MatterRow, report: Row): Promise<SpokenMove[]> {
  if (report.withdrawn_at || report.erased_at) return []
  const may = await movesOf(ctx, report, matter)
  const moves: [SpokenMove, boolean][] = [
    ['urge', may.mayUrge],
    ['add', may.mayReply],
    ['rate', may.mayRate && !isHandledBy(ctx, matter)],
    ['reopen', may.mayReopen],
  ]
  return moves.flatMap(([move, is]) => (is ? [move] : []))
}
