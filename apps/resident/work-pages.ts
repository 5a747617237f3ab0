import type { PageEntry } from '#kernel/web/page-entry.tsx'
import { pages as matters } from '#modules/matters/worker/pages.ts'
import { pages as notices } from '#modules/notices/worker/pages.ts'
import { pages as people } from '#modules/people/worker/pages.ts'

/** Every page of the worker's phone app, a line per module. */
export const pages: readonly PageEntry[] = [...matters, ...notices, ...people]
