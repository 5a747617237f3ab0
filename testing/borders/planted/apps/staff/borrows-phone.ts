import { openPage } from '#modules/matters/resident/open.page.tsx'

export const planted = openPage
