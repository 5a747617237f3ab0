import type { ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { areaAsked, periodOf, valuesOf } from '#modules/indicators/server/door.ts'
import {
  newestPublic,
  nothingStands,
  openPoints,
  type Standing,
  standingIn,
} from '#modules/matters/server/door.ts'
import { type AreaRow, areasAsOf, type AreaThen, boundariesAsOf } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import type { GridState } from '../contract.ts'

const pointsAtMost = 1000

const gridsOf = (ctx: Context, area: AreaRow, day: string): Promise<AreaThen[]> =>
  areasAsOf(ctx, day, { within: area.id, kinds: ['grid'] })

const today = (ctx: Context): string => dayIn(ctx.district.timeZone, ctx.now)

/** What the map draws; it changes when areas do. */
export async function readGridShapes(
  ctx: Context,
  areaId: number | undefined,
): Promise<ReturnsOf<typeof contract.readGridShapes>> {
  const area = await areaAsked(ctx, areaId)
  const day = today(ctx)
  const grids = await gridsOf(ctx, area, day)
  const boundaries = await boundariesAsOf(ctx, [area.id, ...grids.map(({ id }) => id)], day)
  const communities = await communityNames(ctx, area, day)
  const own = boundaries.get(area.id)
  const drawn = grids.flatMap((grid) => {
    const boundary = boundaries.get(grid.id)
    if (!boundary) return []
    const communityName = communities.get(grid.community_id ?? 0) ?? ''
    const households = grid.households === null ? {} : { households: grid.households }
    return [{ areaId: grid.id, name: grid.name, communityName, boundary, ...households }]
  })
  return {
    areaId: area.id,
    areaName: area.name,
    ...(own && { own }),
    grids: drawn,
    unmapped: grids.length - drawn.length,
  }
}

async function communityNames(ctx: Context, area: AreaRow, day: string): Promise<Map<number, string>> {
  const wide = area.kind === 'district' || area.kind === 'street'
  const found = wide ? await areasAsOf(ctx, day, { within: area.id, kinds: ['community'] }) : []
  const own = area.kind === 'community' ? [area] : []
  return new Map([...found, ...own].map(({ id, name }) => [id, name]))
}

/** The colours of now: kept sums of each grid, and the points of what is open. */
export async function readGridStates(
  ctx: Context,
  areaId: number | undefined,
): Promise<ReturnsOf<typeof contract.readGridStates>> {
  const area = await areaAsked(ctx, areaId)
  const grids = await gridsOf(ctx, area, today(ctx))
  const standing = await standingIn(
    ctx,
    grids.map(({ id }) => id),
  )
  const points = await openPoints(ctx, area.id, pointsAtMost)
  return {
    at: ctx.now.toISOString(),
    grids: grids.map(({ id }) => shapeState(id, standing.get(id) ?? nothingStands)),
    points: points.map(({ id, ...point }) => ({ matterId: id, ...point })),
  }
}

const shapeState = (areaId: number, { open, dueSoon, overdue, raised }: Standing) => ({
  areaId,
  state: stateOf(dueSoon, overdue, raised),
  open,
  yellow: dueSoon,
  red: overdue,
  supervised: raised,
})

/** The gravest that stands in it. */
function stateOf(yellow: number, red: number, supervised: number): GridState {
  if (supervised > 0) return 'supervised'
  if (red > 0) return 'red'
  return yellow > 0 ? 'yellow' : 'calm'
}

const screenKeys = ['open_now', 'overdue_now', 'raised_now', 'received', 'on_time_rate', 'satisfaction_rate']
const newestAtMost = 12
const monthMs = 31 * 24 * 3600_000

/** Beside the map on the big screen. What came in is told by subject and grid only: a hall full of people may read it. */
export async function readScreen(
  ctx: Context,
  areaId: number | undefined,
): Promise<ReturnsOf<typeof contract.readScreen>> {
  const area = await areaAsked(ctx, areaId)
  const { from, to } = periodOf({ period: 'month' }, today(ctx))
  const month = { from, to }
  const values = await valuesOf(ctx, { areas: [area.id], spans: [month], keys: screenKeys })
  const since = new Date(ctx.now.getTime() - monthMs)
  const sinceId = `${uuidv7(since).slice(0, 13)}-7000-8000-000000000000`
  const newest = await newestPublic(ctx, { areaId: area.id, sinceId, most: newestAtMost })
  return {
    areaId: area.id,
    areaName: area.name,
    at: ctx.now.toISOString(),
    month,
    values: Object.fromEntries(values.spans[0]?.get(area.id) ?? []),
    newest: newest.map(({ statusAt, receivedAt, ...matter }) => ({
      ...matter,
      statusAt: statusAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
    })),
  }
}
