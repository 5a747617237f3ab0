import { deskPage } from '#modules/matters/staff/desk.page.tsx'

export const pages = [deskPage]
