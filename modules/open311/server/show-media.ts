import type { ProtocolAnswer } from '#kernel/contract/protocol.ts'
import type { Context } from '#kernel/server/context.ts'
import { photosOf } from '#modules/files/server/door.ts'
import { addressUnknown } from '../contract.ts'
import { openToAll } from './failures.ts'
import { listPosted } from './queries.ts'
import { listNumbered } from './record-queries.ts'

/**
 * GET media/{number}-{n}.jpg: leads to a photo of a public request whose reporters know that it is public. This address stays;
 * the one it leads to ends after hours, and nobody is led there once the matter is hidden.
 */
export async function showMedia(ctx: Context, name: string): Promise<ProtocolAnswer> {
  const [, number, position] = /^(\d{4}-\d{6,})-([1-9])\.jpg$/.exec(name) ?? []
  if (!number) throw addressUnknown()
  const [row] = await ctx.db.rows(listNumbered, [ctx.district.id, null, [number]])
  const [posted] = row ? await ctx.db.rows(listPosted, [ctx.district.id, [row.id]]) : []
  const id = posted?.words_are_public ? posted.photo_ids[Number(position) - 1] : undefined
  const photo = id && (await photosOf(ctx, [id])).get(id)
  if (!photo) throw addressUnknown()
  return {
    status: 302,
    mediaType: 'text/plain; charset=utf-8',
    body: '',
    headers: { ...openToAll, location: photo.url },
  }
}
