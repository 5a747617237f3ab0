/** The contract of organisations: the register over time, and what binds each to areas. */
export * from './contract/organisations.ts'
export * from './contract/ties.ts'
