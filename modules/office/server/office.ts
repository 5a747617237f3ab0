import type { Context } from '#kernel/server/context.ts'
import { readSetting, setting, writeSetting } from '#kernel/server/settings.ts'
import { holdPhotos, photosOf } from '#modules/files/server/door.ts'
import { type Office, OfficeSetting } from '../contract.ts'

const unnamed: OfficeSetting = { name: '', lines: [] }
const identity = setting('office.identity', OfficeSetting, unnamed, { permission: 'office.configure' })

/** What stands on papers and pages. */
export const officeName = async (ctx: Context): Promise<string> =>
  (await readSetting(ctx, identity)).name || ctx.district.name

export async function officeNow(ctx: Context): Promise<Office> {
  const { lines, signId } = await readSetting(ctx, identity)
  const sign = signId ? (await photosOf(ctx, [signId])).get(signId) : undefined
  return {
    name: await officeName(ctx),
    lines,
    ...(sign && { sign: { url: sign.thumbUrl, width: sign.width, height: sign.height } }),
  }
}

export async function readOfficeSetting(ctx: Context) {
  return { setting: await readSetting(ctx, identity), office: await officeNow(ctx) }
}

export async function changeOffice(ctx: Context, body: OfficeSetting) {
  const { signId } = await readSetting(ctx, identity)
  // A picture that was the sign before is held already.
  if (body.signId && body.signId !== signId) await holdPhotos(ctx, [body.signId], 'office:sign')
  const lines = body.lines.map(({ label, phone }) => ({ label: label.trim(), phone: phone.trim() }))
  await writeSetting(ctx, identity, { ...body, name: body.name.trim(), lines })
  return readOfficeSetting(ctx)
}
