import type { Context, Language } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import type { Way } from '../contract.ts'
import { type Fields, type NoticeKind, type ParamsOf, sealWords } from './kinds.ts'
import { insertNotice } from './queries.ts'
import { plainAddress } from './ways.ts'

export type Recipient =
  /** A colleague: in the console and on the worker's phone, and the ways they chose. */
  | { readonly account: string }
  /** A resident: the way they asked for, and where that reaches them (phone number, e-mail address, openid). */
  | { readonly way: Way; readonly address: string; readonly language: Language }

export type Telling<F extends Fields> = {
  readonly to: Recipient
  readonly kind: NoticeKind<F>
  readonly params: ParamsOf<F>
  /** What it is about; with the area, so that the log shows it to who answers there. */
  readonly about: { readonly thing: string; readonly id: string; readonly areaId?: number | undefined }
  /** Names this telling: the id of the event behind it, say. Told again under the same key, nothing happens. */
  readonly key: string
  /** Of no use after this moment. */
  readonly until?: Date
}

const recipientField = 'notices.recipient'
export const addressField = 'notices.address'

/**
 * Tells one person, if and when the transaction commits. Asks the database for nothing: the row leaves with the commit, and a
 * job chooses the ways and sends.
 */
export function tell<const F extends Fields>(ctx: Context, telling: Telling<F>): void {
  const { to, kind, about } = telling
  const resident = 'way' in to ? { ...to, address: plainAddress(to.way, to.address) } : undefined
  const who = 'account' in to ? `account:${to.account}` : `${to.way}:${plainAddress(to.way, to.address)}`
  const { district, personalData, now } = ctx
  ctx.send(insertNotice, [
    district.id,
    uuidv7(now),
    kind.name,
    telling.key,
    personalData.blindIndex(district.id, recipientField, who),
    'account' in to ? to.account : null,
    resident?.way ?? null,
    resident ? personalData.seal(district.id, addressField, resident.address) : null,
    resident?.language ?? null,
    sealWords(ctx, telling),
    `${about.thing}:${about.id}`,
    about.areaId ?? null,
    now,
    telling.until ?? null,
  ])
}
