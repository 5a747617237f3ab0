import type { PageEntry } from '#kernel/web/page-entry.tsx'
import * as disclosure from '#modules/disclosure/resident/pages.ts'
import * as matters from '#modules/matters/resident/pages.ts'
import * as people from '#modules/people/resident/pages.ts'
import * as places from '#modules/places/resident/pages.ts'
import * as transparency from '#modules/transparency/resident/pages.ts'

const gallery: PageEntry[] = import.meta.env.DEV
  ? [{ path: '/_gallery', load: () => import('./gallery.page.tsx').then((m) => m.GalleryPage) }]
  : []

/** Every resident page, a line per module. */
export const pages: readonly PageEntry[] = [
  ...matters.pages,
  ...people.pages,
  ...places.pages,
  ...transparency.pages,
  ...disclosure.pages,
  ...gallery,
  matters.missing,
]
