import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { figuresOutOfMonth } from '../contract.ts'
import { type Change, type Figures, metrics, sliceOf } from './figures.ts'
import { addUp, type Sum } from './keep-figures.ts'

/** Days YYYY-MM-DD, both inside. */
export type Span = { from: string; to: string }

/** What the matters of an area received in a span add up to. */
export type SpanFigures = Figures & {
  /** Received and beyond the unit, whether they are counted or left out; not told for a subject or slice. */
  beyond: number
}

type Asked = {
  areas: readonly number[]
  spans: readonly Span[]
  /** A subject or a slice (`sliceOf`) instead of everything: then spans are whole months. */
  subject?: string | undefined
  /** Leaves out what lies beyond the unit. */
  withoutBeyond?: boolean | undefined
}

export type Summed = {
  /** In the order of the spans; areas in which nothing was received are there with zeros. */
  spans: Map<number, SpanFigures>[]
  /** When not everything that happened could be added yet: since when. */
  behindSince: Date | undefined
}

const columns = metrics.join(', ')
const listSums = statement<Sum>(
  'matters.list-sums',
  `select area_id, grain, start::text, subject, ${columns} from matter_rollups
   where district_id = $1 and area_id = any ($2) and grain = 'month' and start = any ($3::date[]) and subject = any ($5)
   union all
   select area_id, grain, start::text, subject, ${columns} from matter_rollups
   where district_id = $1 and area_id = any ($2) and grain = 'day' and start = any ($4::date[]) and subject = any ($5)`,
)
const pendingAtMost = 2000
const listPending = statement<{ at: Date; delta: Change[] }>(
  'matters.list-pending',
  `select at, delta from matter_changes where district_id = $1 order by id limit ${pendingAtMost + 1}`,
)
/**
 * Adds up what is kept for each area and span, with what is not kept yet. Only lines of the asked areas and their days or
 * months are read, however many matters there are.
 * @throws figuresOutOfMonth for a subject or slice over days that are no whole months
 */
export async function sumFigures(ctx: Context, asked: Asked): Promise<Summed> {
  const { areas, spans, subject = '' } = asked
  const parts = spans.map((span) => linesOf(span, subject))
  const subjects = subject === '' ? [subject, sliceOf.beyond] : [subject]
  const rows = await ctx.db.rows(listSums, [
    ctx.district.id,
    areas,
    [...new Set(parts.flatMap((part) => part.months))],
    [...new Set(parts.flatMap((part) => part.days))],
    subjects,
  ])
  const { sums, behindSince } = await pendingNow(ctx)
  const lines = [...rows, ...sums]
  const summed = spans.map((_, at) => {
    const { months, days } = parts[at] ?? { months: [], days: [] }
    const wanted = new Set([
      ...months.map((start) => `month ${start}`),
      ...days.map((start) => `day ${start}`),
    ])
    const own = lines.filter(
      (line) => wanted.has(`${line.grain} ${line.start}`) && subjects.includes(line.subject),
    )
    return new Map(areas.map((area) => [area, total(own, area, asked)]))
  })
  return { spans: summed, behindSince }
}

function total(lines: readonly Sum[], area: number, { subject = '', withoutBeyond }: Asked): SpanFigures {
  const sum = Object.fromEntries(metrics.map((metric) => [metric, 0])) as Figures
  let beyond = 0
  for (const line of lines) {
    if (line.area_id !== area) continue
    const isOwn = line.subject === subject
    if (!isOwn) beyond += line.received ?? 0
    const sign = isOwn ? 1 : withoutBeyond ? -1 : 0
    for (const metric of metrics) sum[metric] += sign * (line[metric] ?? 0)
  }
  return { ...sum, beyond }
}

/** Whole months by their line, the days around them by theirs. */
function linesOf({ from, to }: Span, subject: string): { months: string[]; days: string[] } {
  const months: string[] = []
  const days: string[] = []
  for (let day = from; day <= to;) {
    const next = firstOfNext(day)
    const last = dayBefore(next)
    if (day.endsWith('-01') && last <= to) {
      months.push(day)
      day = next
      continue
    }
    if (subject !== '' && subject !== sliceOf.beyond) throw figuresOutOfMonth()
    days.push(day)
    day = dayAfter(day)
  }
  return { months, days }
}

const dayMs = 24 * 3600_000
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
const dayAfter = (day: string): string => shifted(day, 1)
const dayBefore = (day: string): string => shifted(day, -1)
const firstOfNext = (day: string): string => `${shifted(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`

/** What happened and is not in the kept figures yet, as lines of the same shape. */
export async function pendingNow(ctx: Context): Promise<{ sums: Sum[]; behindSince: Date | undefined }> {
  const waiting = await ctx.db.rows(listPending, [ctx.district.id])
  const sums = new Map<string, Sum>()
  for (const { delta } of waiting.slice(0, pendingAtMost)) addUp(sums, delta)
  return { sums: [...sums.values()], behindSince: waiting[pendingAtMost]?.at }
}

const firstDay = statement<{ day: string }>(
  'matters.first-day',
  `select start::text as day from matter_rollups
   where district_id = $1 and area_id = $2 and grain = 'day' and subject = '' order by start limit 1`,
)

/** The day of the first matter of an area; absent while there was none. */
export const firstDayOf = async (ctx: Context, areaId: number): Promise<string | undefined> =>
  (await ctx.db.row(firstDay, [ctx.district.id, areaId]))?.day
