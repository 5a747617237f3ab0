import { open } from '#modules/matters/server/open.ts'

export const seedLamps = open
