import type { MatterSummary } from '../contract.ts'

/** A report that was taken down: its matter, and the code to follow it by. */
export type Taken = { readonly matter: MatterSummary; readonly code: string }
