import { start } from '#apps/server/main.ts'

export const load = start
