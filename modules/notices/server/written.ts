import type { Language } from '#kernel/server/context.ts'

/**
 * What a field of a notice holds. There is none for a name, a telephone number or an address: who somebody is has no place
 * in a message that others may read over a shoulder.
 */
export type FieldType = 'words' | 'number' | 'day' | 'moment' | 'code' | 'both'

/** A value that has a word in each language. */
export type Both = { readonly zh: string; readonly en: string }
export type Value = string | Both

type Read = { language: Language; timeZone: string }

/** A value as a person reads it: moments as "11月25日 18:00", days as "11月25日", the rest as it is. */
export function writtenFor(type: FieldType, value: Value, { language, timeZone }: Read): string {
  if (typeof value !== 'string') return value[language]
  if (type === 'moment') return `${dayOf(new Date(value), language, timeZone)} ${timeOf(value, timeZone)}`
  if (type === 'day') return dayOf(new Date(`${value}T12:00:00Z`), language, 'UTC')
  return value
}

function dayOf(moment: Date, language: Language, timeZone: string): string {
  if (language === 'en')
    return moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone })
  return moment.toLocaleDateString('zh-CN', { day: 'numeric', month: 'long', timeZone })
}

const timeOf = (value: string, timeZone: string): string =>
  new Date(value).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
