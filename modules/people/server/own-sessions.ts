import { type Context, personId } from '#kernel/server/context.ts'
import { browserKinds, deviceKinds, type OpenSession, sessionNotFound } from '../contract.ts'
import * as queries from './account-queries.ts'
import { deleteOtherSessions } from './sign-in-queries.ts'

const oneOf = <Word extends string>(words: readonly Word[], word: string | undefined, other: Word): Word =>
  words.find((each) => each === word) ?? other

export async function listOwnSessions(ctx: Context): Promise<{ items: OpenSession[] }> {
  const rows = await ctx.db.rows(queries.listSessions, [ctx.district.id, personId(ctx), ctx.now])
  const own = ctx.caller.sessionHash
  const items = rows.map((row): OpenSession => {
    const [device, browser] = row.device.split('/')
    return {
      id: row.id,
      device: oneOf(deviceKinds, device, 'other'),
      browser: oneOf(browserKinds, browser, 'other'),
      since: row.created_at.toISOString(),
      usedAt: row.used_at.toISOString(),
      until: row.expires_at.toISOString(),
      kept: row.kept,
      isThis: own !== undefined && row.token_hash.equals(own),
    }
  })
  return { items }
}

export async function endOwnSession(ctx: Context, sessionId: string) {
  const id = personId(ctx)
  const ended = await ctx.db.rows(queries.deleteOwnSession, [ctx.district.id, id, sessionId])
  if (ended.length === 0) throw sessionNotFound()
  ctx.audit('people.sessions-ended', id, { endedSessions: 1 })
  return { endedSessions: ended.length }
}

export async function endOtherSessions(ctx: Context) {
  const id = personId(ctx)
  const own = ctx.caller.sessionHash ?? Buffer.alloc(0)
  const ended = await ctx.db.rows(deleteOtherSessions, [ctx.district.id, id, own])
  ctx.audit('people.sessions-ended', id, { endedSessions: ended.length })
  return { endedSessions: ended.length }
}
