import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { areaAsked, periodOf, stepsOf, type Values, valuesOfEach } from '#modules/indicators/server/door.ts'
import type { Period, Value } from '#modules/indicators/contract.ts'
import { firstDayOf, type LateHolder, lateHolders } from '#modules/matters/server/door.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import type { AreaRow } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import type { LateBy, Overview, OverviewRow } from '../contract.ts'
import { type Part, partsOf } from './parts.ts'

/** Of the table, in its order. */
export const columnKeys = [
  'received',
  'overdue_now',
  'on_time_rate',
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'median_hours',
  'raised',
  'reopened',
] as const
const ratesByChoice = ['response_rate', 'resolution_rate', 'satisfaction_rate', 'on_time_rate'] as const
const areaKeys = [
  ...columnKeys,
  'answered',
  'beyond',
  'closed',
  'open_now',
  'due_soon_now',
  'raised_now',
  'to_follow_up_now',
]
const trendKeys = ['received', 'on_time_rate', 'resolution_rate', 'satisfaction_rate', 'late']
const holdersAtMost = 12

type Query = QueryOf<typeof contract.readOverview>
type Shown = Overview['now']

/**
 * Everything of the first screen. It reads kept sums only: the area and those in it, times the spans, all in one; and what is
 * late, from the index of what is open.
 */
export async function readOverview(ctx: Context, query: Query): Promise<Overview> {
  const area = await areaAsked(ctx, query.area)
  // What is finer than a grid has no figures of its own.
  if (!['district', 'street', 'community', 'grid'].includes(area.kind)) throw areaNotFound()
  const period = periodOf(query, dayIn(ctx.district.timeZone, ctx.now))
  const steps = stepsOf(period)
  const [parts, since, late] = await Promise.all([
    partsOf(ctx, area, period),
    firstDayOf(ctx, area.id),
    lateHolders(ctx, area, holdersAtMost),
  ])
  const { withoutBeyond } = query
  const areas = [area.id]
  const [own, other, trend, table] = await valuesOfEach(ctx, [
    { areas, spans: [period, period.previous, period.lastYear], keys: areaKeys, withoutBeyond },
    { areas, spans: [period], keys: ratesByChoice, withoutBeyond: !withoutBeyond },
    { areas, spans: steps, keys: trendKeys, withoutBeyond },
    { areas: [...areas, ...parts.map(({ id }) => id)], spans: [period], keys: columnKeys, withoutBeyond },
  ])
  return {
    areaId: area.id,
    areaName: area.name,
    areaKind: area.kind,
    period,
    ...ownOf(own, { area, period, since }),
    otherWay: shown(other, 0, area.id),
    trend: steps.map((span, at) => ({ span, values: shown(trend, at, area.id) })),
    late: late.map(shapeLate),
    ...tableOf(table, area, parts),
  }
}

type Known = { area: AreaRow; period: Period; since: string | undefined }

/** The area's own numbers: now, before and a year ago. */
function ownOf(values: Values, { area, period: { previous, lastYear }, since }: Known) {
  const isKnown = (to: string): boolean => since !== undefined && to >= since
  return {
    ...(since && { since }),
    ...(values.behindSince && { behindSince: values.behindSince.toISOString() }),
    now: shown(values, 0, area.id),
    ...(isKnown(previous.to) && { previous: shown(values, 1, area.id) }),
    ...(isKnown(lastYear.to) && { lastYear: shown(values, 2, area.id) }),
    beyond: values.spans[0]?.get(area.id)?.get('beyond')?.numerator ?? 0,
  }
}

const shown = (values: Values, span: number, area: number): Shown =>
  Object.fromEntries(values.spans[span]?.get(area) ?? [])

/** The areas in it, and what lies with the area itself. */
function tableOf(values: Values, area: AreaRow, parts: readonly Part[]): Pick<Overview, 'rows' | 'direct'> {
  if (parts.length === 0) return { rows: [] }
  const rows = parts.map((part): OverviewRow => ({ ...shapePart(part), values: shown(values, 0, part.id) }))
  const here = rows.filter(({ isEnded, values: own }) => !isEnded || hasAnything(own))
  const direct = withoutParts(shown(values, 0, area.id), here)
  return { rows: here, ...(hasAnything(direct) && { direct }) }
}

const shapePart = ({ id, kind, name, isEnded }: Part) => ({ areaId: id, kind, name, isEnded })

const hasAnything = (values: Shown): boolean =>
  (values['received']?.numerator ?? 0) > 0 || (values['overdue_now']?.numerator ?? 0) > 0

/** What is counted for the area and for none of its parts: held by the street itself, or where no grid answers. */
function withoutParts(whole: Shown, rows: readonly OverviewRow[]): Shown {
  const left: Shown = {}
  for (const [key, { numerator, denominator }] of Object.entries(whole)) {
    // A median cannot be taken apart.
    if (key === 'median_hours') continue
    const parts = rows.flatMap(({ values }) => values[key] ?? [])
    const above = parts.reduce((sum, part) => sum - part.numerator, numerator)
    const below = parts.reduce((sum, part) => sum - (part.denominator ?? 0), denominator ?? 0)
    left[key] = denominator === undefined ? { numerator: above, value: above } : shareOf(above, below)
  }
  return left
}

const shareOf = (numerator: number, denominator: number): Value => ({
  numerator,
  denominator,
  ...(denominator > 0 && { value: numerator / denominator }),
})

const shapeLate = ({ since, ...holder }: LateHolder): LateBy => ({ ...holder, since: since.toISOString() })
