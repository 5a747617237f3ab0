import type { Way } from '../contract.ts'

/** An address is shown in part only: 100****0000, zh***@example.org, wa***. */
export function masked(way: Way, address: string): string {
  if (way === 'sms') {
    return address.length > 7 ? `${address.slice(0, 3)}****${address.slice(-4)}` : `****${address.slice(-2)}`
  }
  const [name = '', host] = address.split('@')
  const start = name.slice(0, name.length > 3 ? 2 : 1)
  return host ? `${start}***@${host}` : `${start}***`
}

/** One person writes one number in many ways. */
export function plainAddress(way: Way, typed: string): string {
  if (way === 'sms') return typed.replaceAll(/[^\d]/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '')
  return way === 'email' ? typed.trim().toLowerCase() : typed.trim()
}

const shapes: Record<Way, RegExp> = {
  sms: /^1\d{10}$/,
  email: /^[^\s@<>,;]{1,64}@[^\s@<>,;]+[.][^\s@<>,;.]{2,}$/,
  wechat: /^[\w-]{8,64}$/,
  wecom: /^[\w.@-]{1,64}$/,
  dingtalk: /^[\w.@-]{1,64}$/,
}

export const isAddress = (way: Way, plain: string): boolean => plain.length <= 200 && shapes[way].test(plain)
