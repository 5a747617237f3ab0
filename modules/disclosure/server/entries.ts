import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { keptFor } from '#kernel/server/kept.ts'
import { requestMalformed } from '#kernel/server/problems.ts'
import { rates, type Share, subjectName } from '#modules/matters/server/door.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import type * as contract from '../contract.ts'
import { type Entry, notDisclosed, type Rates } from '../contract.ts'
import {
  entryPage,
  type EntryRow,
  findEntry,
  findPlace,
  listParts,
  listSteps,
  type PlaceRow,
  type RatesRow,
  sumMonths,
} from './entry-queries.ts'

async function areaAsked(ctx: Context, id: number | undefined): Promise<PlaceRow> {
  const area = await ctx.db.row(findPlace, [ctx.district.id, id ?? null])
  if (!area) throw areaNotFound()
  return area
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function listEntries(ctx: Context, query: QueryOf<typeof contract.listEntries>) {
  if (query.after !== undefined && !uuid.test(query.after)) throw requestMalformed({ field: 'after' })
  const area = await areaAsked(ctx, query.area)
  const size = query.limit ?? 20
  const rows = await ctx.db.rows(entryPage(query.state ?? 'all'), [
    ctx.district.id,
    query.after ?? null,
    area.kind === 'district' ? null : area.id,
    query.subject ?? null,
    ctx.now,
    size + 1,
  ])
  const shown = rows.slice(0, size)
  const last = rows.length > size ? shown.at(-1) : undefined
  return {
    areaName: area.name,
    items: await Promise.all(shown.map((row) => shape(ctx, row))),
    ...(last && { next: last.id }),
  }
}

async function shape(ctx: Context, row: EntryRow): Promise<Entry> {
  const isAnswered = row.status === 'answered' || row.status === 'closed'
  const until = isAnswered && row.answered_at ? row.answered_at : ctx.now
  return {
    number: row.number,
    subject: await subjectName(ctx, row.subject),
    status: row.status,
    placeNames: row.place_names ?? [],
    officeName: row.office_name,
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    isOnTime: row.status === 'returned' || until <= row.due_at,
    reportCount: row.report_count,
    ...(isAnswered && row.answered_at && { answeredAt: row.answered_at.toISOString() }),
    ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
    ...(isAnswered && row.outcome && { outcome: row.outcome }),
    ...(isAnswered && row.words && { words: row.words }),
  }
}

/** Steps that say how it went without saying who did what. */
const publicSteps = [
  'received',
  'accepted',
  'extended',
  'late',
  'raised',
  'answered',
  'reopened',
  'closed',
  'returned',
]

export async function readEntry(ctx: Context, number: string) {
  const row = await ctx.db.row(findEntry, [ctx.district.id, number])
  if (!row) throw notDisclosed()
  const steps = await ctx.db.rows(listSteps, [ctx.district.id, row.id, publicSteps])
  return {
    entry: await shape(ctx, row),
    steps: steps.map(({ kind, at, outcome }) => ({
      kind,
      at: at.toISOString(),
      ...(outcome && { outcome }),
    })),
  }
}

/** Twelve months with this one, by the month of receipt; kept a minute. */
export async function readRates(ctx: Context, query: { area?: number }) {
  const area = await areaAsked(ctx, query.area)
  return keptFor(ctx, `disclosure.rates ${area.id}`, 60_000, async (inner) => {
    const since = monthsBefore(dayIn(inner.district.timeZone, inner.now), 11)
    const areas = [area, ...(await inner.db.rows(listParts, [inner.district.id, area.id]))]
    const rows = await inner.db.rows(sumMonths, [inner.district.id, areas.map((each) => each.id), since])
    const [whole, ...parts] = areas.map((each) =>
      ratesOf(
        each,
        rows.find((row) => row.area_id === each.id),
      ),
    )
    if (!whole) throw new Error('an area was asked for and is gone')
    return { since, whole, parts }
  })
}

/** The first day of the month so many months before. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}

const shareOf = ({ part, of }: Share): number | undefined => (of > 0 ? part / of : undefined)

/** The same rates as inside the office: the public never reads another number than the overview shows. */
function ratesOf(area: { id: number; name: string }, row: RatesRow | undefined): Rates {
  if (!row) return { areaId: area.id, name: area.name, received: 0 }
  const response = shareOf(rates.response(row))
  const resolution = shareOf(rates.resolution(row))
  const satisfaction = shareOf(rates.satisfaction(row))
  const onTime = shareOf(rates.onTime(row))
  return {
    areaId: area.id,
    name: area.name,
    received: row.received,
    ...(response !== undefined && { response }),
    ...(resolution !== undefined && { resolution }),
    ...(satisfaction !== undefined && { satisfaction }),
    ...(onTime !== undefined && { onTime }),
  }
}
