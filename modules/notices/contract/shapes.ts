import { Type, type Static } from 'typebox'
import { oneOf } from '#kernel/contract/fields.ts'

/** The ways a notice leaves the installation; the list inside the product is always there besides. */
export const ways = ['sms', 'email', 'wechat', 'wecom', 'dingtalk'] as const
export const Way = oneOf(ways)
export type Way = Static<typeof Way>

export const statuses = ['waiting', 'sent', 'dead', 'skipped'] as const
export const Status = oneOf(statuses)
export type Status = Static<typeof Status>

/** How a try ended, or why there was none. */
export const outcomes = [
  'sent',
  'unreachable',
  'busy',
  'quota',
  'spent',
  'address',
  'content',
  'template',
  'credentials',
  'refused',
  'unexpected',
  'way-off',
  'expired',
  'erased',
] as const
export const Outcome = oneOf(outcomes)
export type Outcome = Static<typeof Outcome>

export const Language = oneOf(['zh', 'en'])
const Wall = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
export const Quiet = Type.Object({ from: Wall, until: Wall })
export const Named = Type.Object({ key: Type.String(), name: Type.String() })
