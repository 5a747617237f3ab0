/** The contract of places: the tree of areas, its boundaries over time, and the codes on the doors. */
export * from './contract/areas.ts'
export * from './contract/boundaries.ts'
export * from './contract/door-codes.ts'
export * from './contract/dwellings.ts'
export * from './contract/picker.ts'
export * from './contract/problems.ts'
export * from './contract/settings.ts'
export * from './contract/shapes.ts'
