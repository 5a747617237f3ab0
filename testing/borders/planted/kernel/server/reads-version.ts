import { version } from '#db/schema.ts'

export const planted = version
