import { open } from '#modules/matters/server/open.ts'

export const planted = open
