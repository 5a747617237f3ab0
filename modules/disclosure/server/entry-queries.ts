import { type Statement, statement } from '#kernel/server/database.ts'
import type { Entry, Step } from '../contract.ts'

export type EntryRow = {
  id: string
  number: string
  subject: string
  status: Entry['status']
  place_names: string[] | null
  office_name: string
  received_at: Date
  due_at: Date
  answered_at: Date | null
  closed_at: Date | null
  outcome: Entry['outcome'] | null
  report_count: number
  words: string | null
}

const columns = `id, district_id, number, subject, status, place_id, organisation_id, route, received_at, due_at, answered_at,
  closed_at, outcome, report_count`
const shown = `is_public and not is_hidden and status not in ('merged', 'withdrawn')`

/** What an entry shows besides, looked up for the rows of one page only. */
const dressed = (page: string): string => `
  with page as (${page})
  select m.id, m.number, m.subject, m.status, m.received_at, m.due_at, m.answered_at, m.closed_at, m.outcome, m.report_count,
    coalesce(o.name, m.route ->> 'areaName') as office_name,
    (select array_agg(p.name order by array_position(pl.path, p.id)) from areas p
     where p.district_id = m.district_id and p.id = any (pl.path) and p.kind not in ('district', 'grid', 'unit')) as place_names,
    (select e.data ->> 'public_words' from matter_events e
     where e.district_id = m.district_id and e.matter_id = m.id and e.kind = 'answered' order by e.seq desc limit 1) as words
  from page m
  left join areas pl on pl.district_id = m.district_id and pl.id = m.place_id
  left join organisations o on o.district_id = m.district_id and o.id = m.organisation_id
  order by m.id desc`

export type State = 'all' | 'open' | 'late' | 'done'
const inState: Record<State, string> = {
  all: '',
  open: `and status in ('received', 'accepted', 'in_progress', 'answered')`,
  late: `and status in ('received', 'accepted', 'in_progress') and due_at < $5::timestamptz`,
  done: `and status in ('closed', 'returned')`,
}

/**
 * The newest first by id, which begins with the moment of receipt: the primary key gives the order. $1 district, $2 the last id of
 * the page before or null, $3 an area on the path or null, $4 a subject or null, $5 now, $6 how many.
 */
export function entryPage(state: State): Statement<EntryRow> {
  return statement<EntryRow>(
    `disclosure.page-${state}`,
    dressed(`
      select ${columns} from matters where district_id = $1 and ($2::uuid is null or id < $2)
        and ${shown} and ($3::int is null or area_path @> array[$3::int]) and ($4::text is null or subject = $4)
        and $5::timestamptz is not null ${inState[state]}
      order by id desc limit $6`),
  )
}

export const findEntry = statement<EntryRow>(
  'disclosure.find-entry',
  dressed(`select ${columns} from matters where district_id = $1 and number = $2 and ${shown}`),
)

export type StepRow = { kind: Step['kind']; at: Date; outcome: Step['outcome'] | null }
export const listSteps = statement<StepRow>(
  'disclosure.list-steps',
  `select kind, at, data ->> 'outcome' as outcome from matter_events
   where district_id = $1 and matter_id = $2 and kind = any ($3) order by seq`,
)

export type PlaceRow = { id: number; kind: string; name: string }
/** The area, or the district's own when none is asked for; for a staircase, what it stands in: nothing finer is public. */
export const findPlace = statement<PlaceRow>(
  'disclosure.find-place',
  `select id, kind, name from areas where district_id = $1 and valid_to is null
     and (id = (select case kind when 'unit' then parent_id else id end from areas where district_id = $1 and id = $2
         and valid_to is null)
       or ($2::int is null and kind = 'district')) limit 1`,
)
export const listParts = statement<PlaceRow>(
  'disclosure.list-parts',
  `select id, kind, name from areas where district_id = $1 and parent_id = $2 and valid_to is null
     and kind in ('street', 'community', 'grid') order by name collate "zh-x-icu"`,
)

export type RatesRow = {
  area_id: number
  received: number
  accepted: number
  accepted_on_time: number
  accept_late: number
  answered: number
  answered_on_time: number
  open_late: number
  solved: number
  rated: number
  satisfied: number
}
/** Of the months since `$3`, for each of the areas. */
export const sumMonths = statement<RatesRow>(
  'disclosure.sum-months',
  `select area_id, sum(received)::int as received, sum(accepted)::int as accepted,
     sum(accepted_on_time)::int as accepted_on_time, sum(accept_late)::int as accept_late, sum(answered)::int as answered,
     sum(answered_on_time)::int as answered_on_time, sum(open_late)::int as open_late, sum(solved)::int as solved,
     sum(rated)::int as rated, sum(satisfied)::int as satisfied
   from matter_rollups
   where district_id = $1 and area_id = any ($2) and grain = 'month' and subject = '' and start >= $3::date
   group by area_id`,
)
