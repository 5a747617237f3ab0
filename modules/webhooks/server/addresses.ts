import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/**
 * Which addresses a message may go to. A server that sends where somebody says is a way into its own network: only what is open
 * to the whole world is allowed, besides hosts and ranges that the administrator named. Ranges: IANA's special-purpose registries.
 */
const special4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24',
  '192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4',
  '240.0.0.0/4',
].join(' ')
const special6 = [
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7',
  'fe80::/10 fec0::/10 ff00::/8',
].join(' ')

const special = listOf([...special4.split(' '), ...special6.split(' ')])

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) && bits !== undefined) list.addSubnet(address, Number(bits), family)
    else if (isIP(address)) list.addAddress(address, family)
  }
  return list
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether an entry of the list of allowed hosts can be understood: a host name, an address, or a range. */
export function isAllowable(entry: string): boolean {
  const [address = '', bits, more] = entry.split('/')
  if (more !== undefined) return false
  if (bits === undefined)
    return isIP(address) > 0 || /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)*$/i.test(address)
  return isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 6 ? 128 : 32)
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

const isNamed = (host: string, allowed: readonly string[]): boolean =>
  allowed.some((each) => each.toLowerCase() === host) || (isIP(host) > 0 && inRanges(host, allowed))

const inRanges = (address: string, allowed: readonly string[]): boolean =>
  listOf(allowed).check(address, familyOf(address))

/** What can be told from the address alone: https, or a host that was named; no user, no password. */
export function soundUrl(text: string, allowed: readonly string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || url.username || url.password || url.hash) return undefined
  const host = hostOf(url)
  if (url.protocol === 'http:' && !isNamed(host, allowed)) return undefined
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (isIP(host) && special.check(host, familyOf(host)) && !isNamed(host, allowed)) return undefined
  return url
}

export type Target = { url: URL; address: string; family: 4 | 6 }

/**
 * The one address that is spoken to: what the name resolves to now, looked at, and kept for the connection, so that a name which
 * answers differently a moment later leads nowhere else. Undefined when any of its addresses is not for everybody.
 */
export async function targetOf(text: string, allowed: readonly string[]): Promise<Target | undefined> {
  const url = soundUrl(text, allowed)
  if (!url) return undefined
  const host = hostOf(url)
  const found = await lookup(host, { all: true, verbatim: true })
  const isFine = (address: string): boolean =>
    isNamed(host, allowed) || inRanges(address, allowed) || !special.check(address, familyOf(address))
  const [first] = found
  if (!first || !found.every((each) => isFine(each.address))) return undefined
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 }
}
