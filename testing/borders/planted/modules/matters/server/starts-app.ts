import { start } from '#apps/server/main.ts'

export const planted = start
