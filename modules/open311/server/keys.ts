import { createHash, randomBytes } from 'node:crypto'
import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import { findOrganisation } from '#modules/organisations/server/door.ts'
import {
  type ApiKey,
  keyEndedAlready,
  keyMayNot,
  keyNotFound,
  keyRefused,
  keyTooFast,
  keyUseless,
  type makeKey as MakeKey,
} from '../contract.ts'
import { one, type Sent } from './parameters.ts'
import * as queries from './queries.ts'

const contactField = 'open311_keys.contact'
const shownLetters = 10

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/** 32 random bytes: a plain hash of it is enough. */
const newKey = (): string => `yige_${randomBytes(32).toString('base64url')}`

/** Everybody who tries the demonstration may use it; it is made nowhere else. */
export const demoKey = 'yige_demo_open311'

type NewKey = BodyOf<typeof MakeKey>

export async function makeKey(
  ctx: Context,
  body: NewKey,
  key = newKey(),
): Promise<{ id: string; key: string }> {
  if (!body.mayPost && !body.mayUpdate) throw keyUseless()
  const { organisationId } = body
  if (organisationId && !(await ctx.db.row(findOrganisation(ctx.district.id, organisationId))))
    throw organisationNotFound()

  const id = ctx.caller.key ?? uuidv7(ctx.now)
  await ctx.db.rows(queries.insertKey, [
    ctx.district.id,
    id,
    body.name.trim(),
    ctx.personalData.seal(ctx.district.id, contactField, body.contact.trim()),
    key.slice(0, shownLetters),
    hashOf(key),
    body.perMinute,
    body.mayPost,
    body.mayUpdate,
    body.wordsArePublic,
    organisationId ?? null,
    ctx.now,
    ctx.actor.id ?? null,
  ])
  const { contact: _contact, ...told } = body
  ctx.audit('open311.key-made', id, told)
  return { id, key }
}

export async function endKey(ctx: Context, keyId: string): Promise<Record<string, never>> {
  const found = await ctx.db.row(queries.lockKey, [ctx.district.id, keyId])
  if (!found) throw keyNotFound()
  if (found.ended_at) throw keyEndedAlready()
  await ctx.db.rows(queries.endKey, [ctx.district.id, keyId, ctx.now, ctx.actor.id ?? null])
  ctx.audit('open311.key-ended', keyId)
  return {}
}

const monthMs = 30 * 24 * 3600_000

/** All keys, the newest first, also those that have ended. */
export async function listKeys(ctx: Context): Promise<ApiKey[]> {
  const since = dayIn(ctx.district.timeZone, new Date(ctx.now.getTime() - monthMs))
  const rows = await ctx.db.rows(queries.listKeys, [ctx.district.id, since])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    contact: ctx.personalData.open(ctx.district.id, contactField, row.contact_sealed),
    startsWith: row.starts_with,
    perMinute: row.per_minute,
    mayPost: row.may_post,
    mayUpdate: row.may_update,
    wordsArePublic: row.words_are_public,
    madeAt: row.made_at.toISOString(),
    posts: row.posts,
    updates: row.updates,
    ...(row.organisation_name && { organisationName: row.organisation_name }),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
    ...(row.last_used_at && { lastUsedAt: row.last_used_at.toISOString() }),
  }))
}

export type UsedKey = queries.UsedKey
export type Use = 'post' | 'update'

/** Whose key was sent with a question; a wrong one opens no more than none. */
export function keyIn(ctx: Context, sent: Sent): Promise<UsedKey | undefined> {
  const key = one(sent, 'api_key')
  return key ? ctx.db.row(queries.findKey, [ctx.district.id, hashOf(key)]) : Promise.resolve(undefined)
}

/** Whether the key allows it, without counting. @throws keyRefused, keyMayNot */
export async function mayUse(ctx: Context, sent: Sent, use: Use): Promise<UsedKey> {
  const key = await keyIn(ctx, sent)
  if (!key) throw keyRefused()
  if (use === 'post' ? !key.may_post : !key.may_update) throw keyMayNot()
  return key
}

/**
 * Counts a use. The key's row stays locked until the commit, so what one program sends comes one after the other, and the same
 * thing sent twice at once is seen. @throws keyRefused, keyMayNot, keyTooFast
 */
export async function countUse(ctx: Context, sent: Sent, use: Use): Promise<UsedKey> {
  const { id } = await mayUse(ctx, sent, use)
  const minute = new Date(Math.floor(ctx.now.getTime() / 60_000) * 60_000)
  const counted = await ctx.db.row(queries.countMinute, [ctx.district.id, id, minute, ctx.now])
  if (!counted) throw keyRefused()
  if (counted.minute_count > counted.per_minute) {
    const passed = Math.floor((ctx.now.getTime() - minute.getTime()) / 1000)
    throw keyTooFast({ retryAfterSeconds: 60 - passed })
  }
  const day = dayIn(ctx.district.timeZone, ctx.now)
  ctx.send(queries.countDay, [ctx.district.id, id, day, use === 'post' ? 1 : 0, use === 'update' ? 1 : 0])
  return counted
}
