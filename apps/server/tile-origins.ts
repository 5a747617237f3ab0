import { type Ground, runAs } from '#kernel/server/ground.ts'
import { tileOrigin } from '#modules/places/server/door.ts'

const keptMs = 5_000
const kept = new Map<number, { until: number; origin: Promise<string | undefined> }>()

/** Where the base map of the asked district comes from: the one other place a staff page may take pictures from. */
export async function tileOriginOf(ground: Ground, host: string): Promise<string | undefined> {
  const district = await ground.districts.ofHost(host)
  if (!district) return undefined
  const known = kept.get(district.id)
  if (known && known.until > performance.now()) return known.origin
  const origin = runAs(ground, { district, mode: 'read' }, tileOrigin)
  kept.set(district.id, { until: performance.now() + keptMs, origin })
  origin.catch(() => kept.delete(district.id))
  return origin
}
