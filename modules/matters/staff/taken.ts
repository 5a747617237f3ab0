import type { MatterSummary } from '../contract.ts'

/** A report that was taken down: its matter, its own id, and the code to follow it by. */
export type Taken = { readonly matter: MatterSummary; readonly reportId: string; readonly code: string }
