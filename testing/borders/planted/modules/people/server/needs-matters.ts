import { open } from '#modules/matters/server/door.ts'

export const planted = open
