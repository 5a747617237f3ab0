import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { reachedArea, widestArea } from '#modules/places/server/door.ts'
import {
  alreadyWaiting,
  type countDeliveries as CountDeliveries,
  type Delivery,
  type listDeliveries as ListDeliveries,
  noticeNotFound,
  notAgain,
  type Outcome,
  type Status,
  type Way,
  ways,
} from '../contract.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { allKinds, findKind } from './kinds.ts'
import * as queries from './log-queries.ts'
import { nextAt } from './quiet-hours.ts'

const usualLimit = 50
const permission = 'notices.read'

const withinOf = (ctx: Context, area: number | undefined): Promise<queries.Within> =>
  area ? reachedArea(ctx, permission, area) : widestArea(ctx, permission)

export async function listDeliveries(ctx: Context, query: QueryOf<typeof ListDeliveries>) {
  const limit = query.limit ?? usualLimit
  const within = await withinOf(ctx, query.area)
  const after = placeOf(query.after, 3) as [string, string, string] | undefined
  const filter = { kind: query.kind, way: query.way, status: query.status, about: query.about }
  const rows = await ctx.db.rows(
    queries.listDeliveries(ctx.district.id, within, filter, { after, limit: limit + 1 }),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => shape(ctx, row)),
    ...(rows.length > limit &&
      last && { next: cursorOf(last.told_at.toISOString(), last.notice_id, last.way) }),
  }
}

function shape(ctx: Context, row: queries.DeliveryRow): Delivery {
  const kind = findKind(row.kind)
  return {
    noticeId: row.notice_id,
    way: row.way as Way,
    kind: row.kind,
    kindName: kind?.called[ctx.caller.language] ?? row.kind,
    status: row.status as Status,
    masked: row.masked,
    about: row.about,
    toldAt: row.told_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    tries: row.tries,
    detail: row.detail,
    providerId: row.provider_id,
    mayResend: row.has_words && row.status !== 'waiting' && kind !== undefined && !kind.secret,
    ...(row.account && { account: row.account }),
    ...(row.area_name && { areaName: row.area_name }),
    ...(row.outcome && { outcome: row.outcome as Outcome }),
  }
}

export async function countDeliveries(ctx: Context, query: QueryOf<typeof CountDeliveries>) {
  const within = await withinOf(ctx, query.area)
  const isRoot = within.path.length === 1
  const counted = await ctx.db.rows(queries.countDeliveries, [
    ctx.district.id,
    within.id,
    isRoot,
    midnight(ctx),
  ])
  const of = (way: Way, status: Status): number =>
    counted.find((row) => row.way === way && row.status === status)?.n ?? 0
  const language = ctx.caller.language
  return {
    ways: ways
      .filter((way) => counted.some((row) => row.way === way))
      .map((way) => ({
        way,
        sent: of(way, 'sent'),
        waiting: of(way, 'waiting'),
        dead: of(way, 'dead'),
        skipped: of(way, 'skipped'),
      })),
    kinds: allKinds().map((kind) => ({ key: kind.name, name: kind.called[language] })),
    demo: ctx.demo,
  }
}

/** When today began in the district. */
function midnight(ctx: Context): Date {
  const { timeZone } = ctx.district
  const yesterday = new Date(ctx.now.getTime() - 24 * 3600_000)
  const found = nextAt(timeZone, yesterday, '00:00')
  return dayIn(timeZone, found) === dayIn(timeZone, ctx.now) ? found : ctx.now
}

type At = { noticeId: string; way: Way }

async function seen(ctx: Context, at: At): Promise<queries.DeliveryRow> {
  const within = await widestArea(ctx, permission)
  const row = await ctx.db.row(queries.findDelivery(ctx.district.id, within, at))
  if (!row) throw noticeNotFound()
  return row
}

export async function listTries(ctx: Context, at: At) {
  await seen(ctx, at)
  const rows = await ctx.db.rows(queries.listTries, [ctx.district.id, at.noticeId, at.way])
  const items = rows.map((row) => ({
    at: row.at.toISOString(),
    outcome: row.outcome,
    detail: row.detail,
    providerId: row.provider_id,
  }))
  return { items }
}

/** Sends once more, from the first try; the tries before stay on record. */
export async function resend(ctx: Context, at: At): Promise<Delivery> {
  const before = shape(ctx, await seen(ctx, at))
  if (before.status === 'waiting') throw alreadyWaiting()
  if (!before.mayResend) throw notAgain()
  await ctx.db.rows(queries.sendAgain, [ctx.district.id, at.noticeId, at.way, ctx.now])
  ctx.audit('notices.resent', at.noticeId, { way: at.way, was: before.status })
  return shape(ctx, await seen(ctx, at))
}
