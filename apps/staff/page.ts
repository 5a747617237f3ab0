import type { ComponentType } from 'react'

/** One line of a module's staff/pages.ts, in the array it exports as `pages`. */
export type StaffPage = {
  /** Below /staff, parameters as `$name`. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
  /** Shown at the left, in this order, to who holds the permission on any post. */
  readonly menu?: {
    readonly zh: string
    readonly en: string
    readonly permission: string
    readonly order: number
  }
}
