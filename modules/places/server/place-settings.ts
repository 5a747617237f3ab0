import type { Context } from '#kernel/server/context.ts'
import { readSetting, setting, writeSetting } from '#kernel/server/settings.ts'
import { BaseMap, PosterWords } from '../contract.ts'

const own = { permission: 'places.edit' }
const noMap: BaseMap = { template: '', system: 'wgs84', note: '', deepest: 18 }
const baseMap = setting('places.base-map', BaseMap, noMap, own)
const plain: PosterWords = { heading: '', line: '', from: '', showsWorker: true }
const poster = setting('places.poster', PosterWords, plain, own)

export const readPlaceSettings = async (ctx: Context) => ({
  baseMap: await readSetting(ctx, baseMap),
  poster: await readSetting(ctx, poster),
})

export async function changeBaseMap(ctx: Context, value: BaseMap) {
  await writeSetting(ctx, baseMap, value)
  return readPlaceSettings(ctx)
}

export async function changePosterWords(ctx: Context, value: PosterWords) {
  await writeSetting(ctx, poster, value)
  return readPlaceSettings(ctx)
}

/** Where the tiles of the base map come from, as an origin; undefined when there is no base map. */
export async function tileOrigin(ctx: Context): Promise<string | undefined> {
  const { template } = await readSetting(ctx, baseMap)
  return URL.parse(template)?.origin
}
