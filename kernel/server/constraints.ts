import type { ProblemKind } from '../contract/problem.ts'
import { keyReused, requestInvalid } from './problems.ts'

const byName = new Map<string, ProblemKind>()

/** Says once which problem the breach of a database constraint is. Called by a module when it is loaded. */
export function constraint(name: string, kind: ProblemKind): void {
  byName.set(name, kind)
}

type DatabaseComplaint = { code: string; constraint?: string }

const isComplaint = (error: unknown): error is DatabaseComplaint =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code)

/** The named problem behind a complaint of PostgreSQL about one of our constraints (class 23). */
export function problemOfConstraint(error: unknown): ProblemKind | undefined {
  if (!isComplaint(error) || !error.code.startsWith('23') || !error.constraint) return undefined
  const named = byName.get(error.constraint)
  if (named) return named
  // What a write makes takes its key for an id: the key of something that is already there.
  return error.code === '23505' && error.constraint.endsWith('_pkey') ? keyReused : undefined
}

/** Values that the database cannot hold or our checks do not allow: numbers, days and characters out of range. */
const refusals = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '23503', '23514'])

/** What was sent and passed the contract, but not the database: the caller's mistake, and a gap in the contract. */
export const problemOfValue = (error: unknown): ProblemKind | undefined =>
  isComplaint(error) && refusals.has(error.code) ? requestInvalid : undefined

/** The uniqueness that failed, when that is what failed. */
export function uniquenessBroken(error: unknown): string | undefined {
  return isComplaint(error) && error.code === '23505' ? error.constraint : undefined
}

const awayCodes = new Set(['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006'])
const awaySystemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/** Whether the database could not be reached, as opposed to having refused what was asked. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (awayCodes.has(code) || awaySystemCodes.has(code)) return true
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
}
