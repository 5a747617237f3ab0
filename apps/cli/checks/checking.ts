import type { Found } from '#kernel/server/check.ts'
import type { Settings } from '#kernel/server/env.ts'
import type { Opened } from '../../server/open.ts'

/** What the checks of the installation look at. */
export type Checking = { opened: Opened; settings: Settings; now: Date }

/** A check of the installation as a whole. */
export type InstallationCheck = readonly [name: string, run: (on: Checking) => Promise<Found>]

export const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`
