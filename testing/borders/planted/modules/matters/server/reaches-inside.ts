import { inside } from '#modules/people/server/inside.ts'

export const planted = inside
