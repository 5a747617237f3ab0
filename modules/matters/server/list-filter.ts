import type { QueryOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import type { Parameter } from '#kernel/server/database.ts'
import type * as contract from '../contract.ts'
import type { ListName, Status } from '../contract.ts'
import { addDays } from './calendar.ts'
import type { Reach } from './list-reach.ts'
import { openStatuses } from './matter-states.ts'
import { instantAt } from './zone.ts'

export type ListQuery = QueryOf<typeof contract.listMatters>

const running = ['received', 'accepted', 'in_progress'] as const satisfies readonly Status[]
const over = ['closed', 'returned', 'merged', 'withdrawn'] as const satisfies readonly Status[]

/** The states of each list. */
export const statusesOf: Record<ListName, readonly Status[]> = {
  todo: ['received'],
  doing: ['accepted', 'in_progress'],
  due_soon: running,
  overdue: running,
  waiting: ['accepted', 'in_progress'],
  raised: running,
  disputed: running,
  to_follow_up: ['answered'],
  to_close: ['answered'],
  mine: openStatuses,
  open: openStatuses,
  done: over,
  all: [...openStatuses, ...over],
}

/** What narrows a list beyond its states; `now` is the parameter that holds it. */
const narrowings = (now: string): Partial<Record<ListName, string>> => ({
  due_soon: `yellow_at <= ${now}::timestamptz and due_at >= ${now}::timestamptz and paused_at is null`,
  overdue: `due_at < ${now}::timestamptz`,
  waiting: 'paused_at is not null',
  raised: 'raised_to is not null',
  disputed: 'disputed_at is not null',
  to_follow_up: 'followed_up_at is null',
  to_close: 'followed_up_at is not null',
})

/** The narrowing of one list, or nothing. */
export function narrowingOf(list: ListName, now: string): string {
  const condition = narrowings(now)[list]
  return condition ? `and ${condition}` : ''
}

/** The same, the list told by a parameter. */
const byName = (name: string, now: string): string =>
  `case ${name}::text ${Object.entries(narrowings(now))
    .map(([list, condition]) => `when '${list}' then ${condition}`)
    .join(' ')} else true end`

/**
 * Further narrowing of a row of `matters`, the same for every way to read a list. From the parameter `first` on: now, subject,
 * an area on the path, level, handler, organisation, received from, received until, colour, channel; each null where it is
 * not asked for.
 */
export function narrowed(first: number): string {
  const [now, subject, area, level, handler, organisation, from, until, colour, channel] = Array.from(
    { length: 10 },
    (_, index) => `$${first + index}`,
  )
  return `and ${now}::timestamptz is not null
    and (${subject}::text is null or subject = ${subject})
    and (${area}::int is null or area_path @> array[${area}::int])
    and (${level}::text is null or level = ${level})
    and (${handler}::uuid is null or handler_id = ${handler})
    and (${organisation}::uuid is null or organisation_id = ${organisation})
    and (${from}::timestamptz is null or received_at >= ${from})
    and (${until}::timestamptz is null or received_at < ${until})
    and (${colour}::text is null
      or (status in ('received', 'accepted', 'in_progress') and ${byName(`${colour}`, `${now}`)}))
    and (${channel}::text is null or exists (select 1 from reports r
      where r.district_id = matters.district_id and r.matter_id = matters.id and r.channel = ${channel}))`
}

/** And its states: from `first` on which, and the list that narrows them. */
export const inStates = (first: number, now: string): string =>
  `and status = any ($${first}::text[]) and ${byName(`$${first + 1}`, now)}`

const colours = { yellow: 'due_soon', red: 'overdue' } as const

/** When it was received, as moments; days are those of the district. */
export function receivedBetween(
  ctx: Context,
  { from, until }: ListQuery,
): { from: Date | undefined; until: Date | undefined } {
  const zone = ctx.district.timeZone
  return {
    from: from ? instantAt(from, 0, zone) : undefined,
    until: until ? instantAt(addDays(until, 1), 0, zone) : undefined,
  }
}

/** The ten values that `narrowed` takes. */
export function narrowingValues(ctx: Context, reach: Reach, query: ListQuery): Parameter[] {
  const { from, until } = receivedBetween(ctx, query)
  const handler = query.list === 'mine' ? personId(ctx) : query.handler
  return [
    ctx.now,
    query.subject ?? null,
    reach.within,
    query.level ?? null,
    handler ?? null,
    query.organisation ?? null,
    from ?? null,
    until ?? null,
    query.colour ? colours[query.colour] : null,
    query.channel ?? null,
  ]
}
