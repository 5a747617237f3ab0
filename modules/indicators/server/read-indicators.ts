import type { QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { firstDayOf, type Span } from '#modules/matters/server/door.ts'
import type * as contract from '../contract.ts'
import type { Value } from '../contract.ts'
import { declared } from './declared.ts'
import { periodOf } from './period.ts'
import { recordValues } from './records/count-records.ts'
import { findRecordIndicator, recordIndicators } from './records/record-indicators.ts'
import { areaAsked, valuesOf } from './values.ts'

type Query = QueryOf<typeof contract.readIndicators>

export async function readIndicators(
  ctx: Context,
  query: Query,
): Promise<ReturnsOf<typeof contract.readIndicators>> {
  const area = await areaAsked(ctx, query.area)
  const period = periodOf(query, dayIn(ctx.district.timeZone, ctx.now))
  const { previous, lastYear } = period
  const spans = [period, previous, lastYear]
  const keys = keysOf(query)
  const values = await allValues(ctx, query, { area: area.id, spans, keys })
  const since = await firstDayOf(ctx, area.id)
  const [now, before, yearAgo] = values.spans
  // Registers are there from the first day on; of matters nothing is said of the time before the first.
  const known = (key: string, span: Span): boolean =>
    findRecordIndicator(key) !== undefined || (since !== undefined && span.to >= since)
  return {
    areaId: area.id,
    areaName: area.name,
    period,
    ...(values.behindSince && { behindSince: values.behindSince.toISOString() }),
    items: keys.flatMap((key) => {
      const value = now?.get(key)
      if (!value) return []
      const [last, year] = [before?.get(key), yearAgo?.get(key)]
      return [
        {
          key,
          now: value,
          ...(last && known(key, previous) && { previous: last }),
          ...(year && known(key, lastYear) && { lastYear: year }),
        },
      ]
    }),
  }
}

/** A slice is of matters only: registers have none. */
function keysOf({ keys, subject }: Query): string[] {
  const asked = keys?.split(',').filter(Boolean)
  if (asked) return asked
  const ofRecords = subject ? [] : recordIndicators
  return [...declared, ...ofRecords].map((each) => each.key)
}

type Wanted = { area: number; spans: readonly Span[]; keys: readonly string[] }

async function allValues(ctx: Context, { subject, withoutBeyond }: Query, wanted: Wanted) {
  const { area, spans, keys } = wanted
  const ofRecords = keys.flatMap((key) => findRecordIndicator(key) ?? [])
  const others = keys.filter((key) => !findRecordIndicator(key))
  const ofMatters = await valuesOf(ctx, { areas: [area], spans, keys: others, subject, withoutBeyond })
  const counted = ofRecords.length > 0 ? await recordValues(ctx, ofRecords, { area, spans }) : []
  return {
    behindSince: ofMatters.behindSince,
    spans: spans.map(
      (_, at): Map<string, Value> =>
        new Map([...(ofMatters.spans[at]?.get(area) ?? []), ...(counted[at] ?? [])]),
    ),
  }
}
