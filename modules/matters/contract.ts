/** The contract of matters: what residents say, and what staff do about it. */
export * from './contract/acts.ts'
export * from './contract/consent.ts'
export * from './contract/detail.ts'
export * from './contract/problems.ts'
export * from './contract/receipt.ts'
export * from './contract/resident.ts'
export * from './contract/shapes.ts'
export * from './contract/staff.ts'
