import { createHash } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { photoMissing, voiceMissing } from '../contract.ts'
import { allForms, formsOf, keyOf } from './addresses.ts'
import { deleteUnheld, deleteUploads, holdFiles, type Kind, releaseHeld, reserveFile } from './queries.ts'

/** Whether the id may be taken for what is sent: nobody has it, or it was reserved for the same bytes. */
export async function reserve(ctx: Context, id: string, sent: Buffer): Promise<boolean> {
  const digest = createHash('sha256').update(sent).digest()
  return (await ctx.db.row(reserveFile, [ctx.district.id, id, digest, ctx.now])) !== undefined
}

/** Those that could not be given to the holder: not there, or with another one. */
async function hold(ctx: Context, kind: Kind, ids: readonly string[], holder: string): Promise<string[]> {
  if (ids.length === 0) return []
  const held = await ctx.db.rows(holdFiles, [ctx.district.id, ids, holder, kind])
  return ids.filter((id) => !held.some((row) => row.id === id))
}

/** Binds photos to what holds them. @throws photoMissing when one is not there or belongs to something else. */
export async function holdPhotos(ctx: Context, ids: readonly string[], holder: string): Promise<void> {
  const missing = await hold(ctx, 'photo', ids, holder)
  if (missing.length > 0) throw photoMissing({ photoIds: missing })
}

/** Binds recordings to what holds them. @throws voiceMissing when one is not there or belongs to something else. */
export async function holdVoice(ctx: Context, ids: readonly string[], holder: string): Promise<void> {
  const missing = await hold(ctx, 'voice', ids, holder)
  if (missing.length > 0) throw voiceMissing({ voiceIds: missing })
}

/** What held them no longer does: they are removed with the next round of `removeUnheld`. */
export const releaseFiles = (ctx: Context, ids: readonly string[], holder: string): Promise<unknown[]> =>
  ctx.db.rows(releaseHeld, [ctx.district.id, ids, holder])

/** Removes files that nothing came to hold within a day, and what an upload left that never came to its end. */
export async function removeUnheld(ctx: Context): Promise<number> {
  const dayAgo = new Date(ctx.now.getTime() - 24 * 3600_000)
  const unheld = await ctx.db.rows(deleteUnheld, [ctx.district.id, dayAgo])
  const uploads = await ctx.db.rows(deleteUploads, [ctx.district.id, dayAgo])
  for (const { id, media_type: mediaType } of unheld) {
    for (const form of formsOf(mediaType)) await ctx.files.remove(keyOf(id, form))
  }
  for (const { id, kept } of uploads) {
    if (!kept) for (const form of allForms) await ctx.files.remove(keyOf(id, form))
  }
  return unheld.length
}
