import { knownIcon } from '#kernel/ui/icon/icon.tsx'
import type { IconName } from '#kernel/ui/icon/icon-paths.ts'

/** Subjects name what they are about; some drawings are called otherwise. */
const drawnAs: Record<string, IconName> = {
  firelane: 'fire',
  wall: 'crack',
  hut: 'building',
  bill: 'water-bill',
}

export const subjectIcon = (icon: string): IconName => drawnAs[icon] ?? knownIcon(icon)
