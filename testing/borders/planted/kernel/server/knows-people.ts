import { findPerson } from '#modules/people/server/door.ts'

export const planted = findPerson
