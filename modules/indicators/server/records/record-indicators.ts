import type { Indicator } from '../../contract.ts'
import { bodies, staffing } from './body-indicators.ts'
import type { RecordIndicator } from './declaring-records.ts'
import { places } from './place-indicators.ts'
import { handling } from './work-indicators.ts'

/** Of territory, organisations, posts and the work counted from more than the sums of matters. */
export const recordIndicators: readonly RecordIndicator[] = [...places, ...bodies, ...staffing, ...handling]

const byKey = new Map(recordIndicators.map((each) => [each.key, each]))
export const findRecordIndicator = (key: string): RecordIndicator | undefined => byKey.get(key)

/** As it is told: without how it is counted. */
export function shapeRecordIndicator(each: RecordIndicator): Indicator {
  const { key, name, unit, counted, better, source, tense, section, numerator, denominator } = each
  return {
    key,
    name,
    unit,
    counted,
    better,
    source,
    tense,
    section,
    isTolerant: false,
    numerator: numerator.words,
    ...(denominator && { denominator: denominator.words }),
  }
}
