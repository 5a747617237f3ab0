import { call } from '#kernel/web/call.ts'

export const status = call
