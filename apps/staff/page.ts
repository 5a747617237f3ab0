import type { ComponentType } from 'react'

/** One line of a module's staff/pages.ts, in the array it exports as `pages`. */
export type StaffPage = {
  /** Below /staff, parameters as `$name`. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
  /** Shown at the left, in this order, to who holds the permission, or one of them, on any post. */
  readonly menu?: {
    readonly zh: string
    readonly en: string
    readonly permission: string | readonly string[]
    readonly order: number
  }
  /** What can be set on it: each stands on the page of settings, in its group, for who holds the permission. */
  readonly settings?: readonly SettingsEntry[]
}

export const settingsGroups = ['office', 'matters', 'people', 'places', 'messages', 'programs'] as const

/** Something an office sets by itself. */
export type SettingsEntry = {
  readonly key: string
  readonly group: (typeof settingsGroups)[number]
  readonly zh: string
  readonly en: string
  /** What it changes, in a few words. */
  readonly about: { readonly zh: string; readonly en: string }
  readonly permission: string
  /** Where the page shows one of several at a time. */
  readonly tab?: string
}
