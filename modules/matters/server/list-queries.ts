import { type Parameter, type Statement, statement } from '#kernel/server/database.ts'
import type { Channel, Level, ListName, Status } from '../contract.ts'
import { narrowed, narrowingOf, shaped, statusesOf } from './list-filter.ts'
import type { Column } from './list-reach.ts'

export type SummaryRow = {
  id: string
  number: string
  status: Status
  level: Level
  subject: string
  words: string | null
  channel: Channel | null
  place_id: number
  place_names: string[] | null
  area_name: string | null
  organisation_id: string | null
  organisation_name: string | null
  handler_id: string | null
  handler_name: string | null
  received_at: Date
  due_at: Date
  status_at: Date
  report_count: number
  reopened: number
  satisfaction: number | null
  yellow_at: Date
  urged: number
  paused_at: Date | null
  disputed_at: Date | null
  is_hidden: boolean
  raised_to: Level | null
}

export const pageColumns = `district_id, id, number, status, level, subject, place_id, area_id, organisation_id, handler_id,
  received_at, due_at, status_at, report_count, reopened, satisfaction, yellow_at, urged, paused_at, disputed_at, is_hidden,
  raised_to`

/** What a row shows besides, looked up for the rows of one page only; for everybody, nothing finer than a building. */
export const dressed = (
  page: string,
  order: string,
  seen: 'by staff' | 'by everybody' = 'by staff',
): string => `
  with page as (${page})
  select m.id, m.number, m.status, m.level, m.subject, m.place_id, m.organisation_id, m.handler_id, m.received_at,
    m.due_at, m.status_at, m.report_count, m.reopened, m.satisfaction, m.yellow_at, m.urged, m.paused_at, m.disputed_at,
    m.is_hidden, m.raised_to,
    left(r.words, 120) as words, r.channel, a.name as area_name, o.name as organisation_name, c.name as handler_name,
    (select array_agg(p.name order by array_position(pl.path, p.id)) from areas p
     where p.district_id = m.district_id and p.id = any (pl.path)
       and (p.kind not in ('district', 'street', 'grid') or p.id = pl.id)
       ${seen === 'by everybody' ? `and p.kind <> 'unit'` : ''}) as place_names
  from page m
  left join lateral (
    select words, channel from reports r where r.district_id = m.district_id and r.matter_id = m.id
    order by r.received_at, r.id limit 1) r on true
  left join areas pl on pl.district_id = m.district_id and pl.id = m.place_id
  left join areas a on a.district_id = m.district_id and a.id = m.area_id
  left join organisations o on o.district_id = m.district_id and o.id = m.organisation_id
  left join accounts c on c.district_id = m.district_id and c.id = m.handler_id
  order by ${order}`

/** The whole district needs no second condition: told twice it would count as narrower than it is. */
const inside = (column: Column): string => (column === 'district_id' ? '$1::int = $2::int' : `${column} = $2`)

const done = `('closed', 'returned', 'merged', 'withdrawn')`

/**
 * Parameters of every page: $1 district, $2 the column's value, $3 and $4 the cursor (time, id), $5 how many, from $6 what
 * narrows it. One range scan for each state, merged: the order comes from the index at every level.
 */
function openPage(column: Column, list: ListName, shape: string): string {
  const scan = (status: Status): string =>
    `(select ${pageColumns} from matters where district_id = $1 and ${inside(column)} and status = '${status}'
      and (due_at, id) > ($3::timestamptz, $4::uuid) ${narrowingOf(list, '$6')} ${narrowed(6, shape)}
      order by due_at, id limit $5)`
  const scans = statusesOf[list].map(scan).join(' union all ')
  return `select * from (${scans}) as scans order by due_at, id limit $5`
}

const donePage = (column: Column, shape: string): string =>
  `select ${pageColumns} from matters where district_id = $1 and ${inside(column)} and status in ${done}
     and (status_at, id) < ($3::timestamptz, $4::uuid) ${narrowed(6, shape)}
   order by status_at desc, id desc limit $5`

type PageOf = (narrowing: readonly Parameter[]) => Statement<SummaryRow>
const pages = new Map<string, PageOf>()

/** The statement of a page; `narrowing` are the ten values from $6 on. */
export function listPage(
  column: Column,
  list: ListName,
  narrowing: readonly Parameter[],
): Statement<SummaryRow> {
  const name = `matters.page-${column}-${list}`
  const pageOf =
    pages.get(name) ??
    shaped<SummaryRow>(name, (shape) =>
      list === 'done'
        ? dressed(donePage(column, shape), 'm.status_at desc, m.id desc')
        : dressed(openPage(column, list, shape), 'm.due_at, m.id'),
    )
  pages.set(name, pageOf)
  return pageOf(narrowing)
}

export const findSummary = statement<SummaryRow>(
  'matters.find-summary',
  dressed(`select ${pageColumns} from matters where district_id = $1 and id = $2`, 'm.id'),
)

/** Rows of a search, in the order it found them. */
export const findSummaries = statement<SummaryRow>(
  'matters.find-summaries',
  dressed(
    `select ${pageColumns} from matters where district_id = $1 and id = any ($2)`,
    'array_position($2::uuid[], m.id)',
  ),
)

export type CountRow = {
  status: Status
  overdue: number
  due_soon: number
  waiting: number
  raised: number
  disputed: number
  asked: number
  n: number
}

/** From the partial index of open matters: what is open is few, however many are done. */
export function countOpen(column: Column, within: boolean): Statement<CountRow> {
  return statement<CountRow>(
    `matters.count-${column}${within ? '-within' : ''}`,
    `select status, count(*)::int as n,
       count(*) filter (where due_at < $3::timestamptz)::int as overdue,
       count(*) filter (where yellow_at <= $3::timestamptz and due_at >= $3::timestamptz and paused_at is null)::int as due_soon,
       count(*) filter (where paused_at is not null)::int as waiting,
       count(*) filter (where raised_to is not null)::int as raised,
       count(*) filter (where disputed_at is not null)::int as disputed,
       count(*) filter (where followed_up_at is not null)::int as asked
     from matters where district_id = $1 and ${column} = $2
       and status in ('received', 'accepted', 'in_progress', 'answered')
       ${within ? 'and area_path @> array[$4::int]' : ''}
     group by status`,
  )
}

export const countMine = statement<{ n: number }>(
  'matters.count-mine',
  `select count(*)::int as n from matters where district_id = $1 and handler_id = $2
     and status in ('received', 'accepted', 'in_progress', 'answered')`,
)

export const countByHandler = statement<{ handler_id: string; n: number }>(
  'matters.count-by-handler',
  `select handler_id, count(*)::int as n from matters where district_id = $1 and handler_id = any ($2)
     and status in ('received', 'accepted', 'in_progress', 'answered') group by handler_id`,
)

export type PublicRow = SummaryRow & { outcome: 'solved' | 'explained' | 'planned' | 'referred' | null }

/**
 * The places of `list` with every staircase of the buildings among them: which staircase was scanned or asked for must not tell
 * at which of them something was reported.
 */
const withStaircases = (list: string): string => `(${list}::int[] || array(
  select u.id from areas u where u.district_id = $1 and u.parent_id = any (${list}) and u.kind = 'unit'
    and exists (select from areas b where b.district_id = $1 and b.id = u.parent_id and b.kind = 'building')))`

/** Open matters of a place that may be shown to everybody: its own building and what surrounds it. */
export const listPublicOpen = statement<SummaryRow>(
  'matters.list-public-open',
  dressed(
    `select ${pageColumns} from matters where district_id = $1 and place_id = any (${withStaircases('$2')})
       and is_public and not is_hidden
       and status in ('received', 'accepted', 'in_progress', 'answered') order by received_at desc limit 5`,
    'm.received_at desc',
    'by everybody',
  ),
)

/**
 * Open public matters on some subjects, at one of the places $2 or within one of $6; those on the very subject $4 first.
 */
export const listAlike = statement<SummaryRow>(
  'matters.list-alike',
  dressed(
    `select ${pageColumns} from matters where district_id = $1 and (place_id = any (${withStaircases('$2')}) or area_path && $6::int[])
       and subject = any ($3)
       and is_public and not is_hidden and received_at >= $5
       and status in ('received', 'accepted', 'in_progress')
     order by (subject = $4) desc, received_at desc limit 5`,
    '(m.subject = $4) desc, m.received_at desc',
    'by everybody',
  ),
)

/** The newest settled ones of the district that may be shown to everybody. */
export const listPublicDone = statement<SummaryRow & { outcome: PublicRow['outcome'] }>(
  'matters.list-public-done',
  `select d.*, x.outcome from (${dressed(
    `select ${pageColumns} from (
       select * from matters where district_id = $1 and status in ${done} order by status_at desc, id desc limit 60) l
     where is_public and not is_hidden and status = 'closed' order by status_at desc limit 6`,
    'm.status_at desc',
    'by everybody',
  )}) d join matters x on x.district_id = $1 and x.id = d.id order by d.status_at desc`,
)

/** Of a span of days; read at most once a minute. */
export const countMonth = statement<{ received: number; settled: number; on_time: number }>(
  'matters.count-month',
  `select
     -- Ids begin with the moment of receipt (UUIDv7), so the primary key finds the span.
     (select count(*)::int from matters where district_id = $1 and id >= $3) as received,
     count(*)::int as settled,
     (count(*) filter (where answered_at <= due_at))::int as on_time
   from matters where district_id = $1 and status in ${done} and status = 'closed' and status_at >= $2`,
)
