import type { ProblemKind } from '#kernel/contract/problem.ts'
import type { Language } from '#kernel/server/context.ts'
import { postTaken } from '#modules/people/contract.ts'
import {
  areaNotFound,
  boundaryBroken,
  gridsApart,
  gridsWrong,
  gridTooNew,
  houseLeftOver,
  partsWrong,
} from '#modules/places/contract.ts'
import { postsUndecided } from '../contract.ts'

const known: readonly ProblemKind[] = [
  areaNotFound,
  boundaryBroken,
  gridsApart,
  gridsWrong,
  gridTooNew,
  houseLeftOver,
  partsWrong,
  postsUndecided,
  postTaken,
]

/** What a problem's code says in words; the code itself where it is none of ours. */
export const messageOf = (code: string, language: Language): string =>
  known.find((kind) => kind.code === code)?.text[language] ?? code
