import type { Indicator } from '../../contract.ts'
import type { Both } from '../declaring.ts'
import type * as sets from './sets.ts'

type Part = { words: Both; rows: sets.RecordSet }

/** An indicator counted from the registers themselves: as of a day, or of what came in a span. */
export type RecordIndicator = Pick<Indicator, 'key' | 'name' | 'unit' | 'counted' | 'better' | 'source'> & {
  tense: 'day' | 'period'
  section: NonNullable<Indicator['section']>
  numerator: Part
  denominator?: Part
  /** The share by which it fell since the span before; its denominator is that span's. */
  isFall?: true
}

export const both = (zh: string, en: string): Both => ({ zh, en })
export const part = (rows: sets.RecordSet, zh: string, en: string): Part => ({ words: both(zh, en), rows })

export const registered = both(
  '按登记的起止日期，数这一天还在的。',
  'Counted by the days in the registers: what was there on the day.',
)
export const received = both(
  '按收到的日期归入时间段；并案、撤回的不重复计。',
  'By the day of receipt; merged and withdrawn ones are not counted again.',
)

const units = {
  place: both('个', 'areas'),
  body: both('个', 'organisations'),
  person: both('人', 'people'),
  level: both('级', 'levels'),
  kind: both('种', 'kinds'),
  day: both('天', 'days'),
  matter: both('件', 'matters'),
  report: both('条', 'reports'),
  week: both('周', 'weeks'),
} as const

type Counting = {
  key: string
  zh: string
  en: string
  rows: sets.RecordSet
  counted: keyof typeof units
  /** What is counted, in words; the name when absent. */
  words?: Both
}
type Section = RecordIndicator['section']

export const counting =
  (section: Section, tense: RecordIndicator['tense'], source: Both) =>
  ({ key, zh, en, rows, counted, words }: Counting): RecordIndicator => ({
    key,
    section,
    tense,
    name: both(zh, en),
    unit: 'count',
    counted: units[counted],
    better: 'neither',
    source,
    numerator: { words: words ?? both(zh, en), rows },
  })
