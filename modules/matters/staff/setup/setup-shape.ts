import type { ReturnsOf } from '#kernel/contract/route.ts'
import type { readSetup } from '../../contract.ts'

/** Everything the page of settings is about, in one answer. */
export type Setup = ReturnsOf<typeof readSetup>

/** The day in the district's own time zone, YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })
