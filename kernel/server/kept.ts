import type { Context } from './context.ts'

/**
 * Keeps what rarely changes (settings of a district) in the process for a few seconds, so that hot paths do not read
 * it each time. A change is in force everywhere after `forMs` at the latest.
 */
type Entry = { until: number; value: Promise<unknown> }
const kept = new WeakMap<object, Map<string, Entry>>()

export function keptFor<Value>(
  ctx: Context,
  name: string,
  forMs: number,
  load: (ctx: Context) => Promise<Value>,
): Promise<Value> {
  // Keys of personal data are one object a process and database: settings of two databases never mix.
  const entries = kept.get(ctx.personalData) ?? new Map<string, Entry>()
  kept.set(ctx.personalData, entries)
  const key = `${ctx.district.id}:${name}`
  const found = entries.get(key)
  if (found && found.until > performance.now()) return found.value as Promise<Value>
  const value = load(ctx)
  entries.set(key, { until: performance.now() + forMs, value })
  value.catch(() => entries.delete(key))
  return value
}

export function forgetKept(ctx: Context, name: string): void {
  kept.get(ctx.personalData)?.delete(`${ctx.district.id}:${name}`)
}
