import type { Context } from '#kernel/server/context.ts'
import { type Statement, statement } from '#kernel/server/database.ts'
import type { Span } from '#modules/matters/server/door.ts'
import type { Value } from '../../contract.ts'
import type { RecordIndicator } from './declaring-records.ts'
import { recordIndicators } from './record-indicators.ts'
import type { RecordSet } from './sets.ts'

const held = (version: string): string =>
  `${version}.valid_from <= $4::date and (${version}.valid_to is null or ${version}.valid_to > $4::date)`

/** The area and what lay below it on the day, walked along the parents of that day; names every parameter once. */
export const standing = `with recursive asked as (
    select $3::date as since, $5::text as zone, $6::uuid as first_id, $7::uuid as last_id
  ), tree as (
    select a.id, a.kind, v.name, v.community_type, v.grid_kind, a.valid_from as since
    from area_versions v join areas a on a.district_id = v.district_id and a.id = v.area_id
    where v.district_id = $1 and v.area_id = $2 and ${held('v')}
    union all
    select a.id, a.kind, v.name, v.community_type, v.grid_kind, a.valid_from
    from tree join area_versions v on v.district_id = $1 and v.parent_id = tree.id and ${held('v')}
    join areas a on a.district_id = v.district_id and a.id = v.area_id
  )`

const setsOf = (indicators: readonly RecordIndicator[]): RecordSet[] => [
  ...new Set(
    indicators.flatMap(({ numerator, denominator }) => [
      numerator.rows,
      ...(denominator ? [denominator.rows] : []),
    ]),
  ),
]
const allSets = setsOf(recordIndicators)
/** The place of a set among all of them: its name in statements. */
export const placeOf = (set: RecordSet): number => allSets.indexOf(set)

type Counted = { at: number; n: number }
const countOf = (set: RecordSet): string =>
  `select ${placeOf(set)} as at, coalesce(sum(worth), 0)::int as n from (${set}) r`

const countAll = statement<Counted>(
  'indicators.count-all-records',
  `${standing} ${allSets.map(countOf).join('\nunion all\n')}`,
)
const countOne = new Map<RecordSet, Statement<Counted>>(
  allSets.map((set, at) => [
    set,
    statement<Counted>(`indicators.count-records-${at}`, `${standing} ${countOf(set)}`),
  ]),
)

/** Few sets are asked one by one, many at once: then the tree is walked once. */
const fewSets = 4

/** How much each set is worth for an area and a span. */
async function countSets(ctx: Context, sets: readonly RecordSet[], area: number, span: Span) {
  const values = valuesFor(ctx, area, span)
  if (sets.length > fewSets) {
    const rows = await ctx.db.rows(countAll, values)
    return new Map(rows.map(({ at, n }) => [allSets[at] ?? '', n]))
  }
  const counts = await Promise.all(
    sets.flatMap((set) => {
      const known = countOne.get(set)
      return known ? [ctx.db.row(known, values)] : []
    }),
  )
  return new Map(sets.map((set, index) => [set, counts[index]?.n ?? 0]))
}

export function valuesFor(ctx: Context, area: number, { from, to }: Span) {
  const { id, timeZone } = ctx.district
  return [id, area, from, to, timeZone, idBefore(from, -1), idBefore(to, 2)]
}

/**
 * The lowest id a matter can have that was received on a day, with a day to spare for any time zone: ids begin with the moment
 * of receipt, and the day itself is cut out where it matters.
 */
function idBefore(day: string, days: number): string {
  const moment = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000
  const hex = moment.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** Values by key, one map a span; the first span's fall is against the second, which has none itself. */
export async function recordValues(
  ctx: Context,
  indicators: readonly RecordIndicator[],
  asked: { area: number; spans: readonly Span[] },
): Promise<Map<string, Value>[]> {
  const sets = setsOf(indicators)
  const counts = await Promise.all(asked.spans.map((span) => countSets(ctx, sets, asked.area, span)))
  return counts.map(
    (own, at) =>
      new Map(
        indicators.flatMap((each) => {
          const below = each.isFall ? (at === 0 ? counts[1] : undefined) : own
          return below ? [[each.key, valueOf(each, own, below)] as const] : []
        }),
      ),
  )
}

type Counts = ReadonlyMap<RecordSet, number>

function valueOf({ numerator, denominator, isFall }: RecordIndicator, own: Counts, below: Counts): Value {
  const above = own.get(numerator.rows) ?? 0
  if (!denominator) return { numerator: above, value: above }
  const of = below.get(denominator.rows) ?? 0
  if (of === 0) return { numerator: above, denominator: of }
  return { numerator: above, denominator: of, value: isFall ? (of - above) / of : above / of }
}
