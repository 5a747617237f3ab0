import type { Indicator } from '../contract.ts'
import type { Declared } from './declaring.ts'
import { requestIndicators } from './request-indicators.ts'
import { standingIndicators } from './standing-indicators.ts'

/** Every indicator, declared once: screens, bulletins and assessments say the same. */
export const declared: readonly Declared[] = [...requestIndicators, ...standingIndicators]

const byKey = new Map(declared.map((each) => [each.key, each]))
export const findDeclared = (key: string): Declared | undefined => byKey.get(key)

/** As it is told: without how it is computed. */
export function shapeIndicator(each: Declared): Indicator {
  const { key, name, unit, counted, better, source, isTolerant, tense, numerator, denominator } = each
  return {
    key,
    name,
    unit,
    counted,
    better,
    source,
    isTolerant,
    tense,
    numerator: numerator.words,
    ...(denominator && { denominator: denominator.words }),
    ...(each.tense === 'now' && { desk: each.desk }),
  }
}
