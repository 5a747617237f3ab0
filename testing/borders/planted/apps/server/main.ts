import { modules } from '#policy/modules.ts'

export const start = modules
