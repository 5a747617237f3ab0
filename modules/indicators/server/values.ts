import type { Context } from '#kernel/server/context.ts'
import {
  nothingStands,
  type Span,
  type Standing,
  standingIn,
  sumEach,
  sumFigures,
  type Summed,
} from '#modules/matters/server/door.ts'
import { type AreaRow, reachedAreaEver, widestArea } from '#modules/places/server/door.ts'
import { indicatorUnknown, type Value } from '../contract.ts'
import { findDeclared } from './declared.ts'
import type { Declared } from './declaring.ts'

const readPermission = 'indicators.read'

/** The area that was asked for, also one that has ended, or the widest one of the own posts. @throws areaNotFound */
export const areaAsked = (ctx: Context, areaId: number | undefined): Promise<AreaRow> =>
  areaId === undefined ? widestArea(ctx, readPermission) : reachedAreaEver(ctx, readPermission, areaId)

/** @throws indicatorUnknown */
export function declaredOf(key: string): Declared {
  const found = findDeclared(key)
  if (!found) throw indicatorUnknown({ key })
  return found
}

export type Wanted = {
  areas: readonly number[]
  spans: readonly Span[]
  keys: readonly string[]
  subject?: string | undefined
  withoutBeyond?: boolean | undefined
}
/** Values by area and indicator, one map a span. What stands now is in the first span only. */
export type Values = { spans: Map<number, Map<string, Value>>[]; behindSince: Date | undefined }

/** Computes indicators for areas and spans at once, from the kept figures. @throws indicatorUnknown, figuresOutOfMonth */
export async function valuesOf(ctx: Context, wanted: Wanted): Promise<Values> {
  const [summed, standing] = await Promise.all([sumFigures(ctx, wanted), standingOf(ctx, [wanted])])
  return valuesFrom(wanted, summed, standing)
}

/** The same for all that one screen shows, in its order: what its parts share is read once. */
export async function valuesOfEach<const All extends readonly Wanted[]>(
  ctx: Context,
  all: All,
): Promise<{ [At in keyof All]: Values }> {
  const [summed, standing] = await Promise.all([sumEach(ctx, all), standingOf(ctx, all)])
  const values = all.map((wanted, at) => valuesFrom(wanted, summed[at], standing))
  return values as { [At in keyof All]: Values }
}

/** What stands now in the areas of which that is asked. */
async function standingOf(ctx: Context, all: readonly Wanted[]): Promise<Map<number, Standing>> {
  const asking = all.filter(({ keys }) => keys.some((key) => declaredOf(key).tense === 'now'))
  const areas = new Set(asking.flatMap((wanted) => wanted.areas))
  return areas.size > 0 ? standingIn(ctx, [...areas]) : new Map<number, Standing>()
}

function valuesFrom(wanted: Wanted, summed: Summed | undefined, standing: Map<number, Standing>): Values {
  const all = wanted.keys.map(declaredOf)
  const spans = (summed?.spans ?? []).map((figures, at) => {
    const valueIn = (area: number, each: Declared): Value | undefined => {
      if (each.tense === 'now') return at === 0 ? each.of(standing.get(area) ?? nothingStands) : undefined
      const sums = figures.get(area)
      return sums && each.of(sums)
    }
    const ofArea = (area: number) =>
      new Map(
        all.flatMap((each) => {
          const value = valueIn(area, each)
          return value ? [[each.key, value] as const] : []
        }),
      )
    return new Map(wanted.areas.map((area) => [area, ofArea(area)]))
  })
  return { spans, behindSince: summed?.behindSince }
}
