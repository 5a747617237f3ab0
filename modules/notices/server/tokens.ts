import type { Context } from '#kernel/server/context.ts'
import { findToken, keepToken, lockToken, type TokenRow } from './queries.ts'
import type { Fetched, Tokens } from './senders/token.ts'

const field = 'notice_tokens.token'
/** A token this close to its end is not begun with. */
const sparedMs = 60_000

/**
 * A provider's token in the database, so that all servers use the same one: providers end the old token when a new one is
 * asked for, and count how often one asks.
 */
export function tokensOf(
  ctx: Context,
  name: string,
  fetchToken: (afresh: boolean) => Promise<Fetched>,
): Tokens {
  const { district, personalData, now } = ctx
  const open = (row: TokenRow | undefined): string | undefined =>
    row?.token_sealed && row.expires_at.getTime() > now.getTime() + sparedMs
      ? personalData.open(district.id, field, row.token_sealed)
      : undefined
  const renewed = async (stale: string | undefined): Promise<string> => {
    const known = open(await ctx.db.row(lockToken, [district.id, name]))
    if (known !== undefined && known !== stale) return known
    const { token, seconds } = await fetchToken(stale !== undefined)
    const sealed = personalData.seal(district.id, field, token)
    await ctx.db.rows(keepToken, [district.id, name, sealed, new Date(now.getTime() + seconds * 1000)])
    return token
  }
  // Several messages may leave at once: they ask once.
  let asking: Promise<string> | undefined
  const once = (ask: () => Promise<string>): Promise<string> => {
    asking ??= ask().finally(() => (asking = undefined))
    return asking
  }
  return {
    get: () => once(async () => open(await ctx.db.row(findToken, [district.id, name])) ?? renewed(undefined)),
    renew: (stale) => once(() => renewed(stale)),
  }
}
