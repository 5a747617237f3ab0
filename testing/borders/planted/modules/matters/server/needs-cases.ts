import { accessCases } from '#modules/matters/server/access-cases.ts'

export const planted = accessCases
