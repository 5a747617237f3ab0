import { deskPage } from '#modules/matters/staff/desk.page.tsx'

export const planted = deskPage
