import type { StaffPage } from './page.ts'

/** The page of settings, for whoever may set anything; apart from the others because it lists what they let one set. */
export const settingsPage: StaffPage = {
  path: '/settings',
  load: () => import('./settings.page.tsx').then((m) => m.SettingsPage),
  menu: {
    zh: '设置',
    en: 'Settings',
    permission: ['office.configure', 'matters.configure', 'people.edit', 'notices.configure'],
    order: 95,
  },
}
