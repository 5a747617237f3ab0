import { start } from '#apps/server/main.ts'
import { seedLamps } from '#db/seed/lamps.ts'

export const run = [start, seedLamps]
