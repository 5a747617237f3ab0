import type { Context } from '#kernel/server/context.ts'
import { type Statement, statement } from '#kernel/server/database.ts'
import { requestMalformed } from '#kernel/server/problems.ts'
import type { MatterSummary } from '../contract.ts'
import { type Metric, metrics } from './figures.ts'
import { pendingNow, type Span } from './figure-sums.ts'
import type { Sum } from './keep-figures.ts'
import { dressed, pageColumns, type SummaryRow } from './list-queries.ts'
import { shapeSummary } from './list-summary.ts'
import { instantAt } from './zone.ts'

const counts = "status not in ('merged', 'withdrawn')"
const running = "status in ('received', 'accepted', 'in_progress')"
const answered = "status in ('answered', 'closed')"
const acceptLate = "(status = 'received' and accepted_at is null and accept_late_at is not null)"
const beyond = `(status = 'returned' or is_beyond or (${answered} and outcome = 'referred'))`

type Shown = { rows: string; days: Metric }

/**
 * Which matters stand behind a number: the same rule as what a matter is worth (`figures.ts`), as a condition on its row.
 * `days`: the metric whose days hold all of them; $6 is now.
 */
const conditions = {
  received: { rows: counts, days: 'received' },
  accepted: { rows: `${counts} and accepted_at is not null`, days: 'accepted' },
  accepted_on_time: { rows: `${counts} and accepted_at <= accept_by`, days: 'accepted_on_time' },
  accept_due: { rows: `${counts} and (accepted_at is not null or ${acceptLate})`, days: 'received' },
  accept_late: { rows: acceptLate, days: 'accept_late' },
  replied: {
    rows: `${counts} and accepted_at is not null and (answered_at is not null or status = 'returned')`,
    days: 'replied',
  },
  answered: { rows: answered, days: 'answered' },
  answered_on_time: { rows: `${answered} and answered_at <= due_at`, days: 'answered_on_time' },
  answer_due: { rows: `(${answered} or (${running} and late_at is not null))`, days: 'received' },
  open_late: { rows: `${running} and late_at is not null`, days: 'open_late' },
  closed: { rows: "status = 'closed'", days: 'closed' },
  solved: { rows: `${answered} and outcome = 'solved'`, days: 'solved' },
  explained: { rows: `${answered} and outcome = 'explained'`, days: 'explained' },
  planned: { rows: `${answered} and outcome = 'planned'`, days: 'planned' },
  referred: { rows: `${answered} and outcome = 'referred'`, days: 'referred' },
  returned: { rows: "status = 'returned'", days: 'returned' },
  withdrawn: { rows: "status = 'withdrawn'", days: 'withdrawn' },
  merged: { rows: "status = 'merged'", days: 'merged' },
  reopened: { rows: `${counts} and reopened > 0`, days: 'reopened' },
  late: { rows: `${counts} and late_at is not null`, days: 'late' },
  raised: { rows: `${counts} and raised_to is not null`, days: 'raised' },
  urged: { rows: `${counts} and urged > 0`, days: 'urged' },
  extended: { rows: `${counts} and extended > 0`, days: 'extended' },
  rated: { rows: `${counts} and rated > 0`, days: 'rated' },
  satisfied: { rows: `${counts} and satisfied > 0`, days: 'satisfied' },
  beyond: { rows: `${counts} and ${beyond}`, days: 'received' },
  open: { rows: "status in ('received', 'accepted', 'in_progress', 'answered')", days: 'received' },
  yellow: {
    rows: `${running} and warned_at is not null and late_at is null and paused_at is null`,
    days: 'yellow',
  },
  supervised: { rows: `${running} and raised_to is not null`, days: 'supervised' },
  to_follow_up: { rows: "status = 'answered' and followed_up_at is null", days: 'to_follow_up' },
} as const satisfies Record<string, Shown>

export type Condition = keyof typeof conditions

/** What each slice of the figures is, as a condition with $7. */
const narrowing = {
  none: '$7::text is null',
  subject: 'subject = $7',
  channel: "'@' || channel = $7",
  level: "'=' || level = $7",
  organisation: "'#' || organisation_id = $7",
} as const

const narrowingOf = (subject: string | undefined): keyof typeof narrowing => {
  if (!subject) return 'none'
  const marked = { '@': 'channel', '=': 'level', '#': 'organisation' } as const
  return marked[subject[0] as keyof typeof marked] ?? 'subject'
}

const pages = new Map<string, Statement<SummaryRow>>()

/** $1 district, $2 and $3 ids before which and from which each day's matters lie, $4 area, $5 how many, $6 now, $7 narrowing, $8 cursor, $9 to $11 who has it. */
function pageOf(
  condition: Condition,
  narrow: keyof typeof narrowing,
  without: boolean,
): Statement<SummaryRow> {
  const name = `matters.counted-${condition}-${narrow}${without ? '-without' : ''}`
  const known = pages.get(name)
  if (known) return known
  const made = statement<SummaryRow>(
    name,
    dressed(
      `select ${pageColumns} from unnest($2::uuid[], $3::uuid[]) as span (since, until)
       cross join lateral (
         select * from matters where district_id = $1 and id >= span.since and id < span.until
           and ($8::uuid is null or id < $8) and area_path @> array[$4::int] and $6::timestamptz is not null
           and ($9::uuid is null or handler_id = $9)
           and ($10::uuid is null or (organisation_id = $10 and handler_id is null))
           and ($11::int is null or (area_id = $11 and handler_id is null and organisation_id is null))
           and ${conditions[condition].rows} and ${narrowing[narrow]} ${without ? `and not ${beyond}` : ''}) found
       order by id desc limit $5`,
      'm.id desc',
    ),
  )
  pages.set(name, made)
  return made
}

const listDays = statement<Sum>(
  'matters.list-days-with-figures',
  `select start::text, ${metrics.join(', ')} from matter_rollups
   where district_id = $1 and area_id = $2 and grain = 'day' and subject = '' and start between $3::date and $4::date
   order by start desc`,
)

export type Counted = {
  condition: Condition
  area: number
  span: Span
  subject?: string | undefined
  withoutBeyond?: boolean | undefined
  /** Only what a person has in hand, an organisation holds with nobody of it, or lies with an area and nobody. */
  handler?: string | undefined
  organisation?: string | undefined
  unheldIn?: number | undefined
  after?: string | undefined
  limit?: number | undefined
}

/**
 * The matters behind a number, the newest first. The figures say on which days there are any, so only those days are looked
 * at: matters lie in the order of their receipt.
 */
export async function listCounted(
  ctx: Context,
  asked: Counted,
): Promise<{ items: MatterSummary[]; next?: string }> {
  const size = asked.limit ?? 50
  if (asked.after !== undefined && !/^[0-9a-f-]{36}$/.test(asked.after))
    throw requestMalformed({ field: 'after' })
  const rows: SummaryRow[] = []
  for await (const found of pagesOfDays(ctx, asked, size)) {
    rows.push(...found)
    if (rows.length > size) break
  }
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    items: await Promise.all(shown.map((row) => shapeSummary(ctx, row))),
    ...(rows.length > size && last && { next: last.id }),
  }
}

/** Days at a time, the newest first, as many as should fill a page. */
async function* pagesOfDays(ctx: Context, asked: Counted, size: number): AsyncGenerator<SummaryRow[]> {
  const days = await daysWith(ctx, asked)
  const reached = asked.after ? dayOfId(asked.after) : undefined
  const left = reached ? days.filter(({ day }) => day <= reached) : days
  for (let at = 0; at < left.length;) {
    const taken: string[] = []
    for (let expected = 0; at < left.length && expected <= size && taken.length < daysAtOnce; at += 1) {
      taken.push(left[at]?.day ?? '')
      expected += left[at]?.n ?? 0
    }
    const narrow = narrowingOf(asked.subject)
    yield await ctx.db.rows(pageOf(asked.condition, narrow, asked.withoutBeyond ?? false), [
      ctx.district.id,
      taken.map((day) => idAt(instantAt(day, 0, ctx.district.timeZone))),
      taken.map((day) => idAt(instantAt(day, 24 * 60, ctx.district.timeZone))),
      asked.area,
      size + 1,
      ctx.now,
      asked.subject || null,
      asked.after ?? null,
      asked.handler ?? null,
      asked.organisation ?? null,
      asked.unheldIn ?? null,
    ])
  }
}

const daysAtOnce = 60

/** The lowest id that a matter received at that moment can have. */
function idAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** A day that is not before the day of receipt in any time zone. */
const dayOfId = (id: string): string =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) + 14 * 3600_000)
    .toISOString()
    .slice(0, 10)

/** The days of the span on which there is something to show, the newest first; what is not added up yet included. */
async function daysWith(ctx: Context, { condition, area, span }: Counted) {
  const metric = conditions[condition].days
  const kept = await ctx.db.rows(listDays, [ctx.district.id, area, span.from, span.to])
  const found = new Map(kept.map((row) => [row.start, row[metric] ?? 0]))
  const { sums } = await pendingNow(ctx)
  for (const sum of sums) {
    const own = sum.area_id === area && sum.grain === 'day' && sum.subject === ''
    if (own && sum.start >= span.from && sum.start <= span.to)
      found.set(sum.start, (found.get(sum.start) ?? 0) + (sum[metric] ?? 0))
  }
  return [...found]
    .flatMap(([day, n]) => (n > 0 ? [{ day, n }] : []))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
}
