/** From when until when nobody is disturbed, as HH:MM on the wall; over midnight where `from` is later. Equal: never. */
export type QuietHours = { readonly from: string; readonly until: string }

const dayMinutes = 24 * 60
const minuteMs = 60_000

const minutesOf = (wall: string): number => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))
const modulo = (minutes: number): number => ((minutes % dayMinutes) + dayMinutes) % dayMinutes

const wallOf = (timeZone: string, moment: Date): number =>
  minutesOf(
    moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
  )

/** When `moment` lies in the quiet hours, the moment they end; else the moment itself. */
export function afterQuiet(timeZone: string, moment: Date, quiet: QuietHours): Date {
  const [from, until] = [minutesOf(quiet.from), minutesOf(quiet.until)]
  const length = modulo(until - from)
  const since = modulo(wallOf(timeZone, moment) - from)
  if (since >= length) return moment
  return nextAt(timeZone, moment, quiet.until)
}

/** The next moment at which the clocks of the zone show `wall`. */
export function nextAt(timeZone: string, moment: Date, wall: string): Date {
  const minute = new Date(Math.floor(moment.getTime() / minuteMs) * minuteMs)
  const ahead = modulo(minutesOf(wall) - wallOf(timeZone, minute)) || dayMinutes
  const guess = new Date(minute.getTime() + ahead * minuteMs)
  // Clocks may have been put forward or back in between.
  const off = modulo(wallOf(timeZone, guess) - minutesOf(wall) + dayMinutes / 2) - dayMinutes / 2
  return new Date(guess.getTime() - off * minuteMs)
}
