import { useLanguage, type Language } from './language.ts'

type Instant = string | number | Date
type Wall = { year: number; month: number; day: number; time: string }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let reader: Intl.DateTimeFormat | undefined

/** What a clock and a calendar on a Chinese wall show, wherever the phone is. */
function wallOf(instant: Instant): Wall {
  reader ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const parts: Record<string, string> = {}
  for (const { type, value } of reader.formatToParts(new Date(instant))) parts[type] = value
  const { year, month, day, hour, minute } = parts
  return { year: Number(year), month: Number(month), day: Number(day), time: `${hour}:${minute}` }
}

function englishDay(wall: Wall, withYear: boolean): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' }
  if (withYear) options.year = 'numeric'
  return new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).toLocaleDateString('en-GB', options)
}

const dayNumber = (wall: Wall): number => Date.UTC(wall.year, wall.month - 1, wall.day) / DAY

/** "11月25日"; with the year when it is not this one. */
export function formatDay(instant: Instant, language: Language, now: Instant = Date.now()): string {
  const wall = wallOf(instant)
  const otherYear = wall.year !== wallOf(now).year
  if (language === 'en') return englishDay(wall, otherYear)
  return `${otherYear ? `${wall.year}年` : ''}${wall.month}月${wall.day}日`
}

const NEAR_DAYS: Record<Language, Record<number, string>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' },
}

/** "今天 14:20", "昨天 09:05", "11月25日 18:00". */
export function formatMoment(instant: Instant, language: Language, now: Instant = Date.now()): string {
  const wall = wallOf(instant)
  const near = NEAR_DAYS[language][dayNumber(wall) - dayNumber(wallOf(now))]
  return `${near ?? formatDay(instant, language, now)} ${wall.time}`
}

/** The whole moment, for a title: "2026年11月25日 18:00". */
export function formatWhole(instant: Instant, language: Language): string {
  const wall = wallOf(instant)
  if (language === 'en') return `${englishDay(wall, true)} ${wall.time}`
  return `${wall.year}年${wall.month}月${wall.day}日 ${wall.time}`
}

/** "11月25日 18:00 前": a promise names its day, never "tomorrow". */
export function formatDue(instant: Instant, language: Language, now: Instant = Date.now()): string {
  const day = formatDay(instant, language, now)
  const { time } = wallOf(instant)
  return language === 'en' ? `by ${day} ${time}` : `${day} ${time} 前`
}

function span(milliseconds: number, language: Language): string {
  const [count, zh, en] =
    milliseconds >= DAY
      ? [Math.floor(milliseconds / DAY), '天', 'day']
      : milliseconds >= HOUR
        ? [Math.floor(milliseconds / HOUR), '小时', 'hour']
        : [Math.max(1, Math.floor(milliseconds / MINUTE)), '分钟', 'minute']
  return language === 'en' ? `${count} ${en}${count === 1 ? '' : 's'}` : `${count} ${zh}`
}

/** "还剩 5 小时" or "超期 2 天"; whole units, rounded down so that nobody is promised more than there is. */
export function formatRemaining(due: Instant, language: Language, now: Instant = Date.now()): string {
  const left = new Date(due).getTime() - new Date(now).getTime()
  const length = span(Math.abs(left), language)
  if (language === 'en') return left < 0 ? `${length} overdue` : `${length} left`
  return left < 0 ? `超期 ${length}` : `还剩 ${length}`
}

/** The same formats bound to the person's language. */
export function useDates() {
  const language = useLanguage()
  return {
    day: (instant: Instant) => formatDay(instant, language),
    moment: (instant: Instant) => formatMoment(instant, language),
    whole: (instant: Instant) => formatWhole(instant, language),
    due: (instant: Instant) => formatDue(instant, language),
    remaining: (instant: Instant) => formatRemaining(instant, language),
  }
}
