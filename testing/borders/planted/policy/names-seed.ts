import type { seedLamps } from '#db/seed/lamps.ts'

export type Planted = typeof seedLamps
