import { route } from '#kernel/contract/route.ts'

export const planted = route
