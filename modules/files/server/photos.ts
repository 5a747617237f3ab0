import { createHash, randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type Photo, photoMissing, photoUnreadable } from '../contract.ts'

// Memory of a server counts more than a few milliseconds at an upload.
sharp.cache(false)
sharp.concurrency(1)

const longestSide = 1600
const thumbSide = 360
const mostPixels = 60_000_000
// What cameras make. Drawings (SVG) and documents are read by libraries that strangers need not reach.
const taken = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff'])

export type Size = 'full' | 'thumb'

type Row = { id: string; width: number; height: number; held_by: string | null }

const insertFile = statement(
  'files.insert',
  `insert into files (district_id, id, media_type, bytes, width, height, sha256, made_at, made_by)
   values ($1, $2, 'image/jpeg', $3, $4, $5, $6, $7, $8)`,
)
const insertCopy = statement(
  'files.insert-copy',
  `insert into files (district_id, id, media_type, bytes, width, height, sha256, made_at, made_by)
   select district_id, $3, media_type, bytes, width, height, sha256, $4, $5 from files where district_id = $1 and id = $2`,
)
const listFiles = statement<Row>(
  'files.list',
  'select id, width, height, held_by from files where district_id = $1 and id = any ($2)',
)
const holdFiles = statement<{ id: string }>(
  'files.hold',
  `update files set held_by = $3 where district_id = $1 and id = any ($2) and (held_by is null or held_by = $3)
   returning id`,
)
const deleteUnheld = statement<{ id: string }>(
  'files.delete-unheld',
  'delete from files where district_id = $1 and held_by is null and made_at < $2 returning id',
)

/** Where a file lies: spread by its last letters, since the first ones of a UUIDv7 are the time. */
export const pathOf = (filesDir: string, id: string, size: Size): string =>
  path.join(filesDir, id.slice(-2), `${id}${size === 'thumb' ? '.thumb' : ''}.jpg`)

/**
 * Takes a photo: decoded by its content (never by its name), turned upright, reduced to 1600 px and encoded anew, which
 * drops EXIF, places and anything hidden in the file. The row comes first, so that an id already taken is refused before
 * the picture under it is touched; both sizes are on disk before the row is seen, at the commit.
 * @throws photoUnreadable
 */
export async function keepPhoto(ctx: Context, id: string, bytes: Buffer): Promise<Photo> {
  const full = await encode(bytes, longestSide, 78)
  const thumb = await encode(full.data, thumbSide, 72)
  const { width, height, size } = full.info
  const digest = createHash('sha256').update(full.data).digest()
  await ctx.db.rows(insertFile, [
    ctx.district.id,
    id,
    size,
    width,
    height,
    digest,
    ctx.now,
    ctx.actor.id ?? null,
  ])
  await write(pathOf(ctx.filesDir, id, 'full'), full.data)
  await write(pathOf(ctx.filesDir, id, 'thumb'), thumb.data)
  ctx.audit('files.photo-kept', id, { bytes: size })
  return shape(ctx, { id, width, height, held_by: null })
}

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

/** Whole or not at all: written beside, flushed, then renamed. */
async function write(target: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  const beside = `${target}.${randomBytes(4).toString('hex')}.part`
  const file = await open(beside, 'w', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, target)
}

/** Binds photos to what holds them. @throws photoMissing when one is not there or belongs to something else. */
export async function holdPhotos(ctx: Context, ids: readonly string[], holder: string): Promise<void> {
  if (ids.length === 0) return
  const held = await ctx.db.rows(holdFiles, [ctx.district.id, ids, holder])
  const missing = ids.filter((id) => !held.some((row) => row.id === id))
  if (missing.length > 0) throw photoMissing({ photoIds: missing })
}

/** The photos in the order asked for, with signed addresses. */
export async function photosOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Photo>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.rows(listFiles, [ctx.district.id, ids])
  return new Map(rows.map((row) => [row.id, shape(ctx, row)]))
}

export const pick = (photos: ReadonlyMap<string, Photo>, ids: readonly string[]): Photo[] =>
  ids.flatMap((id) => photos.get(id) ?? [])

const signedName = (district: number, id: string): string => `${district}:${id}`

function shape(ctx: Context, row: Row): Photo {
  const signature = ctx.personalData.sign('file', signedName(ctx.district.id, row.id))
  const url = `/files/${row.id}/${signature}`
  return { id: row.id, url: `${url}/full`, thumbUrl: `${url}/thumb`, width: row.width, height: row.height }
}

export const signatureHolds = (
  personalData: Context['personalData'],
  asked: { district: number; id: string; signature: string },
): boolean => personalData.verifySignature('file', signedName(asked.district, asked.id), asked.signature)

/** Removes photos that nothing came to hold within a day. */
export async function removeUnheld(ctx: Context): Promise<number> {
  const dayAgo = new Date(ctx.now.getTime() - 24 * 3600_000)
  const rows = await ctx.db.rows(deleteUnheld, [ctx.district.id, dayAgo])
  for (const { id } of rows) {
    await rm(pathOf(ctx.filesDir, id, 'full'), { force: true })
    await rm(pathOf(ctx.filesDir, id, 'thumb'), { force: true })
  }
  return rows.length
}

/** The same picture once more under its own id, for what is held by something else. */
export async function keepCopy(ctx: Context, from: string, id: string): Promise<void> {
  for (const size of ['full', 'thumb'] as const) {
    const target = pathOf(ctx.filesDir, id, size)
    await mkdir(path.dirname(target), { recursive: true })
    await copyFile(pathOf(ctx.filesDir, from, size), target)
  }
  await ctx.db.rows(insertCopy, [ctx.district.id, from, id, ctx.now, ctx.actor.id ?? null])
}
