export type LocalTime = { day: string; minute: number; second: number }

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
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
  const shown = instant.getTime() + offsetAt(instant.getTime(), zone)
  const seconds = Math.floor(shown / 1000) % 86_400
  const sinceMidnight = seconds < 0 ? seconds + 86_400 : seconds
  return {
    day: new Date(shown).toISOString().slice(0, 10),
    minute: Math.floor(sinceMidnight / 60),
    second: sinceMidnight % 60,
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

/** Clocks are changed on quarters of an hour, so an offset holds for one; asking the platform costs a hundred times more. */
const offsets = new Map<string, number>()
const mostKept = 50_000

function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / QUARTER)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= mostKept) offsets.clear()
  const offset = askOffset(quarter * QUARTER, zone)
  offsets.set(key, offset)
  return offset
}

function askOffset(instant: number, zone: string): number {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  )
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const shown = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  return shown - instant
}
