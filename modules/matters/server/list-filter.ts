import type { QueryOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { type Parameter, type Statement, statement } from '#kernel/server/database.ts'
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

/** Which of the ten values that narrow are given, as ones and zeros. */
export const shapeOf = (values: readonly Parameter[]): string =>
  values.map((value) => (value === null || value === undefined ? '0' : '1')).join('')

/**
 * A statement for each shape that is asked for, made once. What is not asked for must not stand in it as "or null": whoever
 * plans it would think of it as narrow, and not take the index that has the order.
 */
export function shaped<Row>(
  name: string,
  text: (shape: string) => string,
): (narrowing: readonly Parameter[]) => Statement<Row> {
  const made = new Map<string, Statement<Row>>()
  return (narrowing) => {
    const shape = shapeOf(narrowing)
    const known = made.get(shape)
    if (known) return known
    const fresh = statement<Row>(`${name}-${shape}`, text(shape))
    made.set(shape, fresh)
    return fresh
  }
}

/**
 * Further narrowing of a row of `matters`, the same for every way to read a list. From the parameter `first` on: now, subject,
 * an area on the path, level, handler, organisation, received from, received until, colour, channel; `shape` says which of
 * them are given.
 */
export function narrowed(first: number, shape: string): string {
  const at = (index: number): string => `$${first + index}`
  const conditions = [
    ['timestamptz', (now: string) => `${now}::timestamptz is not null`],
    ['text', (subject: string) => `subject = ${subject}`],
    ['int', (area: string) => `area_path @> array[${area}::int]`],
    ['text', (level: string) => `level = ${level}`],
    ['uuid', (handler: string) => `handler_id = ${handler}`],
    ['uuid', (organisation: string) => `organisation_id = ${organisation}`],
    ['timestamptz', (from: string) => `received_at >= ${from}`],
    ['timestamptz', (until: string) => `received_at < ${until}`],
    [
      'text',
      (colour: string) => `status in ('received', 'accepted', 'in_progress') and ${byName(colour, at(0))}`,
    ],
    [
      'text',
      (channel: string) => `exists (select 1 from reports r
        where r.district_id = matters.district_id and r.matter_id = matters.id and r.channel = ${channel})`,
    ],
  ] as const
  return conditions
    .map(([type, condition], index) =>
      shape[index] === '1' ? `and ${condition(at(index))}` : `and ${at(index)}::${type} is null`,
    )
    .join(' ')
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
