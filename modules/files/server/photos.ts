import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Context } from '#kernel/server/context.ts'
import { bytesOf, type Store } from '#kernel/server/store/store.ts'
import { fileNotFound, type Photo, photoUnreadable } from '../contract.ts'
import { addressOf, keyOf } from './addresses.ts'
import { type FileRow, insertCopy, insertFile, listFiles } from './queries.ts'

// Memory of a server counts more than a few milliseconds at an upload.
sharp.cache(false)
sharp.concurrency(1)

const longestSide = 1600
const thumbSide = 360
const mostPixels = 60_000_000
// What cameras make. Drawings (SVG) and documents are read by libraries that strangers need not reach.
const taken = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff'])

/** A photo that lies in the store and waits for its row. */
export type ReadyPhoto = { bytes: number; width: number; height: number; sha256: Buffer }

/**
 * Takes a photo: decoded by its content (never by its name), turned upright, reduced to 1600 px and encoded anew, which
 * drops EXIF, places and anything hidden in the file. Both sizes are in the store when it returns.
 * @throws photoUnreadable
 */
export async function preparePhoto(files: Store, id: string, bytes: Buffer): Promise<ReadyPhoto> {
  const full = await encode(bytes, longestSide, 78)
  const thumb = await encode(full.data, thumbSide, 72)
  await Promise.all([files.put(keyOf(id, 'full'), full.data), files.put(keyOf(id, 'thumb'), thumb.data)])
  const { width, height, size } = full.info
  return { bytes: size, width, height, sha256: createHash('sha256').update(full.data).digest() }
}

/** Writes the row of a photo that lies in the store already. */
export async function notePhoto(ctx: Context, id: string, photo: ReadyPhoto): Promise<Photo> {
  const { bytes, width, height, sha256 } = photo
  const who = ctx.actor.id ?? null
  const row = [ctx.district.id, id, 'photo', 'image/jpeg', bytes, width, height, null, sha256, ctx.now, who]
  await ctx.db.rows(insertFile, row)
  ctx.audit('files.photo-kept', id, { bytes })
  return shape(ctx, { id, media_type: 'image/jpeg', width, height, duration_ms: null })
}

/** Both steps in one transaction, for imports and the demonstration. @throws photoUnreadable */
export const keepPhoto = async (ctx: Context, id: string, bytes: Buffer): Promise<Photo> =>
  notePhoto(ctx, id, await preparePhoto(ctx.files, id, bytes))

async function encode(bytes: Buffer, side: number, quality: number) {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    if (!taken.has((await picture.metadata()).format ?? '')) throw photoUnreadable()
    return await picture
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
  } catch {
    throw photoUnreadable()
  }
}

/** The photos by id, with signed addresses. */
export async function photosOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Photo>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.rows(listFiles, [ctx.district.id, ids, 'photo'])
  return new Map(rows.map((row) => [row.id, shape(ctx, row)]))
}

/** Those that are there, in the order asked for. */
export const pick = <File>(files: ReadonlyMap<string, File>, ids: readonly string[]): File[] =>
  ids.flatMap((id) => files.get(id) ?? [])

function shape(ctx: Context, { id, width, height }: FileRow): Photo {
  const url = addressOf(ctx.personalData, ctx.district, id, ctx.now)
  return { id, url: `${url}/full`, thumbUrl: `${url}/thumb`, width: width ?? 0, height: height ?? 0 }
}

/** The same picture once more under its own id, for what is held by something else. */
export async function keepCopy(ctx: Context, from: string, id: string): Promise<void> {
  for (const form of ['full', 'thumb'] as const) {
    const found = await ctx.files.get(keyOf(from, form))
    if (!found) throw fileNotFound()
    await ctx.files.put(keyOf(id, form), await bytesOf(found))
  }
  await ctx.db.rows(insertCopy, [ctx.district.id, from, id, ctx.now, ctx.actor.id ?? null])
}
