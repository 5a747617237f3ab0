export * from './contract/problems.ts'
export * from './contract/staff.ts'
