import { matter } from '#modules/matters/contract.ts'

export const planted = matter
