import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { findSetting, settingVersions } from '#kernel/server/settings.ts'
import { type SettingVersion, settingUnknown } from '../contract.ts'

const namesOfAccounts = statement<{ id: string; name: string }>(
  'office.names-of-accounts',
  'select id, name from accounts where district_id = $1 and id = any ($2)',
)

/**
 * What a setting was, down to what the product brings. @throws settingUnknown also when the actor may not change it
 */
export async function listSettingVersions(ctx: Context, name: string): Promise<{ items: SettingVersion[] }> {
  const of = findSetting(name)
  const may =
    of &&
    ctx.actor.posts.some(
      ({ areaKind, permissions }) => areaKind === 'district' && permissions.has(of.permission),
    )
  if (!of || !may) throw settingUnknown()
  const versions = await settingVersions(ctx, of)
  const ids = [...new Set(versions.flatMap(({ changedBy }) => changedBy ?? []))]
  const rows = await ctx.db.rows(namesOfAccounts, [ctx.district.id, ids])
  const names = new Map(rows.map((row) => [row.id, row.name]))
  const hidden = Object.fromEntries(of.secrets.map((field) => [field, undefined]))
  const items = versions.map(({ version, value, changedAt, changedBy }) => ({
    version,
    changedAt: changedAt.toISOString(),
    changedBy: (changedBy && names.get(changedBy)) ?? '',
    value: { ...of.initial, ...value, ...hidden },
  }))
  return { items: [...items, { version: 0, changedBy: '', value: { ...of.initial, ...hidden } }] }
}
