import type { QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { type Statement, statement } from '#kernel/server/database.ts'
import { dayIn } from '#kernel/server/day.ts'
import type * as contract from '../../contract.ts'
import { type CountedRecord, indicatorUnknown, periodWrong } from '../../contract.ts'
import { areaAsked } from '../values.ts'
import { placeOf, standing, valuesFor } from './count-records.ts'
import { findRecordIndicator } from './record-indicators.ts'
import type { RecordSet } from './sets.ts'

type Row = {
  id: string
  what: CountedRecord['what']
  kind: string
  name: string
  area_id: number | null
  area_name: string | null
  since: string | null
  note: string
  worth: number
}

const pages = new Map<RecordSet, Statement<Row>>()

/** In the order of their ids, from after the cursor. $8 cursor or null, $9 how many. */
function pageOf(set: RecordSet): Statement<Row> {
  const known = pages.get(set)
  if (known) return known
  const made = statement<Row>(
    `indicators.list-records-${placeOf(set)}`,
    `${standing}
     select r.id, r.what, r.kind, r.name, r.area_id, a.name as area_name, r.since, r.note, r.worth::int as worth
     from (${set}) r left join areas a on a.district_id = $1 and a.id = r.area_id
     where $8::text is null or r.id > $8 collate "C" order by r.id collate "C" limit $9`,
  )
  pages.set(set, made)
  return made
}

/** The records behind one number, exactly those it counts. @throws indicatorUnknown, periodWrong, areaNotFound */
export async function listRecords(
  ctx: Context,
  key: string,
  query: QueryOf<typeof contract.listCountedRecords>,
): Promise<ReturnsOf<typeof contract.listCountedRecords>> {
  const found = findRecordIndicator(key)
  if (!found) throw indicatorUnknown({ key })
  const area = await areaAsked(ctx, query.area)
  const part = query.part === 'denominator' && found.denominator ? found.denominator : found.numerator
  const to = query.to ?? dayIn(ctx.district.timeZone, ctx.now)
  const from = query.from ?? to
  if (from > to) throw periodWrong()
  const size = query.limit ?? 50
  const rows = await ctx.db.rows(pageOf(part.rows), [
    ...valuesFor(ctx, area.id, { from, to }),
    query.after ?? null,
    size + 1,
  ])
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    areaId: area.id,
    areaName: area.name,
    items: shown.map(shape),
    ...(rows.length > size && last && { next: last.id }),
  }
}

const shape = ({ area_id, area_name, since, ...row }: Row): CountedRecord => ({
  ...row,
  ...(area_id && { areaId: area_id }),
  ...(area_name && { areaName: area_name }),
  ...(since && { since }),
})
