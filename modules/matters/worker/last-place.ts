import { readStored, writeStored } from '#kernel/web/language.ts'
import type { Place } from './area-drill.tsx'

const STORED_AS = 'yige.last-place'

/** Where the last report from this phone was: the next one is often beside it. */
export function lastPlace(): Place | undefined {
  try {
    const stored: unknown = JSON.parse(readStored(STORED_AS) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('id' in stored) || !('name' in stored))
      return undefined
    const { id, name } = stored
    return typeof id === 'number' && typeof name === 'string' ? { id, name } : undefined
  } catch {
    return undefined
  }
}

export const rememberPlace = (place: Place): void => writeStored(STORED_AS, JSON.stringify(place))
