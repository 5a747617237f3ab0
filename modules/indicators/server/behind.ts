import type { QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { firstDayOf, listCounted, type Span } from '#modules/matters/server/door.ts'
import type * as contract from '../contract.ts'
import { periodWrong } from '../contract.ts'
import { areaAsked, declaredOf } from './values.ts'

type Query = QueryOf<typeof contract.listCounted>

/** The matters behind one number: above or below its line. @throws indicatorUnknown, periodWrong, areaNotFound */
export async function listBehind(
  ctx: Context,
  key: string,
  query: Query,
): Promise<ReturnsOf<typeof contract.listCounted>> {
  const found = declaredOf(key)
  const area = await areaAsked(ctx, query.area)
  const part = query.part === 'denominator' && found.denominator ? found.denominator : found.numerator
  const span = found.tense === 'now' ? await everything(ctx, area.id) : spanOf(query)
  const { subject, withoutBeyond, handler, organisation, unheldIn, after, limit } = query
  const narrowing = { subject, withoutBeyond, handler, organisation, unheldIn }
  const page = await listCounted(ctx, {
    condition: part.rows,
    area: area.id,
    span,
    ...narrowing,
    after,
    limit,
  })
  return { areaId: area.id, areaName: area.name, ...page }
}

async function everything(ctx: Context, areaId: number): Promise<Span> {
  const today = dayIn(ctx.district.timeZone, ctx.now)
  return { from: (await firstDayOf(ctx, areaId)) ?? today, to: today }
}

function spanOf({ from, to }: Query): Span {
  if (!from || !to || from > to) throw periodWrong()
  return { from, to }
}
