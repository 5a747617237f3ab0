import { isIPv6 } from 'node:net'
import type { PersonalData } from './personal-data.ts'

const minuteMs = 60_000
const weight = { fresh: 10, settled: 1 }
/** How many browsers may do at one address what one may do: with fresh names 30, with settled ones ten times as many. */
const browsersAtOnce = 30 * weight.fresh
/** Of all calls together: 12,000 a minute by browsers with fresh names. */
const mostOfAll = 12_000 * weight.fresh
/** A building full of people who scan the same poster, twice over. */
const mostNames = 1_500
// Past this many addresses in a minute it is no single attacker, and counting costs memory without holding anybody.
const mostAddresses = 50_000

type Counts = { all: number; routes: Map<string, number>; names: number }

/**
 * Limits count browsers, so that neighbours behind one address do not shut each other out; but names of browsers are given
 * for the asking. The ceiling counts addresses (of IPv6 the /64 that one subscriber has): high enough for a whole building
 * and for 500 reports in a minute, low enough that one machine with ever new names does not fill the service.
 */
export type Ceiling = {
  /** Whether a call may still be made from there in this minute. */
  admits(network: string, call: { route: string; perMinute: number; isFresh: boolean }, now: number): boolean
  /** Whether one more browser may be given a name. */
  admitsName(network: string, now: number): boolean
}

function newCeiling(): Ceiling {
  let minute = 0
  const counted = new Map<string, Counts>()
  const countsOf = (network: string, now: number): Counts | undefined => {
    const current = Math.floor(now / minuteMs)
    if (current !== minute) counted.clear()
    minute = current
    const known = counted.get(network)
    if (known || counted.size >= mostAddresses) return known
    const made: Counts = { all: 0, routes: new Map(), names: 0 }
    counted.set(network, made)
    return made
  }
  return {
    admits(network, { route, perMinute, isFresh }, now) {
      const counts = countsOf(network, now)
      if (!counts) return true
      const points = isFresh ? weight.fresh : weight.settled
      const ofRoute = (counts.routes.get(route) ?? 0) + points
      if (ofRoute > perMinute * browsersAtOnce || counts.all + points > mostOfAll) return false
      counts.routes.set(route, ofRoute)
      counts.all += points
      return true
    },
    admitsName(network, now) {
      const counts = countsOf(network, now)
      if (counts) counts.names += 1
      return !counts || counts.names <= mostNames
    },
  }
}

const ceilings = new WeakMap<PersonalData, Ceiling>()

/** One a process; the keys of personal data stand for it. */
export function ceilingOf(personalData: PersonalData): Ceiling {
  const known = ceilings.get(personalData) ?? newCeiling()
  ceilings.set(personalData, known)
  return known
}

/** What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const behind = tail ? tail.split(':').length : 0
  const whole =
    tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - behind).fill('0')]
  const first = [...whole, ...(tail ? tail.split(':') : [])].slice(0, 4)
  return `${first.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
