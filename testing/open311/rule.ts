import type { ProblemKind } from '#kernel/contract/problem.ts'
import { expect } from 'vitest'
import type { Asking, Told } from './asking.ts'
import { faultsIn, type SchemaName } from './schemas.ts'
import type { Stage } from './stage.ts'

/** One rule of the contract, checked over HTTP in one format. */
export type Rule = (to: Asking, on: Stage) => Promise<void>
export type Rules = Readonly<Record<string, Rule>>

/** The answer is well, in the format that was asked for, and of the form that is named. */
export function fits(told: Told, name: SchemaName): void {
  expect(told.status, told.text).toBe(name === 'errors' ? told.status : 200)
  expect(faultsIn(name, told.value), told.text).toEqual([])
}

/** The answer is a refusal in the standard's form, with these problems of ours behind it. */
export function refuses(told: Told, status: number, ...problems: readonly ProblemKind[]): void {
  expect(told.status, told.text).toBe(status)
  fits(told, 'errors')
  if (told.mediaType.includes('xml')) expect(told.root).toBe('errors')
  const rows = told.value as { code: number; description: string }[]
  expect(rows.map((row) => row.code)).toEqual(problems.map(() => status))
  expect(told.headers.get('problem')?.split(', ')).toEqual(problems.map((problem) => problem.code))
}
