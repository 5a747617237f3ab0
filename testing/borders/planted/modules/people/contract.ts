import { route } from '#kernel/contract/route.ts'

export const person = route
export type Person = { id: string }
