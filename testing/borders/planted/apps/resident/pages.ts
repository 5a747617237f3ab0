import { openPage } from '#modules/matters/resident/open.page.tsx'
import { roundPage } from '#modules/matters/worker/round.page.tsx'

export const pages = [openPage, roundPage]
