import type { QueryOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { requestMalformed } from '#kernel/server/problems.ts'
import { type AreaKind, areaNotFound } from '#modules/places/contract.ts'
import { type AreaRow, reachedArea, reaches, widestArea } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import type { Counts, ListName, MatterSummary } from '../contract.ts'
import {
  type Column,
  countMine,
  countOpen,
  findByNumber,
  findSummary,
  listPage,
  type SummaryRow,
} from './list-queries.ts'
import { isOpen } from './matter-states.ts'
import { subjectName } from './receipt.ts'
import { nothingStands, type Standing, standingIn } from './standing.ts'

type Reach = { column: Column; value: number | string; within: number | null; area: AreaRow | undefined }

/** What a list is narrowed by: the chosen area, or the organisation of a department's post. */
async function reachOf(ctx: Context, areaId: number | undefined): Promise<Reach> {
  const department = ctx.actor.posts.find((post) => post.role === 'department_staff' && post.organisation)
  if (department?.organisation && areaId === undefined) {
    return { column: 'organisation_id', value: department.organisation, within: null, area: undefined }
  }
  const area = areaId ? await reachedArea(ctx, 'matters.read', areaId) : await widestArea(ctx, 'matters.read')
  if (!overseesArea(ctx, area)) {
    // A department sees what its organisation holds and nothing else, also where its post lies over the whole area.
    if (!department?.organisation) throw areaNotFound()
    return { column: 'organisation_id', value: department.organisation, within: area.id, area: undefined }
  }
  const column = columnOf[area.kind]
  if (column === 'district_id') return { column, value: ctx.district.id, within: null, area }
  const value = column ? area.id : nearest(area)
  return { column: column ?? nearestColumn(area), value, within: column ? null : area.id, area }
}

const overseesArea = (ctx: Context, area: AreaRow): boolean => {
  const own = ctx.actor.posts.filter((post) => post.role !== 'department_staff')
  return reaches({ ...ctx.actor, posts: own }, 'matters.read', area.path)
}

const columnOf: Partial<Record<AreaKind, Column>> = {
  district: 'district_id',
  street: 'street_id',
  community: 'community_id',
  grid: 'grid_id',
}
const nearest = (area: AreaRow): number => area.grid_id ?? area.community_id ?? area.street_id ?? area.id
function nearestColumn(area: AreaRow): Column {
  if (area.grid_id) return 'grid_id'
  return area.community_id ? 'community_id' : 'street_id'
}

type Cursor = { at: Date; id: string }
const writeCursor = ({ at, id }: Cursor): string => `${at.getTime().toString(36)}.${id}`
function readCursor(text: string): Cursor {
  const [time = '', id = ''] = text.split('.')
  const at = new Date(Number.parseInt(time, 36))
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw requestMalformed({ field: 'after' })
  return { at, id }
}
const beginning: Cursor = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
const end: Cursor = { at: new Date('9999-01-01'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

export async function listMatters(ctx: Context, query: QueryOf<typeof contract.listMatters>) {
  const list: ListName = query.list ?? 'open'
  const reach = await reachOf(ctx, query.area)
  if (query.number) return { items: await findNumbered(ctx, reach, query.number) }
  const size = query.limit ?? 30
  const first = list === 'done' ? end : beginning
  const cursor = query.after ? readCursor(query.after) : first
  const mine = list === 'mine'
  const column = mine ? 'handler_id' : reach.column
  const rows = await ctx.db.rows(listPage(column, list), [
    ctx.district.id,
    mine ? personId(ctx) : reach.value,
    cursor.at,
    cursor.id,
    size + 1,
    ctx.now,
    query.subject ?? null,
    reach.within,
  ])
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  const next =
    rows.length > size && last
      ? writeCursor({ at: list === 'done' ? last.status_at : last.due_at, id: last.id })
      : undefined
  return { items: await shapeAll(ctx, shown), ...(next && { next }) }
}

async function findNumbered(ctx: Context, reach: Reach, typed: string): Promise<MatterSummary[]> {
  const digits = typed.trim()
  const year = ctx.now.getFullYear()
  const years = [year, year - 1, year - 2]
  const numbers = /^\d{1,6}$/.test(digits)
    ? years.map((each) => `${each}-${digits.padStart(6, '0')}`)
    : [digits]
  const root = reach.area?.id
  if (root === undefined) return []
  return shapeAll(ctx, await ctx.db.rows(findByNumber, [ctx.district.id, numbers, root]))
}

export const shapeAll = (ctx: Context, rows: readonly SummaryRow[]): Promise<MatterSummary[]> =>
  Promise.all(rows.map((row) => shapeSummary(ctx, row)))

export async function shapeSummary(ctx: Context, row: SummaryRow): Promise<MatterSummary> {
  const running = isOpen(row.status) && row.status !== 'answered'
  const left = row.due_at.getTime() - ctx.now.getTime()
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    level: row.level,
    subject: await subjectName(ctx, row.subject),
    words: row.words ?? '',
    channel: row.channel ?? 'web',
    placeId: row.place_id,
    placeNames: row.place_names ?? [],
    areaName: row.area_name ?? '',
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    statusAt: row.status_at.toISOString(),
    isOverdue: running && left < 0,
    isDueSoon: running && left >= 0 && !row.paused_at && row.yellow_at <= ctx.now,
    reportCount: row.report_count,
    reopened: row.reopened,
    ...(row.organisation_name && { organisationName: row.organisation_name }),
    ...(row.handler_id && { handler: { id: row.handler_id, name: row.handler_name ?? '' } }),
    ...(row.satisfaction && { satisfaction: row.satisfaction }),
    urged: row.urged,
    isPaused: row.paused_at !== null,
    isDisputed: row.disputed_at !== null,
    isHidden: row.is_hidden,
    ...(row.raised_to && { raisedTo: row.raised_to }),
  }
}

/** The row of one matter as lists show it, read after an act. */
export async function summaryOf(ctx: Context, matterId: string): Promise<MatterSummary> {
  const row = await ctx.db.row(findSummary, [ctx.district.id, matterId])
  if (!row) throw new Error('a matter that was just written is gone')
  return shapeSummary(ctx, row)
}

export async function countMatters(ctx: Context, query: { area?: number }): Promise<Counts> {
  const reach = await reachOf(ctx, query.area)
  const mine = await ctx.db.row(countMine, [ctx.district.id, ctx.actor.id ?? null])
  // Finer areas and organisations have no sums of their own: what is open in them is few.
  const kept = reach.area && reach.within === null ? reach.area.id : undefined
  const standing = kept ? (await standingIn(ctx, [kept])).get(kept) : await countLive(ctx, reach)
  return { ...(standing ?? nothingStands), mine: mine?.n ?? 0 }
}

async function countLive(ctx: Context, reach: Reach): Promise<Standing> {
  const within = reach.within === null ? [] : [reach.within]
  const values = [ctx.district.id, reach.value, ctx.now, ...within]
  const rows = await ctx.db.rows(countOpen(reach.column, within.length > 0), values)
  const of = (status: string) => rows.find((row) => row.status === status)
  const running = ['received', 'accepted', 'in_progress'].map(of)
  const sum = (pick: 'overdue' | 'due_soon' | 'waiting' | 'raised' | 'disputed'): number =>
    running.reduce((total, row) => total + (row?.[pick] ?? 0), 0)
  const answered = of('answered')
  return {
    todo: of('received')?.n ?? 0,
    doing: (of('accepted')?.n ?? 0) + (of('in_progress')?.n ?? 0),
    dueSoon: sum('due_soon'),
    overdue: sum('overdue'),
    waiting: sum('waiting'),
    raised: sum('raised'),
    disputed: sum('disputed'),
    toFollowUp: (answered?.n ?? 0) - (answered?.asked ?? 0),
    toClose: answered?.asked ?? 0,
    open: rows.reduce((total, row) => total + row.n, 0),
  }
}
