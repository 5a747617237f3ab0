import { pages } from '#apps/resident/pages.ts'

export const planted = pages
