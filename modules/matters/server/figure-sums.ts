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

/** A line of the rollups and the span it belongs to, as `nameOf` calls it. */
type Line = { span: string } & Pick<Sum, 'area_id' | 'grain' | 'start'>
type SpanSum = Pick<Line, 'span' | 'area_id'> & Pick<Sum, 'subject'> & Partial<Figures>

/**
 * Lines ($2 to $5) are found by their whole key: nothing else is read however it is planned, and only what they add up to is
 * sent. $6 subjects.
 */
const listSums = statement<SpanSum>(
  'matters.list-sums',
  `select line.span, r.area_id, r.subject, ${metrics.map((each) => `sum(r.${each})::bigint as ${each}`).join(', ')}
   from unnest($2::text[], $3::int[], $4::text[], $5::date[]) as line (span, area_id, grain, start)
   join matter_rollups r on r.district_id = $1 and r.area_id = line.area_id and r.grain = line.grain
     and r.start = line.start and r.subject = any ($6)
   group by line.span, r.area_id, r.subject`,
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
export const sumFigures = async (ctx: Context, asked: Asked): Promise<Summed> =>
  (await sumEach(ctx, [asked]))[0]

/** The same for several questions of one screen: what they share is read once. */
export async function sumEach<const All extends readonly Asked[]>(
  ctx: Context,
  all: All,
): Promise<{ [At in keyof All]: Summed }> {
  const lines = linesOfAll(all)
  const [kept, pending] = await Promise.all([
    ctx.db.rows(listSums, [
      ctx.district.id,
      lines.map(({ span }) => span),
      lines.map(({ area_id }) => area_id),
      lines.map(({ grain }) => grain),
      lines.map(({ start }) => start),
      [...new Set(all.flatMap(subjectsOf))],
    ]),
    pendingNow(ctx),
  ])
  const added = withSpans(pending.sums, lines)
  const sums = Map.groupBy([...kept, ...added], ({ span, area_id }) => `${span} ${area_id}`)
  const summed = all.map((asked): Summed => {
    const ofArea = (span: Span, area: number) => total(sums.get(`${nameOf(span)} ${area}`) ?? [], asked)
    return {
      spans: asked.spans.map((span) => new Map(asked.areas.map((area) => [area, ofArea(span, area)]))),
      behindSince: pending.behindSince,
    }
  })
  return summed as { [At in keyof All]: Summed }
}

const subjectsOf = ({ subject = '' }: Asked): string[] =>
  subject === '' ? [subject, sliceOf.beyond] : [subject]

const nameOf = ({ from, to }: Span): string => `${from} ${to}`

function linesOfAll(all: readonly Asked[]): Line[] {
  const lines = new Map<string, Line>()
  for (const { areas, spans, subject = '' } of all)
    for (const span of spans)
      for (const line of linesOf(span, subject))
        for (const area_id of areas) {
          const name = nameOf(span)
          lines.set(`${name} ${area_id} ${line.grain} ${line.start}`, { ...line, span: name, area_id })
        }
  return [...lines.values()]
}

/** Those of the lines, once for each span they belong to. */
function withSpans(sums: readonly Sum[], lines: readonly Line[]): SpanSum[] {
  const nameOfLine = ({ area_id, grain, start }: Omit<Line, 'span'>) => `${area_id} ${grain} ${start}`
  const byLine = Map.groupBy(sums, nameOfLine)
  return lines.flatMap((line) =>
    (byLine.get(nameOfLine(line)) ?? []).map((sum) => ({ ...sum, span: line.span })),
  )
}

function total(sums: readonly SpanSum[], asked: Asked): SpanFigures {
  const { subject = '', withoutBeyond } = asked
  const subjects = subjectsOf(asked)
  const all = Object.fromEntries(metrics.map((metric) => [metric, 0])) as Figures
  let beyond = 0
  for (const sum of sums) {
    if (!subjects.includes(sum.subject)) continue
    const isOwn = sum.subject === subject
    if (!isOwn) beyond += sum.received ?? 0
    const sign = isOwn ? 1 : withoutBeyond ? -1 : 0
    for (const metric of metrics) all[metric] += sign * (sum[metric] ?? 0)
  }
  return { ...all, beyond }
}

/** Whole months by their line, the days around them by theirs. */
function linesOf({ from, to }: Span, subject: string): Pick<Sum, 'grain' | 'start'>[] {
  const lines: Pick<Sum, 'grain' | 'start'>[] = []
  for (let day = from; day <= to;) {
    const next = firstOfNext(day)
    const last = dayBefore(next)
    if (day.endsWith('-01') && last <= to) {
      lines.push({ grain: 'month', start: day })
      day = next
      continue
    }
    if (subject !== '' && subject !== sliceOf.beyond) throw figuresOutOfMonth()
    lines.push({ grain: 'day', start: day })
    day = dayAfter(day)
  }
  return lines
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
