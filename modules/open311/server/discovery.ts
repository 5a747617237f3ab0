import type { Context } from '#kernel/server/context.ts'
import { job } from '#kernel/server/job-kind.ts'
import { readSetting } from '#kernel/server/settings.ts'
import * as queries from './queries.ts'
import { servicesDigest } from './services.ts'
import { interfaceSetting } from './settings.ts'
import { type Fields, formats, list } from './spark.ts'

const specification = 'http://wiki.open311.org/GeoReport_v2'
export const basePath = '/open311/v2'

const words = {
  zh: {
    contact: (name: string) => `${name}，请联系区级系统管理员。`,
    keyService: (name: string) => `${name}的系统管理员在工作端“开放接口”里发放 api_key。`,
  },
  en: {
    contact: (name: string) => `${name}: please turn to the system administrator of the district.`,
    keyService: (name: string) =>
      `The system administrator of ${name} makes an api_key on the staff page “Open interface”.`,
  },
}

export async function discoveryOf(ctx: Context): Promise<Fields> {
  const how = await readSetting(ctx, interfaceSetting)
  const { language, base } = ctx.caller
  const { name } = ctx.district
  const changeset = await changesetOf(ctx)
  const endpoint = (url: string, type: 'production' | 'test') => ({
    specification,
    url,
    changeset,
    type,
    formats: list('format', Object.values(formats)),
  })
  const own = endpoint(`${base}${basePath}`, how.kind)
  return {
    changeset,
    contact: how.contact || words[language].contact(name),
    key_service: how.keyService || words[language].keyService(name),
    endpoints: list('endpoint', how.testUrl ? [own, endpoint(how.testUrl, 'test')] : [own]),
  }
}

/** When services and definitions became what they are, as far as it was noticed. */
async function changesetOf(ctx: Context): Promise<string> {
  const newest = await ctx.db.row(queries.newestChangeset, [ctx.district.id])
  // Before it was ever looked at: an installation minutes old.
  return (newest?.at ?? new Date(0)).toISOString()
}

/** Notices that services or definitions changed: clients keep what they read until the changeset is another. */
export const noticeChanges = job<object>({
  name: 'open311.notice-changes',
  every: 5,
  async run(ctx) {
    const digest = await servicesDigest(ctx)
    const newest = await ctx.db.row(queries.newestChangeset, [ctx.district.id])
    if (newest?.digest.equals(digest)) return
    await ctx.db.rows(queries.insertChangeset, [ctx.district.id, ctx.now, digest])
  },
})
