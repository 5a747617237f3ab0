/** The staff pages of the audit. */
export const pages = [
  {
    path: '/audit',
    load: () => import('./audit.page.tsx').then((m) => m.AuditPage),
    menu: { zh: '审计', en: 'Audit', permission: 'audit.read', order: 15 },
  },
]
