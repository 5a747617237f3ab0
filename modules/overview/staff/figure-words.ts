import type { Language } from '#kernel/web/language.ts'
import type { Indicator, Value } from '#modules/indicators/contract.ts'

type Unit = Indicator['unit']

const percent = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 })

const hours: Record<Language, (value: number) => string> = {
  zh: (value) => (value < 48 ? `${tenth.format(value)} 小时` : `${tenth.format(value / 24)} 天`),
  en: (value) => (value < 48 ? `${tenth.format(value)} h` : `${tenth.format(value / 24)} days`),
}

/** "96.2%", "1,204", "5.4 小时"; undefined where there is no value. */
export function valueWords(value: Value | undefined, unit: Unit, language: Language): string | undefined {
  if (value?.value === undefined) return undefined
  if (unit === 'share') return percent.format(value.value)
  if (unit === 'ratio') return tenth.format(value.value)
  return unit === 'hours' ? hours[language](value.value) : whole.format(value.value)
}

export const countWords = (count: number): string => whole.format(count)

export type Change = {
  /** -1, 0 or 1: the way of the arrow. */
  readonly way: number
  readonly words: string
  /** Whether the way is a good one; undefined where neither is. */
  readonly isGood: boolean | undefined
}

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text)

/** How a value moved: by how many, or by how many percentage points. */
export function changeOf(
  { now, before }: { now: Value | undefined; before: Value | undefined },
  { unit, better }: Pick<Indicator, 'unit' | 'better'>,
  language: Language,
): Change | undefined {
  if (now?.value === undefined || before?.value === undefined) return undefined
  const difference = now.value - before.value
  const shown = unit === 'share' ? Math.round(difference * 1000) / 10 : Math.round(difference * 10) / 10
  const way = Math.sign(shown)
  const points = language === 'zh' ? ' 个百分点' : ' pp'
  const text = unit === 'share' ? `${tenth.format(shown)}${points}` : tenth.format(shown)
  const isGood = better === 'neither' || way === 0 ? undefined : way > 0 === (better === 'more')
  return { way, words: signed(shown, text), isGood }
}
