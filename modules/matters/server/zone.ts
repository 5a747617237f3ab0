export type LocalTime = { day: string; minute: number; second: number }

const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** The wall clock in the zone: `day` YYYY-MM-DD, `minute` minutes since local midnight (0-1439), `second` 0-59. */
export function localTime(instant: Date, zone: string): LocalTime {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  return {
    day: `${String(number('year')).padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`,
    minute: number('hour') * 60 + number('minute'),
    second: number('second'),
  }
}

/**
 * The instant at which the zone's wall clock shows `minute` minutes past midnight of `day`.
 * A time that a change of clocks skips becomes the instant just as far after the change.
 */
export function instantAt(day: string, minute: number, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE
  const first = wanted - offsetAt(wanted, zone)
  const second = wanted - offsetAt(first, zone)
  if (second === first) return new Date(first)
  // Around a change of clocks the two guesses differ; the one that reads back as wanted is right.
  return new Date(second + offsetAt(second, zone) === wanted ? second : Math.max(first, second))
}

function offsetAt(instant: number, zone: string): number {
  const { day, minute, second } = localTime(new Date(instant), zone)
  const shown = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE + second * 1000
  return shown - Math.floor(instant / 1000) * 1000
}
