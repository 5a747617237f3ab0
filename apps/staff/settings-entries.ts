import { pages } from './pages.ts'
import type { SettingsEntry } from './page.ts'

/** An entry with the path of its page. */
export type ListedEntry = SettingsEntry & { readonly path: string }

/** Everything an office can set, in the order of the modules. */
export const settingsEntries: readonly ListedEntry[] = pages.flatMap(({ path, settings }) =>
  (settings ?? []).map((entry) => ({ ...entry, path })),
)
