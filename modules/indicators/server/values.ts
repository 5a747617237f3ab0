import type { Context } from '#kernel/server/context.ts'
import { nothingStands, type Span, standingIn, sumFigures } from '#modules/matters/server/door.ts'
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
  const all = wanted.keys.map(declaredOf)
  const summed = await sumFigures(ctx, wanted)
  const standing = all.some((each) => each.tense === 'now')
    ? await standingIn(ctx, wanted.areas)
    : new Map<number, typeof nothingStands>()
  const spans = summed.spans.map((figures, at) => {
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
  return { spans, behindSince: summed.behindSince }
}
