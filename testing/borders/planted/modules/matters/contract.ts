import { person } from '#modules/people/contract.ts'

export const matter = person
export type Matter = { id: string }
