import { status } from '#modules/matters/web/status.tsx'

export const planted = status
