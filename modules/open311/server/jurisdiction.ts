import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { jurisdictionUnknown } from '../contract.ts'
import { one, type Sent } from './parameters.ts'
import { interfaceSetting } from './settings.ts'

/**
 * An address serves one district, so the parameter is never needed. What is sent must be what the office set, the number of the
 * district, or the host name that was called. @throws jurisdictionUnknown
 */
export async function checkJurisdiction(ctx: Context, sent: Sent): Promise<void> {
  const asked = one(sent, 'jurisdiction_id')?.toLowerCase()
  if (asked === undefined) return
  const { jurisdictionId } = await readSetting(ctx, interfaceSetting)
  const host = URL.canParse(ctx.caller.base) ? new URL(ctx.caller.base).hostname : ''
  if (![jurisdictionId.toLowerCase(), String(ctx.district.id), host].includes(asked))
    throw jurisdictionUnknown()
}
