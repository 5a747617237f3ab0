import type { ListName } from '#modules/matters/contract.ts'
import type { Condition, SpanFigures, Standing } from '#modules/matters/server/door.ts'
import type { Indicator, Value } from '../contract.ts'

export type Both = { zh: string; en: string }

/** In words, and which matters stand behind it. */
export type Part = { words: Both; rows: Condition }

type Said = Pick<Indicator, 'key' | 'name' | 'unit' | 'counted' | 'better' | 'source' | 'isTolerant'> & {
  numerator: Part
  denominator?: Part
}

/** An indicator of the matters received in a period, from their figures. */
export type PeriodIndicator = Said & { tense: 'period'; of(figures: SpanFigures): Value }
/** How it stands at this moment. */
export type StandingIndicator = Said & { tense: 'now'; desk: ListName; of(standing: Standing): Value }

export type Declared = PeriodIndicator | StandingIndicator
