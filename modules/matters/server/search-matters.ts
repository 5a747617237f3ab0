import { dayIn } from '#kernel/server/day.ts'
import type { Context } from '#kernel/server/context.ts'
import { type Parameter, statement } from '#kernel/server/database.ts'
import {
  inStates,
  type ListQuery,
  narrowed,
  narrowingValues,
  receivedBetween,
  shaped,
  statusesOf,
} from './list-filter.ts'
import type { Reach } from './list-reach.ts'
import { areaMark, channelMark, organisationMark, subjectMark } from './search-index.ts'
import { namedBy } from './search-names.ts'
import { highestId, idAt, lowestId, momentOf, type Part, stepsBefore } from './search-periods.ts'
import type { Term } from './search-text.ts'

/** What to look for, as conditions of which all must hold; each is a set of pieces of which any may stand. */
export type Sought = {
  all: string[][]
  /** What is shown marked where it was found, as people read it. */
  highlights: string[]
}

type IdRow = { id: string }

/** What holds the words is taken as a whole, then walked from the newest until the page is full. $2: a search for each month. */
const inStep = shaped<IdRow>(
  'matters.search-step',
  (shape) => `with hits as materialized (
     select s.matter_id from unnest($2::text[]) as part (query)
     cross join lateral (
       select matter_id from matter_search
       where district_id = $1 and document @@ part.query::tsquery offset 0) s)
   select matters.id from (
     select matter_id from hits where matter_id >= $3::uuid and matter_id < $4::uuid order by matter_id desc) h
   join matters on matters.district_id = $1 and matters.id = h.matter_id
   where true ${narrowed(6, shape)} ${inStates(16, '$6')}
   order by h.matter_id desc limit $5`,
)
const findOldest = statement<IdRow>(
  'matters.search-oldest',
  'select matter_id as id from matter_search where district_id = $1 order by matter_id limit 1',
)

/** Without a word or mark to go by: the newest first by the index of who holds it, or of all. */
const walk = (column: 'handler_id' | 'organisation_id' | undefined) =>
  shaped<IdRow>(
    `matters.walk-${column ?? 'all'}`,
    (
      shape,
    ) => `select id from matters where district_id = $1 and ${column ? `${column} = $2::text::uuid` : '$2::text is null'}
       and id >= $3::uuid and id < $4::uuid ${narrowed(6, shape)} ${inStates(16, '$6')}
     order by id desc limit $5`,
  )
const walks = {
  handler_id: walk('handler_id'),
  organisation_id: walk('organisation_id'),
  all: walk(undefined),
}

/** Terms as typed, with the place, the subject and the channel that were chosen. */
export async function soughtOf(
  ctx: Context,
  reach: Reach,
  query: ListQuery,
  terms: readonly Term[],
): Promise<Sought> {
  const all: string[][] = []
  const highlights: string[] = []
  for (const term of terms) {
    if (term.kind === 'pieces') {
      all.push(...term.pieces.map((piece) => [piece]))
      highlights.push(term.text, ...term.pieces)
    } else {
      const { any, names } = await spelledAs(ctx, term.text, reach)
      all.push(any)
      highlights.push(term.text, ...names)
    }
  }
  const chosen = [
    reach.area && reach.column !== 'district_id' && areaMark(reach.area.id),
    reach.column === 'organisation_id' && organisationMark(String(reach.value)),
    query.subject && subjectMark(query.subject),
    query.channel && channelMark(query.channel),
  ]
  for (const mark of chosen) if (mark) all.push([mark])
  return { all, highlights: [...new Set(highlights)].toSorted((one, other) => other.length - one.length) }
}

async function spelledAs(ctx: Context, letters: string, reach: Reach) {
  const root = reach.area?.id ?? ctx.actor.posts[0]?.area
  if (letters.length < 2 || !/^[a-z0-9]+$/.test(letters) || root === undefined)
    return { any: [letters], names: [] }
  const { areas, subjects } = await namedBy(ctx, letters, root)
  return {
    any: [
      letters,
      ...areas.map(({ area_id }) => areaMark(area_id)),
      ...subjects.map(({ key }) => subjectMark(key)),
    ],
    names: [...new Set([...areas.map(({ name }) => name), ...subjects.map(({ name }) => name)])],
  }
}

const quoted = (piece: string): string => `'${piece.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const anyOf = (pieces: readonly string[]): string =>
  pieces.length === 1 ? quoted(pieces[0] ?? '') : `(${pieces.map(quoted).join(' | ')})`

/** All of the conditions, each by any of its pieces, as they stand in the documents of a month. */
export const tsqueryOf = (all: readonly (readonly string[])[], { period, days }: Part): string =>
  [...all, ...(days ? [days] : [])].map((pieces) => anyOf(pieces.map((piece) => period + piece))).join(' & ')

/** The ids of a page, the newest first, before the one a cursor names. */
export async function searchIds(
  ctx: Context,
  reach: Reach,
  query: ListQuery,
  page: { sought: Sought; before: string | undefined; size: number },
): Promise<string[]> {
  const list = query.list ?? 'all'
  const narrowing = narrowingValues(ctx, reach, query)
  const common = [...narrowing, statusesOf[list], list]
  const { from, until } = receivedBetween(ctx, query)
  const before = page.before ?? (until ? idAt(until) : highestId)
  if (page.sought.all.length === 0)
    return walkAll(ctx, reach, query, { before, from, size: page.size, narrowing })

  const oldest = await ctx.db.row(findOldest, [ctx.district.id])
  if (!oldest) return []
  const latest = new Date(ctx.now.getTime() + 60_000)
  const end = earlier(momentOf(before), latest)
  const steps = stepsBefore(end, later(momentOf(oldest.id), from))
  const found: string[] = []
  for (;;) {
    const wanted = page.size - found.length
    const { value: step } = steps.next({ found: found.length, wanted })
    if (!step || wanted <= 0) return found
    const parts = step.parts.map((part) => tsqueryOf(page.sought.all, part))
    const high = step.until === end ? before : idAt(step.until)
    const values = [ctx.district.id, parts, idAt(step.from), high, wanted, ...common]
    found.push(...(await ctx.db.rows(inStep(narrowing), values)).map(({ id }) => id))
  }
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)
const later = (one: Date, other: Date | undefined): Date => (other && other > one ? other : one)

async function walkAll(
  ctx: Context,
  reach: Reach,
  query: ListQuery,
  page: { before: string; from: Date | undefined; size: number; narrowing: Parameter[] },
): Promise<string[]> {
  const organisation = reach.column === 'organisation_id' ? String(reach.value) : query.organisation
  const handler = query.list === 'mine' ? ctx.actor.id : query.handler
  const by = handler ? 'handler_id' : organisation ? 'organisation_id' : 'all'
  const low = page.from ? idAt(page.from) : lowestId
  const values = [
    ctx.district.id,
    handler ?? organisation ?? null,
    low,
    page.before,
    page.size,
    ...page.narrowing,
    statusesOf[query.list ?? 'all'],
    query.list ?? 'all',
  ]
  return (await ctx.db.rows(walks[by](page.narrowing), values)).map(({ id }) => id)
}

/** The years whose numbers a short number may be of: this one and the two before. */
export function recentYears(ctx: Context): number[] {
  const year = Number(dayIn(ctx.district.timeZone, ctx.now).slice(0, 4))
  return [year, year - 1, year - 2]
}
