import type { PageEntry } from '#kernel/web/page-entry.tsx'

export const pages: readonly PageEntry[] = [
  { path: '/', load: () => import('./home.page.tsx').then((m) => m.HomePage), early: '/home' },
  {
    path: '/d/:token',
    load: () => import('./door.page.tsx').then((m) => m.DoorPage),
    early: '/doors/:token',
  },
  {
    path: '/d/:token/report',
    load: () => import('./door.page.tsx').then((m) => m.DoorReportPage),
    early: '/doors/:token',
  },
  {
    path: '/p/:areaId',
    load: () => import('./place.page.tsx').then((m) => m.PlacePage),
    early: '/places/:areaId',
  },
  { path: '/r', load: () => import('./find-receipt.page.tsx').then((m) => m.FindReceiptPage) },
  {
    path: '/r/:code',
    load: () => import('./receipt.page.tsx').then((m) => m.ReceiptPage),
    early: '/receipts/:code',
  },
  { path: '/mine', load: () => import('./mine.page.tsx').then((m) => m.MinePage) },
  { path: '/rights', load: () => import('./rights.page.tsx').then((m) => m.RightsPage) },
  { path: '/notice', load: () => import('./notice.page.tsx').then((m) => m.NoticePage), early: '/consent' },
  { path: '/notice/:version', load: () => import('./notice.page.tsx').then((m) => m.NoticePage) },
]

/** For every address that no page has: listed last. */
export const missing: PageEntry = {
  path: '*',
  load: () => import('./missing.page.tsx').then((m) => m.MissingPage),
}
