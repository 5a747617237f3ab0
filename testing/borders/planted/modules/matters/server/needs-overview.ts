import { figures } from '#modules/overview/server/door.ts'

export const planted = figures
