import type { RecordSet } from './sets.ts'

/** What came in the span: matters lie in the order of their receipt, reports have their own moment. */
const receivedIn = (row: string): string => `${row}.received_at >= $3::date::timestamp at time zone $5
  and ${row}.received_at < ($4::date + 1)::timestamp at time zone $5`
const inSpan = `m.id >= $6::uuid and m.id < $7::uuid and ${receivedIn('m')} and m.area_path @> array[$2::int]`
const reportInSpan = receivedIn('r')
const counts = "m.status not in ('merged', 'withdrawn')"
const solved = "m.status in ('answered', 'closed') and m.outcome = 'solved'"

const matterColumns = `m.id::text as id, 'matter' as what, m.status as kind, m.number as name, m.area_id,
   (m.received_at at time zone $5)::date as since, m.subject as note, 1 as worth`

const matters = (condition: string): RecordSet =>
  `select ${matterColumns} from matters m where m.district_id = $1 and ${inSpan} and ${counts} and ${condition}`

const inGroup = (group: string): string =>
  `m.subject in (select s.key from subjects s where s.district_id = $1 and s.group_key = '${group}')`

export const solvedByResidentGroups: RecordSet = matters(`${solved} and exists (
   select 1 from organisations o where o.district_id = m.district_id and o.id = m.organisation_id
     and o.kind = 'self_governing_group')`)

export const disputes: RecordSet = matters(inGroup('disputes'))
export const disputesSettled: RecordSet = matters(`${inGroup('disputes')} and ${solved}`)

/** A matter whose first report came by way of the petition office is a first letter or visit; more on it only join. */
export const firstPetitions: RecordSet = matters("m.channel = 'petition'")
export const firstPetitionsSettled: RecordSet = matters(`m.channel = 'petition' and ${solved}`)

/** Practical deeds that an ask of a visiting round was merged into. */
const fromAsks = `${inGroup('deeds')} and exists (select 1 from reports r
   where r.district_id = m.district_id and r.matter_id = m.id and r.channel = 'visit')`
export const deeds: RecordSet = matters(`${fromAsks} and m.status <> 'returned'`)
export const deedsDone: RecordSet = matters(`${fromAsks} and m.status = 'closed'`)

/** Reports by a channel, each with the number of its matter. */
export const reportsBy = (channel: string): RecordSet =>
  `select r.id::text as id, 'report' as what, r.channel as kind, m.number as name, m.area_id,
     (r.received_at at time zone $5)::date as since, r.subject as note, 1 as worth
   from reports r join matters m on m.district_id = r.district_id and m.id = r.matter_id
   where r.district_id = $1 and r.channel = '${channel}' and ${reportInSpan} and r.withdrawn_at is null
     and m.area_path @> array[$2::int]`

/** Who received a resident is named; where nobody is, it is the one who took the report down. */
const receivedByThem = `case when r.received_by is null then r.taken_by = l.account_id
   else strpos(r.received_by, c.name) > 0 end`

/** A link of the one who took the report down or received its reporter, to an area around its place, on that day. */
const taker = `contact_links l join areas p on p.district_id = l.district_id and p.path @> array[l.area_id]
   join accounts c on c.district_id = l.district_id and c.id = l.account_id
   where l.district_id = r.district_id and p.id = r.place_id and ${receivedByThem}
     and l.valid_from <= (r.received_at at time zone $5)::date
     and (l.valid_to is null or l.valid_to > (r.received_at at time zone $5)::date)`

/** Solved matters that somebody linked to the place brought in. */
export const solvedOfContacts: RecordSet = `select ${matterColumns} from matters m
   where m.district_id = $1 and m.area_path @> array[$2::int] and ${solved} and m.id in (
     select r.matter_id from reports r where r.district_id = $1 and r.taken_by is not null and ${reportInSpan}
       and exists (select 1 from ${taker}))`

const receptions = (within: string): string => `select distinct (r.received_at at time zone $5)::date as day
   from reports r join areas p on p.district_id = r.district_id and p.id = r.place_id and p.path @> array[l.area_id]
   where r.district_id = l.district_id and ${receivedByThem} and r.channel = 'reception'
     and r.received_at >= ${within}::timestamp at time zone $5
     and r.received_at < (${within} + 7)::timestamp at time zone $5`

/** Whole weeks of the span, from Monday, in which a link with receptions held from first to last day. */
const weeks = `contact_links l join tree t on t.id = l.area_id
   join accounts c on c.district_id = l.district_id and c.id = l.account_id
   cross join lateral (select w::date as monday from generate_series(
     date_trunc('week', $3::date + 6), $4::date - 6, interval '7 days') w) week
   cross join lateral (select count(*)::int as held from (${receptions('week.monday')}) days) met
   where l.district_id = $1 and l.per_week > 0 and l.valid_from <= week.monday
     and (l.valid_to is null or l.valid_to > week.monday + 6)`

const weekColumns = `l.id || ' ' || week.monday as id, 'week' as what, 'reception' as kind, c.name, l.area_id,
   week.monday as since, met.held::text as note`

/** Worth what is owed: so many receptions, or one week. */
export const leaderWeeks: RecordSet = `select ${weekColumns}, 1 as worth from ${weeks}`
export const leaderWeeksMet: RecordSet = `${leaderWeeks} and met.held >= l.per_week`
/** Worth the receptions held in them. */
export const receptionsHeld: RecordSet = `select ${weekColumns}, met.held as worth from ${weeks} and met.held > 0`
