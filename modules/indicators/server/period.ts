import { periodWrong, type Period, type PeriodKind } from '../contract.ts'
import type { Span } from '#modules/matters/server/door.ts'

const dayMs = 24 * 3600_000
const longestDays = 3660

type Asked = { period?: PeriodKind; on?: string; from?: string; to?: string }

const at = (day: string): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
const daysLater = (day: string, days: number): string => dayOf(new Date(at(day).getTime() + days * dayMs))
const lengthOf = ({ from, to }: Span): number => (at(to).getTime() - at(from).getTime()) / dayMs + 1

/** The same day so many months later; the last of the month where there is no such day. */
export function monthsLater(day: string, months: number): string {
  const date = at(day)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date.getUTCDate(), last))
  return dayOf(first)
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** The whole week (from Monday), month, quarter or year that holds the day. */
function wholeAround(kind: Exclude<PeriodKind, 'days'>, day: string): Span {
  if (kind === 'week') {
    const from = daysLater(day, -((at(day).getUTCDay() + 6) % 7))
    return { from, to: daysLater(from, 6) }
  }
  const length = monthsOf[kind]
  const month = at(day).getUTCMonth()
  const from = monthsLater(`${day.slice(0, 7)}-01`, -(month % length))
  return { from, to: daysLater(monthsLater(from, length), -1) }
}

/**
 * The span that is meant, cut off at today, and what it is compared with: the period before and the same a year ago, each cut
 * off after as many days while the period runs.
 * @throws periodWrong
 */
export function periodOf(asked: Asked, today: string): Period {
  const kind = asked.period ?? (asked.from ? 'days' : 'month')
  const whole =
    kind === 'days'
      ? { from: asked.from ?? today, to: asked.to ?? today }
      : wholeAround(kind, asked.on ?? today)
  const isRunning = whole.from <= today && today < whole.to && kind !== 'days'
  const span = isRunning ? { from: whole.from, to: today } : whole
  const length = lengthOf(span)
  if (length < 1 || length > longestDays) throw periodWrong()
  return {
    kind,
    ...span,
    isRunning,
    previous: before(kind, span, whole),
    lastYear: yearAgo(kind, span, whole),
  }
}

function before(kind: PeriodKind, span: Span, whole: Span): Span {
  const length = lengthOf(span)
  if (kind === 'days' || kind === 'week') {
    const shift = kind === 'week' ? 7 : length
    return { from: daysLater(span.from, -shift), to: daysLater(span.to, -shift) }
  }
  const from = monthsLater(whole.from, -monthsOf[kind])
  const last = daysLater(whole.from, -1)
  return cut({ from, to: last }, span, whole)
}

/** A week a year ago is the one 52 weeks before, so that Mondays are compared with Mondays. */
function yearAgo(kind: PeriodKind, span: Span, whole: Span): Span {
  if (kind === 'week') return { from: daysLater(span.from, -364), to: daysLater(span.to, -364) }
  if (kind === 'days') return { from: monthsLater(span.from, -12), to: monthsLater(span.to, -12) }
  const from = monthsLater(whole.from, -12)
  return cut({ from, to: daysLater(monthsLater(from, monthsOf[kind]), -1) }, span, whole)
}

/** Of a whole period as many days as are over of the running one. */
function cut(other: Span, span: Span, whole: Span): Span {
  if (span.to === whole.to) return other
  const to = daysLater(other.from, lengthOf(span) - 1)
  return { from: other.from, to: to < other.to ? to : other.to }
}

/** The steps a trend shows: the period and those before it, the oldest first; of free days their days, or their months. */
export function stepsOf(period: Period): Span[] {
  const { kind, from, to } = period
  if (kind === 'days') return lengthOf({ from, to }) <= 45 ? daysIn({ from, to }) : monthsIn({ from, to })
  const count = kind === 'week' ? 8 : kind === 'year' ? 5 : kind === 'quarter' ? 8 : 12
  const steps: Span[] = [{ from, to }]
  while (steps.length < count) {
    const last = daysLater(steps[0]?.from ?? from, -1)
    steps.unshift(wholeAround(kind, last))
  }
  return steps
}

const daysIn = (span: Span): Span[] =>
  Array.from({ length: lengthOf(span) }, (_, index) => {
    const day = daysLater(span.from, index)
    return { from: day, to: day }
  })

function monthsIn({ from, to }: Span): Span[] {
  const steps: Span[] = []
  for (let start = from; start <= to;) {
    const { to: end } = wholeAround('month', start)
    steps.push({ from: start, to: end < to ? end : to })
    start = daysLater(end, 1)
  }
  return steps
}
