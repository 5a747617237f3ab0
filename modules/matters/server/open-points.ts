import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type { Level, Status, SubjectName } from '../contract.ts'
import { subjectName } from './receipt.ts'

type PointRow = {
  id: string
  number: string
  subject: string
  lon: number
  lat: number
  is_late: boolean
  is_yellow: boolean
  raised_to: Level | null
}

const listPoints = statement<PointRow>(
  'matters.open-points',
  `select m.id, m.number, m.subject, r.lon, r.lat, m.late_at is not null as is_late, m.warned_at is not null as is_yellow,
     m.raised_to
   from matters m
   cross join lateral (
     select lon, lat from reports where district_id = m.district_id and matter_id = m.id and lon is not null
     order by received_at limit 1) r
   where m.district_id = $1 and m.status in ('received', 'accepted', 'in_progress') and m.area_path @> array[$2::int]
   order by m.due_at limit $3`,
)

export type OpenPoint = {
  id: string
  number: string
  subject: SubjectName
  lon: number
  lat: number
  state: 'open' | 'yellow' | 'red' | 'supervised'
}

/** Open matters of an area whose report came with a point (WGS-84), the first due first. */
export async function openPoints(ctx: Context, areaId: number, most: number): Promise<OpenPoint[]> {
  const rows = await ctx.db.rows(listPoints, [ctx.district.id, areaId, most])
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      number: row.number,
      subject: await subjectName(ctx, row.subject),
      lon: row.lon,
      lat: row.lat,
      state: stateOf(row),
    })),
  )
}

function stateOf(row: PointRow): OpenPoint['state'] {
  if (row.raised_to) return 'supervised'
  if (row.is_late) return 'red'
  return row.is_yellow ? 'yellow' : 'open'
}

type NewestRow = {
  number: string
  subject: string
  status: Status
  status_at: Date
  received_at: Date
  is_late: boolean
  area_name: string | null
  community_name: string | null
}

const listNewest = statement<NewestRow>(
  'matters.newest-public',
  `select m.number, m.subject, m.status, m.status_at, m.received_at,
     m.late_at is not null and m.status in ('received', 'accepted', 'in_progress') as is_late,
     a.name as area_name, c.name as community_name
   from (
     select * from matters where district_id = $1 and id >= $3 and area_path @> array[$2::int] and is_public
       and not is_hidden and status not in ('merged', 'withdrawn')
     order by id desc limit $4) m
   left join areas a on a.district_id = m.district_id and a.id = m.area_id
   left join areas c on c.district_id = m.district_id and c.id = m.community_id
   order by m.id desc`,
)

export type PublicNewest = {
  number: string
  subject: SubjectName
  status: Status
  statusAt: Date
  receivedAt: Date
  isLate: boolean
  /** Down to the grid: no building, no words, nobody's name. */
  areaNames: string[]
}

/** What came in lately and may be shown to everybody, the newest first; `sinceId` is an id of the moment from which. */
export async function newestPublic(
  ctx: Context,
  asked: { areaId: number; sinceId: string; most: number },
): Promise<PublicNewest[]> {
  const rows = await ctx.db.rows(listNewest, [ctx.district.id, asked.areaId, asked.sinceId, asked.most])
  return Promise.all(
    rows.map(async (row) => ({
      number: row.number,
      subject: await subjectName(ctx, row.subject),
      status: row.status,
      statusAt: row.status_at,
      receivedAt: row.received_at,
      isLate: row.is_late,
      areaNames: [...new Set([row.community_name, row.area_name])].filter((name) => name !== null),
    })),
  )
}
