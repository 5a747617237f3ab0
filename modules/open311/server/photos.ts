import type { ProtocolCall } from '#kernel/contract/protocol.ts'
import type { Context } from '#kernel/server/context.ts'
import type { Store } from '#kernel/server/store/store.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { notePhoto, preparePhoto, type ReadyPhoto, reserve } from '#modules/files/server/door.ts'
import { mayUse, type Use } from './keys.ts'
import { sentIn } from './parameters.ts'

export type ReadyPhotos = readonly { id: string; photo: ReadyPhoto }[] | undefined

/**
 * Photos that come along are decoded before the transaction of the request, as every photo is: only for a key that may post,
 * and under ids that are reserved, so that nothing lies in the store that no row knows of.
 */
export const photosFirst = (use: Use) => (call: ProtocolCall) => {
  if (!/^multipart\/form-data/i.test(call.mediaType)) return undefined
  return {
    async reserve(ctx: Context): Promise<string[]> {
      const sent = await sentIn(call)
      await mayUse(ctx, sent, use)
      const ids = sent.photos.map(() => uuidv7(ctx.now))
      for (const [index, id] of ids.entries()) {
        const photo = sent.photos[index]
        if (photo) await reserve(ctx, id, photo.bytes)
      }
      return ids
    },
    async prepare(files: Store, ids: readonly string[]): Promise<ReadyPhotos> {
      const { photos } = await sentIn(call)
      const ready: { id: string; photo: ReadyPhoto }[] = []
      for (const [index, id] of ids.entries()) {
        const sent = photos[index]
        if (sent) ready.push({ id, photo: await preparePhoto(files, id, sent.bytes) })
      }
      return ready
    },
  }
}

/** Writes the rows of photos that lie in the store; returns their ids. */
export async function keepPhotos(ctx: Context, ready: ReadyPhotos): Promise<string[]> {
  for (const { id, photo } of ready ?? []) await notePhoto(ctx, id, photo)
  return (ready ?? []).map(({ id }) => id)
}
