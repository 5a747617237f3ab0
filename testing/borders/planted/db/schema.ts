export type Tables = { lamps: { id: string } }
export const version = 1
