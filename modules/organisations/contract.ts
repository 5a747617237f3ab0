/** The contract of organisations: the register over time, what binds each to areas, and how owners' committees come about. */
export * from './contract/organisations.ts'
export * from './contract/formations.ts'
export * from './contract/ties.ts'
