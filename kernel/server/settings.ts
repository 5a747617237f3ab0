import type { Static, TObject } from 'typebox'
import type { Context } from './context.ts'
import { statement } from './database.ts'
import { forgetKept, keptFor } from './kept.ts'

/**
 * One group of values that an office sets without a programmer. Every change is a new version with its moment and
 * author, on record with what it was before; nothing is overwritten. In force in every process after five seconds.
 */
export type Setting<Value extends object> = {
  readonly name: string
  readonly schema: TObject
  /** What holds until the office says otherwise; also for fields that a later release adds. */
  readonly initial: Value
  /** Who holds it may read the versions there were. */
  readonly permission: string
  /** Fields that hold sealed secrets: not repeated in the audit. */
  readonly secrets: readonly string[]
}

const declared = new Map<string, Setting<object>>()

/** A setting that a module declared, by its name. */
export const findSetting = (name: string): Setting<object> | undefined => declared.get(name)

/** `name` is `<module>.<what>`. Secrets are sealed by the module before they are written. */
export function setting<S extends TObject>(
  name: string,
  schema: S,
  initial: Static<S>,
  { permission, secrets = [] }: { permission: string; secrets?: readonly (keyof Static<S> & string)[] },
): Setting<Static<S> & object> {
  const made = { name, schema, initial, permission, secrets }
  declared.set(name, made)
  return made
}

type VersionRow = { version: number; value: object; changed_at: Date; changed_by: string | null }

const newest = statement<VersionRow>(
  'kernel.newest-setting',
  `select version, value, changed_at, changed_by from settings
   where district_id = $1 and name = $2 order by version desc limit 1`,
)
const versions = statement<VersionRow>(
  'kernel.list-setting-versions',
  `select version, value, changed_at, changed_by from settings
   where district_id = $1 and name = $2 order by version desc limit 100`,
)
const insertVersion = statement(
  'kernel.insert-setting',
  'insert into settings (district_id, name, version, value, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)',
)

const keptMs = 5_000

/** The value in force. */
export function readSetting<Value extends object>(ctx: Context, of: Setting<Value>): Promise<Value> {
  return keptFor(ctx, keptName(of), keptMs, async (inner) => (await inForce(inner, of)).value)
}

const keptName = (of: { name: string }): string => `setting ${of.name}`

async function inForce<Value extends object>(ctx: Context, of: Setting<Value>) {
  const row = await ctx.db.row(newest, [ctx.district.id, of.name])
  return {
    version: row?.version ?? 0,
    value: { ...of.initial, ...(row?.value as Partial<Value> | undefined) },
  }
}

/**
 * Makes a new version. Two people who change the same setting at once: the second gets `request.key-reused` (409) by the
 * primary key, and looks again.
 */
export async function writeSetting<Value extends object>(
  ctx: Context,
  of: Setting<Value>,
  value: Value,
): Promise<void> {
  const before = await inForce(ctx, of)
  const version = before.version + 1
  const by = ctx.actor.id ?? null
  await ctx.db.rows(insertVersion, [ctx.district.id, of.name, version, JSON.stringify(value), ctx.now, by])
  const told = { version, from: withoutSecrets(of, before.value), to: withoutSecrets(of, value) }
  ctx.audit('settings.changed', of.name, told)
  forgetKept(ctx, keptName(of))
}

const withoutSecrets = <Value extends object>(of: Setting<Value>, value: Value): object =>
  Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, of.secrets.includes(field) ? '…' : each]),
  )

export type SettingVersion<Value> = {
  version: number
  value: Value
  changedAt: Date
  changedBy: string | undefined
}

/** The newest hundred versions, the one in force first; secrets are left out. */
export async function settingVersions<Value extends object>(
  ctx: Context,
  of: Setting<Value>,
): Promise<SettingVersion<Partial<Value>>[]> {
  const rows = await ctx.db.rows(versions, [ctx.district.id, of.name])
  return rows.map((row) => ({
    version: row.version,
    value: withoutSecrets(of, row.value as Value) as Partial<Value>,
    changedAt: row.changed_at,
    changedBy: row.changed_by ?? undefined,
  }))
}
