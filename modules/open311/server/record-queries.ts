import { type Statement, statement } from '#kernel/server/database.ts'
import type { EventKind, Level, Outcome, Status } from '#modules/matters/contract.ts'
import type { MatterRow } from '#modules/matters/server/door.ts'

/** What everybody can be told of a matter, and a program of what its organisation holds. */
export type RecordRow = {
  id: string
  number: string
  status: Status
  subject: string
  level: Level
  outcome: Outcome | null
  report_count: number
  place_id: number
  place_names: string[] | null
  lon: number | null
  lat: number | null
  organisation_name: string | null
  route: MatterRow['route']
  received_at: Date
  status_at: Date
  closed_at: Date | null
  updated_at: Date
  due_at: Date
  merged_number: string | null
  public_words: string | null
}

/** Kinds of events that everybody may know of; what reporters and colleagues say among themselves is not among them. */
export const publicKinds = [
  'received',
  'accepted',
  'assigned',
  'transferred',
  'handed_up',
  'noted',
  'answered',
  'closed',
  'reopened',
  'returned',
  'withdrawn',
  'extended',
  'resumed',
  'raised',
  'decided',
  'subject_changed',
  'merged',
] as const satisfies readonly EventKind[]
const kinds = publicKinds.map((kind) => `'${kind}'`).join(', ')

/** $2: the organisation whose matters are shown besides the public ones, or null. Nobody finds what is hidden. */
const visible = `not m.is_hidden and (m.is_public or ($2::uuid is not null and m.organisation_id = $2))`

const updatedAt = `lateral (
    select max(e.at) as at from matter_events e
    where e.district_id = m.district_id and e.matter_id = m.id and e.kind in (${kinds})) u`

const pageColumns = `m.district_id, m.id, m.number, m.status, m.subject, m.level, m.outcome, m.report_count, m.place_id,
  m.organisation_id, m.route, m.received_at, m.status_at, m.closed_at, m.due_at, m.merged_into`

/** Everybody reads the building; the staircase is for the organisation that has the work ($2, as in `visible`). */
const dressed = (page: string): string => `
  with page as materialized (${page})
  select m.id, m.number, m.status, m.subject, m.level, m.outcome, m.report_count, pl.id as place_id, m.route,
    m.received_at, m.status_at, m.closed_at, m.due_at, u.at as updated_at, o.name as organisation_name, t.number as merged_number,
    near.lon, near.lat,
    (select array_agg(p.name order by array_position(pl.path, p.id)) from areas p
     where p.district_id = m.district_id and p.id = any (pl.path)
       and (p.kind not in ('district', 'grid') or p.id = pl.id)) as place_names,
    (select e.data->>'public_words' from matter_events e
     where e.district_id = m.district_id and e.matter_id = m.id and e.kind = 'answered'
     order by e.seq desc limit 1) as public_words
  from page m
  cross join ${updatedAt}
  join areas at on at.district_id = m.district_id and at.id = m.place_id
  join areas pl on pl.district_id = m.district_id and pl.id =
    case when at.kind = 'unit' and ($2::uuid is null or m.organisation_id is distinct from $2) then at.parent_id else at.id end
  left join lateral (
    select n.lon, n.lat from areas n
    where n.district_id = m.district_id and n.id = any (pl.path) and n.lon is not null
    order by cardinality(n.path) desc limit 1) near on true
  left join organisations o on o.district_id = m.district_id and o.id = m.organisation_id
  left join matters t on t.district_id = m.district_id and t.id = m.merged_into
  order by m.id desc`

/**
 * $1 district, $2 organisation, $3 subjects or null, $4 open or null, $5 and $6 when it was received, $7 and $8 the ids of that
 * span (they begin with the moment of receipt, so the primary key finds it).
 */
const received = `m.district_id = $1 and ${visible} and ($3::text[] is null or m.subject = any ($3))
  and ($4::boolean is null or (m.status in ('received', 'accepted', 'in_progress', 'answered')) = $4)
  and m.id >= $7 and m.id <= $8 and m.received_at >= $5 and m.received_at <= $6`

/** $9 and $10: when something happened last that everybody may know of. */
const updated = `${received}
  and m.id in (select f.matter_id from matter_feed f
    where f.district_id = $1 and f.at >= $9 and f.at <= $10 and f.kind in (${kinds}))
  and u.at >= $9 and u.at <= $10`

export const listReceived = statement<RecordRow>(
  'open311.list-received',
  dressed(`select ${pageColumns} from matters m where ${received} order by m.id desc limit $9 offset $10`),
)
export const countReceived = statement<{ n: number }>(
  'open311.count-received',
  `select count(*)::int as n from matters m where ${received}`,
)
export const listUpdated = statement<RecordRow>(
  'open311.list-updated',
  dressed(
    `select ${pageColumns} from matters m cross join ${updatedAt} where ${updated} order by m.id desc limit $11 offset $12`,
  ),
)
export const countUpdated = statement<{ n: number }>(
  'open311.count-updated',
  `select count(*)::int as n from matters m cross join ${updatedAt} where ${updated}`,
)
/** $3: numbers. */
export const listNumbered = statement<RecordRow>(
  'open311.list-numbered',
  dressed(
    `select ${pageColumns} from matters m where m.district_id = $1 and ${visible} and m.number = any ($3) order by m.id desc`,
  ),
)

export type TalkRow = {
  matter_id: string
  number: string
  seq: number
  kind: (typeof publicKinds)[number]
  at: Date
  public_words: string | null
  outcome: Outcome | null
  area_name: string | null
  other_number: string | null
  subject: string | null
  due_at: string | null
}

/** What is said of an event to everybody: no words but those an answer was given for the public. */
const talkColumns = `e.matter_id, m.number, e.seq, e.kind, e.at, e.data->>'public_words' as public_words,
  coalesce(e.data->>'outcome', (
    select a.data->>'outcome' from matter_events a
    where e.kind = 'closed' and a.district_id = e.district_id and a.matter_id = e.matter_id and a.kind = 'answered'
      and a.seq < e.seq order by a.seq desc limit 1)) as outcome,
  coalesce(e.data->'route'->>'areaName', e.data->'target'->'route'->>'areaName', e.data->>'area_name') as area_name,
  case when e.kind = 'merged' then e.data->>'number' end as other_number,
  e.data->>'subject' as subject, e.data->'promise'->>'dueAt' as due_at`

/** A note that is only for colleagues is nobody else's. */
const told = `(e.kind <> 'noted' or (e.data->>'is_public')::boolean)`

export const listTalk = statement<TalkRow>(
  'open311.list-talk',
  `select ${talkColumns} from matter_events e
   join matters m on m.district_id = e.district_id and m.id = e.matter_id
   where e.district_id = $1 and e.matter_id = any ($2) and e.kind in (${kinds}) and ${told} order by e.matter_id, e.seq`,
)

const updates = `from matter_feed f
  join matters m on m.district_id = f.district_id and m.id = f.matter_id
  join matter_events e on e.district_id = f.district_id and e.matter_id = f.matter_id and e.seq = f.seq
  where f.district_id = $1 and ${visible} and f.at >= $3 and f.at <= $4
    and f.kind in (${kinds}) and f.kind <> 'received' and ${told}`

/** The updates of a span in the order in which they happened. $5 limit, $6 offset. */
export const listUpdates: Statement<TalkRow> = statement<TalkRow>(
  'open311.list-updates',
  `select ${talkColumns} ${updates} order by f.at, f.position limit $5 offset $6`,
)
export const countUpdates = statement<{ n: number }>(
  'open311.count-updates',
  `select count(*)::int as n ${updates}`,
)

export const statusOfMatter = statement<{ status: Status }>(
  'open311.status-of-matter',
  'select status from matters where district_id = $1 and id = $2',
)

/** $2 number: what a key may update, whatever everybody sees of it. */
export const findForUpdate = statement<{ id: string; organisation_id: string | null; version: number }>(
  'open311.find-for-update',
  `select m.id, m.organisation_id, m.version from matters m where m.district_id = $1 and m.number = $2`,
)
